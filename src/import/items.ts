import type { Block } from "./blocks.ts";
import { dateline } from "./rules/phrases.ts";
import { creditsOf, isCaption, isProse, isTitleLike } from "./traits.ts";

/** So many lines of titles and credits stand above an article's text. */
const mostAboveText = 4;
/** How an article's text ends that says who wrote it. */
const signed = /(?:[（(][^（()）]{0,12}(?:记者|通讯员|完)[^（()）]{0,24}[)）]|[·•][^·•]{2,16}[·•])$/;

/**
 * Splits the blocks of a file where one article ends and the next begins.
 * @param blocks - all blocks
 * @returns the blocks of each article; at least one
 */
export function splitItems(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const starts = [0];
  for (let index = 1; index < blocks.length; index++) {
    const start = starts.at(-1)!;
    const first = firstTitle(blocks, index, start);
    if (first > start && hasProse(blocks, start, first) && startsItem(blocks, index)) starts.push(first);
  }
  const column = starts.length > 1 && isMarkedTitle(blocks[0]!) && (blocks[1]?.level ?? 0) > 1 && startsItem(blocks, 1);
  return starts.map((start, index) => {
    const item = blocks.slice(start, starts[index + 1]);
    return index === 0 && column
      ? [unmarked(item[0]!), titled(item[1]!), ...item.slice(2)]
      : [titled(item[0]!), ...item.slice(1)];
  });
}

/** `# 简讯` above `## …` with a report each is the name of a column. */
function unmarked(block: Block): Block {
  const { spans, text, marks, taken } = block;
  return { spans, text, marks, taken };
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
  return isTitleLike(block) && !block.hasBullet && block.level === undefined && block.role === undefined;
}

function isMarkedTitle({ level, role }: Block): boolean {
  return level === 1 || role === "title";
}

function startsItem(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]!;
  if (!isTitleLike(block) && !(block.level !== undefined && block.level > 1)) return false;
  if (block.hasBullet) return false;
  const text = nextProse(blocks, index);
  if (isMarkedTitle(block)) return text !== undefined;
  if (text === undefined) return false;
  if (dateline.test(text.block.text)) return true;
  if (text.hasByline) return true;
  const above = blocks.slice(0, index).findLast((each) => !isCaption(each));
  return (
    block.isSetApart === true ||
    (above !== undefined &&
      block.level === undefined &&
      (signed.test(above.text) || creditsOf(above)?.authors !== undefined))
  );
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
    else if (isProse(block)) return { block, hasByline };
    else if (!isTitleLike(block) && !isCaption(block)) return undefined;
  }
  return undefined;
}

function hasProse(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from, to).some(isProse);
}
