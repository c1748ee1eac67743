import type { Block } from "./blocks.ts";
import type { Reason } from "./fate.ts";
import { dashed, keywords, kickerWords, label, placeTitle, sectionWords } from "./rules/phrases.ts";
import { beginsInside, isBrokenEnd, isClosed, wordAcross } from "./sentence.ts";
import { creditsOf, isCaption, isHeadingLike, isNumberedHeading, isProse, isTitleLike } from "./traits.ts";
import { joined } from "./blocks.ts";
import { widthOf } from "./wrap.ts";

/** What a block of an article is. */
export type PartKind = "title" | "kicker" | "subtitle" | "heading" | "paragraph" | "caption" | "credit" | "foot";

/** A block of an article, named. */
export interface Part {
  readonly kind: PartKind;
  readonly block: Block;
  readonly reason: Reason;
}

/** The end of a heading that was broken is no longer, characters of full width. */
const longestEnd = 14;

/**
 * Names the blocks of one article.
 * @param blocks - its blocks, in the order of the file
 * @returns a part for each; blocks of one heading or label in several lines are one
 */
export function nameParts(blocks: readonly Block[]): readonly Part[] {
  const whole = mendLabels(mendHeadings(blocks));
  const head = headOf(whole);
  const rest = whole.slice(head.length);
  const lastText = rest.findLastIndex(isProse);
  return [...head, ...rest.map((block, index) => nameBlock(block, index, rest, lastText))];
}

/** The lines above the text. */
function headOf(blocks: readonly Block[]): readonly Part[] {
  const marked = blocks.findIndex(({ level, role }) => level === 1 || role === "title");
  const zone: Part[] = [];
  for (const [index, block] of blocks.entries()) {
    const part = headPart(block, index, marked);
    if (!part) break;
    zone.push(part);
  }
  // What stands below the byline is a heading of the text.
  const byline = zone.findIndex(({ kind, block }) => kind === "credit" && creditsOf(block)?.authors !== undefined);
  const last = zone.findLastIndex(({ kind }) => kind === "title");
  if (byline > 0 && last > byline)
    zone.length = zone.findIndex(({ kind }, index) => kind === "title" && index > byline);
  return marked >= 0 && marked < zone.length ? titledBy(zone, marked) : chooseTitle(zone);
}

function headPart(block: Block, index: number, marked: number): Part | undefined {
  if (index === marked) return { kind: "title", block, reason: block.level === 1 ? "markdown-mark" : "file-says" };
  if (index > 0 && (block.level !== undefined || block.role === "heading" || block.hasBullet)) return undefined;
  if (creditsOf(block)) return { kind: "credit", block, reason: "credit" };
  if (isCaption(block)) return { kind: "caption", block, reason: "caption-form" };
  if (dashed.test(block.text) && widthOf(block.text) <= 60) return { kind: "title", block, reason: "dashed" };
  return isTitleLike(block) ? { kind: "title", block, reason: "above-text" } : undefined;
}

function titledBy(zone: readonly Part[], marked: number): readonly Part[] {
  return zone.map((part, index) => {
    if (part.kind !== "title" || index === marked) return part;
    return index < marked
      ? { ...part, kind: "kicker", reason: "above-text" }
      : { ...part, kind: "subtitle", reason: part.reason === "dashed" ? "dashed" : "second-line" };
  });
}

/** Without a mark: what has the words of a series is a kicker, and what stands above it; then title and sub-titles. */
function chooseTitle(zone: readonly Part[]): readonly Part[] {
  const candidates = zone.filter(({ kind }) => kind === "title");
  const series = candidates.findLastIndex(
    ({ block, reason }) => reason !== "dashed" && kickerWords.some((words) => words.test(block.text)),
  );
  const placed = candidates.findIndex(({ block, reason }) => reason !== "dashed" && placeTitle.test(block.text));
  const title = candidates[placed > 0 ? placed : Math.min(series + 1, candidates.length - 1)];
  const at = title ? zone.indexOf(title) : -1;
  return zone.map((part, index) => {
    if (part.kind !== "title" || index === at) return part;
    if (index < at) return { ...part, kind: "kicker", reason: "kicker-words" };
    return { ...part, kind: "subtitle", reason: part.reason === "dashed" ? "dashed" : "second-line" };
  });
}

function nameBlock(block: Block, index: number, rest: readonly Block[], lastText: number): Part {
  const as = (kind: PartKind, reason: Reason): Part => ({ kind, block, reason });
  if (block.level !== undefined) return as("heading", "markdown-mark");
  if (block.role === "heading" || block.role === "title") return as("heading", "file-says");
  if (isCaption(block)) return as("caption", block.role === "caption" ? "file-says" : "caption-form");
  if (creditsOf(block) && !isQuestion(block, rest)) return as("credit", "credit");
  if (block.hasBullet && isHeadingLike(block)) return as("heading", "bullet");
  if (sectionWords.test(block.text)) return as("heading", "short-line");
  const next = rest.slice(index + 1).find((each) => !isCaption(each) && !creditsOf(each));
  if (isNumberedHeading(block) && next) return as("heading", "numbered");
  if (block.role === undefined && isHeadingLike(block) && !keywords.test(block.text)) {
    const isHalf = !isClosed(block.text) && rest.some((each) => each !== block && isBrokenEnd(block.text, each.text));
    if (isHalf) return as("paragraph", "paragraph");
    if (index > lastText) return as("foot", "foot");
    const above = rest.slice(0, index).findLast((each) => !isCaption(each) && !creditsOf(each));
    if (next && !continues(above, block)) return as("heading", "short-line");
  }
  return as("paragraph", "paragraph");
}

function continues(above: Block | undefined, block: Block): boolean {
  if (!above || isClosed(above.text) || !isProse(above)) return false;
  return wordAcross(above.text, block.text) !== undefined || beginsInside(block.text);
}

/** In an interview 记者： stands before each question. */
function isQuestion({ text }: Block, blocks: readonly Block[]): boolean {
  const speaker = /^\p{Script=Han}{0,4}(?:记者|问|答)\s*[：:]/u.exec(text)?.[0];
  return speaker !== undefined && blocks.filter((each) => each.text.startsWith(speaker)).length > 1;
}

/** `一、“排头兵”式冲锋，与企业` / `精准对接。`: a numbered heading whose end stands by itself, behind a caption perhaps. */
function mendHeadings(blocks: readonly Block[]): readonly Block[] {
  const mended: Block[] = [];
  for (const block of blocks) {
    const at = mended.findLastIndex((each) => !isCaption(each) && !creditsOf(each));
    const above = mended[at];
    const isEnd =
      above !== undefined &&
      above.level === undefined &&
      isNumberedHeading(above) &&
      !isClosed(above.text) &&
      isClosed(block.text) &&
      block.role === undefined &&
      widthOf(block.text) <= longestEnd &&
      !/[。！？].+/.test(block.text);
    if (isEnd) mended[at] = joined(above, block);
    else mended.push(block);
  }
  return mended;
}

/** `关键词：` / `项目为王 招商引资`: a label and its text. */
function mendLabels(blocks: readonly Block[]): readonly Block[] {
  const mended: Block[] = [];
  for (const block of blocks) {
    const above = mended.at(-1);
    if (above && label.test(above.text) && !isProse(block)) mended[mended.length - 1] = joined(above, block);
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
