import { isTag, isText, type ChildNode, type Element } from "domhandler";
import { countCharacters } from "../characters.ts";
import type { Block } from "./blocks.ts";
import { isCredit } from "./byline.ts";
import { withChildren } from "./tree.ts";

/** A bold paragraph longer than this is a lead, not a heading, characters. */
const longestBold = 40;
/** A plain paragraph taken for a heading has at least and at most this many characters. */
const shortestPlain = 4;
const longestPlain = 24;
/** And what follows it is a paragraph of at least this many. */
const shortestBelow = 30;

/** Punctuation with which a sentence, a clause or a label ends, and a heading does not. */
const closing = /[。．.，,；;：:、…—]$/;
/** The signature under a letter: 中华人民共和国主席　习近平. */
const signature = /(?:主席|总理|总统|书记|部长|省长|市长|主任|局长|会长|董事长)\s+\S{2,4}$/;

/**
 * Makes `<h2>` of what the source marks as a heading: real headings, and paragraphs that are bold throughout.
 * @param blocks - the blocks; their elements are changed
 */
export function markHeadings(blocks: readonly Block[]): void {
  for (const block of blocks) {
    const isReal = /^h[1-6]$/.test(block.element.name);
    if (!isReal && !isBoldHeading(block)) continue;
    block.element.name = block.isProse ? "h2" : "p";
    withChildren(block.element, lightFace(block.element.children));
  }
}

/**
 * Makes `<h2>` of short paragraphs that stand alone between long ones and end without punctuation, as in
 * `2021-12-31-NW202112312232633266.md`: 项目为王，引领产业振兴.
 * @param blocks - the blocks after credits were taken off; their elements are changed
 * @returns the blocks that were taken for headings
 */
export function inferHeadings(blocks: readonly Block[]): ReadonlySet<Block> {
  const inferred = blocks.filter((block, index) => {
    const above = blocks[index - 1];
    const below = blocks[index + 1];
    return above && below && looksLikeHeading(block) && endsASentence(above) && beginsAPassage(below);
  });
  for (const { element } of inferred) element.name = "h2";
  return new Set(inferred);
}

/** A heading is bold by itself, and on one line. */
function lightFace(nodes: readonly ChildNode[]): ChildNode[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return [node];
    if (node.name === "br") return [];
    return node.name === "strong" ? lightFace(node.children) : [node];
  });
}

function isBoldHeading(block: Block): boolean {
  const { element, text, isProse } = block;
  if (!isProse || element.name !== "p" || !element.children.every(isBoldOrSpace) || isCredit(block)) return false;
  return (
    /[\p{L}\p{N}]/u.test(text) && countCharacters(text) <= longestBold && !closing.test(text) && !isInBrackets(text)
  );
}

function isBoldOrSpace(node: ChildNode): boolean {
  return isText(node) ? node.data.trim() === "" : isTag(node) && (node.name === "strong" || node.name === "br");
}

function looksLikeHeading(block: Block): boolean {
  const { element, text, isProse } = block;
  if (!isProse || !isPlainParagraph(element) || text.length > 2 * longestPlain || isCredit(block)) return false;
  const characters = countCharacters(text);
  return (
    characters >= shortestPlain &&
    characters <= longestPlain &&
    /\p{Script=Han}{2}/u.test(text) &&
    /[\p{L}\p{N}”」]$/u.test(text) &&
    !/[。！？；;：:\d]/.test(text) &&
    !/^[—\-·•■●◆▲△（(【[]|(?:摄|供图|制图|报道|整理)$/.test(text) &&
    !signature.test(text)
  );
}

function isPlainParagraph(element: Element): boolean {
  return element.name === "p" && element.children.every(isText);
}

function endsASentence({ element, text, isProse }: Block): boolean {
  return isProse && (element.name !== "p" || /[。！？…”）)」]$/.test(text));
}

function beginsAPassage({ element, text }: Block): boolean {
  return element.name === "p" && countCharacters(text) >= shortestBelow;
}

function isInBrackets(text: string): boolean {
  return /^[（(].*[）)]$/.test(text);
}
