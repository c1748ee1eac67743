import { joined, type Block } from "./blocks.ts";
import { mendHeadings, numberSign } from "./brokenHeadings.ts";
import { isShortSentence } from "./captions.ts";
import type { Reason } from "./fate.ts";
import { headOf } from "./head.ts";
import { documentNumber, keywords, label, scene, sectionWords, signedDay } from "./rules/phrases.ts";
import { beginsAtEnd, beginsInside, isBrokenEnd, isClosed, wordAcross } from "./sentence.ts";
import { creditsOf, isCaption, isHeadingLike, isNumberedHeading, isProse } from "./traits.ts";

/** What a block of an article is. */
export type PartKind =
  | "title"
  | "kicker"
  | "subtitle"
  | "heading"
  | "paragraph"
  | "caption"
  | "credit"
  | "link"
  | "foot";

/** A block of an article, named. */
export interface Part {
  readonly kind: PartKind;
  readonly block: Block;
  readonly reason: Reason;
}

/**
 * Names the blocks of one article.
 * @param blocks - its blocks, in the order of the file
 * @returns a part for each; blocks of one heading or label in several lines are one
 */
export function nameParts(blocks: readonly Block[]): readonly Part[] {
  const whole = mendLabels(mendHeadings(blocks));
  const notes = whole.slice(
    0,
    whole.findIndex(({ form }) => form !== "note"),
  );
  const head = headOf(whole.slice(notes.length));
  const rest = whole.slice(notes.length + head.length);
  const neighbours = neighboursOf(rest);
  return [
    ...head.parts,
    ...notes.map((block): Part => ({ kind: "paragraph", block, reason: "paragraph" })),
    ...rest.map((block, index) => nameBlock(block, index, rest, neighbours)),
  ];
}

/** What stands next to each block, captions and credits left out, and where the text ends. */
interface Neighbours {
  readonly above: readonly (Block | undefined)[];
  readonly next: readonly (Block | undefined)[];
  /** Whether each block is text, and no caption or credit. */
  readonly isText: readonly boolean[];
  readonly lastText: number;
}

function neighboursOf(blocks: readonly Block[]): Neighbours {
  const isText = blocks.map((block) => !isCaption(block) && !creditsOf(block));
  const along = (order: readonly number[]) => {
    const found: (Block | undefined)[] = [];
    let last: Block | undefined;
    for (const index of order) {
      found[index] = last;
      if (isText[index]) last = blocks[index];
    }
    return found;
  };
  const order = [...blocks.keys()];
  return { above: along(order), next: along(order.toReversed()), isText, lastText: blocks.findLastIndex(isProse) };
}

function nameBlock(block: Block, index: number, rest: readonly Block[], neighbours: Neighbours): Part {
  const { above, next, lastText } = neighbours;
  const as = (kind: PartKind, reason: Reason): Part => ({ kind, block, reason });
  if (block.form === "link") return as("link", "link");
  if (block.form !== undefined) return as("paragraph", "paragraph");
  if (block.level !== undefined) return as("heading", "markdown-mark");
  if (block.role === "heading" || block.role === "title") return as("heading", "file-says");
  if (isCaption(block)) return as("caption", block.role === "caption" ? "file-says" : "caption-form");
  if (creditsOf(block)) return as("credit", "credit");
  if (block.sign !== undefined && isHeadingLike(block)) return as("heading", "bullet");
  if (sectionWords.test(block.text)) return as("heading", "short-line");
  if (isWedged(above[index], block, next[index])) return as("caption", "caption-place");
  const below = next[index];
  if (below && isNumberedHeading(block) && !isEntry(block, below) && !isEntry(block, above[index]))
    return as("heading", "numbered");
  if (block.role === undefined && isHeadingLike(block) && !keywords.test(block.text)) {
    if (!isClosed(block.text) && isHalf(block, index, rest, neighbours)) return as("paragraph", "paragraph");
    if (index > lastText && scene.test(block.text)) return as("caption", "caption-form");
    if (index > lastText) return block.isParagraph ? as("paragraph", "paragraph") : as("foot", "foot");
    // 南岭市农业农村局 / 2022年7月1日 below a letter of an office, 南农发〔2022〕15号 above it.
    if ((below && signedDay.test(below.text)) || documentNumber.test(block.text)) return as("paragraph", "paragraph");
    if (below && !isCut(above[index], block, below) && !continues(above[index], block))
      return as("heading", "short-line");
  }
  return as("paragraph", "paragraph");
}

/** A sentence between the halves of another, which fit each other and not it, is what a picture there shows. */
function isWedged(above: Block | undefined, block: Block, below: Block | undefined): boolean {
  if (!above || !below || !isProse(above) || isClosed(above.text) || above.form !== undefined) return false;
  const fits = ({ text }: Block) => isBrokenEnd(above.text, text) || beginsInside(text) || beginsAtEnd(text);
  return isShortSentence(block) && fits(below) && !fits(block) && wordAcross(above.text, block.text) === undefined;
}

/** A short line may be half a sentence whose other half is one of so many blocks on either side. */
const reach = 60;

function isHalf(block: Block, index: number, rest: readonly Block[], { above, isText }: Neighbours): boolean {
  const from = Math.max(0, index - reach);
  return rest.slice(from, index + reach).some((each, at) => {
    if (each === block || !isText[from + at] || !isBrokenEnd(block.text, each.text)) return false;
    // What stands right below an open sentence completes that, and no other: 带 / 动周边.
    const before = above[from + at];
    const isTaken = before !== undefined && before !== block && !isClosed(before.text);
    return !isTaken;
  });
}

/** 二、申请人须在8月20日前提交书面申请。 with 三、 right below it, or 一、 right above, is no heading. */
function isEntry(block: Block, beside: Block | undefined): boolean {
  return beside !== undefined && /[。；;]$/.test(block.text) && numberSign(block) === numberSign(beside);
}

/** 春节刚过，玻璃厂的窑炉 / 就没熄过火。: no heading, where no sentence above is open that could go on below it. */
function isCut(above: Block | undefined, block: Block, below: Block): boolean {
  const isOpen = above !== undefined && isProse(above) && !isClosed(above.text);
  return !isOpen && !isClosed(block.text) && isProse(below) && beginsAtEnd(below.text);
}

function continues(above: Block | undefined, block: Block): boolean {
  if (!above || isClosed(above.text) || !isProse(above)) return false;
  return wordAcross(above.text, block.text) !== undefined || beginsInside(block.text);
}

/** `关键词：` / `项目为王 招商引资`: a label and its text. */
function mendLabels(blocks: readonly Block[]): readonly Block[] {
  const mended: Block[] = [];
  for (const block of blocks) {
    const above = mended.at(-1);
    if (above && label.test(above.text) && !isProse(block)) mended[mended.length - 1] = joined([above, block]);
    else mended.push(block);
  }
  return mended;
}

/**
 * The keywords an article names.
 * @param parts - its parts
 * @returns the words of `关键词：项目为王 招商引资`
 */
export function keywordsOf(parts: readonly Part[]): readonly string[] {
  const said = parts.map(({ block }) => keywords.exec(block.text)?.[1]).find((words) => words !== undefined);
  return said?.split(/[\s、，,;；]+/).filter((word) => word !== "") ?? [];
}
