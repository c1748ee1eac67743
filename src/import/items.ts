import type { Block } from "./blocks.ts";
import { dateline, datelineCredit } from "./rules/phrases.ts";
import { creditsInBrackets, isRowOfNames } from "./credits.ts";
import { creditsOf, isCaption, isProse, isTitleLike } from "./traits.ts";

/** So many lines of titles and credits stand above an article's text. */
const mostAboveText = 4;
/** How an article's text ends that says who wrote it. */
const signed = /(?:[（(](?<names>[^（()）]{2,40})[)）]|[·•][^·•]{2,16}[·•])$/;

/**
 * Splits the blocks of a file where one article ends and the next begins.
 * @param blocks - all blocks
 * @returns the blocks of each article; none of a file without blocks
 */
export function splitItems(blocks: readonly Block[]): readonly (readonly Block[])[] {
  if (blocks.length === 0) return [];
  const linked = linkedSections(blocks);
  if (linked.length > 1) {
    const starts = linked[0] === 0 || linked[0] === 1 ? [0, ...linked.slice(1)] : [0, ...linked];
    return starts.map((start, index) => {
      const [first, ...rest] = blocks.slice(start, starts[index + 1]);
      return [titled(first!), ...rest];
    });
  }
  const starts = [0];
  const prose = proseBefore(blocks);
  for (let index = 1; index < blocks.length; index++) {
    const start = starts.at(-1)!;
    const first = firstTitle(blocks, index, start);
    if (first > start && prose[first]! > prose[start]! && startsItem(blocks, index, start)) starts.push(first);
  }
  const column =
    starts.length > 1 && isMarkedTitle(blocks[0]!) && (blocks[1]?.level ?? 0) > 1 && startsItem(blocks, 1, 0);
  return starts.map((start, index) => {
    const item = blocks.slice(start, starts[index + 1]);
    return index === 0 && column
      ? [unmarked(item[0]!), titled(item[1]!), ...item.slice(2)]
      : isMarkedTitle(item[1] ?? item[0]!)
        ? [unmarked(item[0]!), ...item.slice(1)]
        : [titled(item[0]!), ...item.slice(1)];
  });
}

/** Sections that name each its own original are articles: `### …` above text and `[查看原文](https://…)`. */
function linkedSections(blocks: readonly Block[]): readonly number[] {
  let heading = -1;
  const found: number[] = [];
  for (const [index, { level, form }] of blocks.entries()) {
    if (level !== undefined) heading = index;
    if (form === "link" && heading >= 0 && found.at(-1) !== heading) found.push(heading);
  }
  return found;
}

/** `# 简讯` above `## …` with a report each is the name of a column. */
function unmarked(block: Block): Block {
  const { level: _, role: __, ...rest } = block;
  return rest;
}

/** The heading that an article begins with is its title. */
function titled(block: Block): Block {
  return block.level === undefined ? block : { ...block, level: 1 };
}

/** Where the run of title-like lines that ends here begins; a level-one heading or a title is not reached over. */
function firstTitle(blocks: readonly Block[], index: number, start: number): number {
  let first = index;
  while (first - 1 > start && !isMarkedTitle(blocks[first]!) && isFreeTitle(blocks[first - 1]!) && index - first < 2)
    first--;
  return first;
}

/** A title-like line that nothing claims as the heading of what follows. */
function isFreeTitle(block: Block): boolean {
  return isTitleLike(block) && block.sign === undefined && block.level === undefined && block.role === undefined;
}

function isMarkedTitle({ level, role }: Block): boolean {
  return level === 1 || role === "title";
}

function startsItem(blocks: readonly Block[], index: number, start: number): boolean {
  const block = blocks[index]!;
  if (!isTitleLike(block) && !(block.level !== undefined && block.level > 1)) return false;
  if (block.sign !== undefined) return false;
  const text = nextProse(blocks, index);
  if (isMarkedTitle(block)) return text !== undefined;
  if (text === undefined) return false;
  if (dateline.test(text.block.text)) return true;
  if (text.hasByline) return true;
  if (block.isSetApart) return true;
  let at = index - 1;
  while (at >= 0 && isCaption(blocks[at]!)) at--;
  return block.level === undefined && ((at >= 0 && isSigned(blocks[at]!)) || isSignedItem(blocks, index, start));
}

/** Whether a block ends by saying who wrote what stands above. */
function isSigned(block: Block): boolean {
  if (creditsOf(block)?.authors !== undefined) return true;
  const found = isProse(block) ? signed.exec(block.text) : null;
  const names = found?.groups?.["names"];
  return found !== null && (names === undefined || names === "完" || creditsInBrackets(names)?.authors !== undefined);
}

/** Whether a row of credits names those again whom the dateline has named. */
function namesAgain(block: Block, named: string): boolean {
  const authors = creditsOf(block)?.authors;
  return authors !== undefined && authors.every((name) => named.includes(name));
}

/** A section that is signed at its end, in an article whose dateline has named others, is an article. */
function isSignedItem(blocks: readonly Block[], index: number, start: number): boolean {
  const above = blocks.slice(start, index).filter(({ form }) => form !== "note");
  const text = above.slice(0, 1 + mostAboveText).find(isProse);
  const named = text && datelineCredit.exec(text.text)?.[1];
  if (named === undefined) return false;
  let end = index + 1;
  while (end < blocks.length && !isTitleLike(blocks[end]!)) end++;
  return isSigned(blocks[end - 1]!) && !namesAgain(blocks[end - 1]!, named);
}

/** The text below a title, where only titles and credits stand between. */
function nextProse(
  blocks: readonly Block[],
  index: number,
): { readonly block: Block; readonly hasByline: boolean } | undefined {
  let hasByline = false;
  for (const block of blocks.slice(index + 1, index + 2 + mostAboveText)) {
    const credits = creditsOf(block);
    if (credits) hasByline ||= credits.authors !== undefined;
    // □ 萧然
    else if (block.sign?.startsWith("□") && isRowOfNames(block.text)) hasByline = true;
    else if (isProse(block)) return { block, hasByline };
    else if (!isTitleLike(block) && !isCaption(block)) return undefined;
  }
  return undefined;
}

/** How many paragraphs stand before each block; an editor's note belongs to the article below it. */
function proseBefore(blocks: readonly Block[]): readonly number[] {
  const counts = [0];
  for (const block of blocks) counts.push(counts.at(-1)! + (isProse(block) && block.form !== "note" ? 1 : 0));
  return counts;
}
