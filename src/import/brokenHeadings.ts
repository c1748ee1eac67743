import { joined, type Block } from "./blocks.ts";
import { numbered } from "./rules/phrases.ts";
import { isClosed } from "./sentence.ts";
import { creditsOf, isCaption, isNumberedHeading } from "./traits.ts";
import { widthOf } from "./wrap.ts";

/** The end of a heading that was broken is no longer, characters of full width. */
const longestEnd = 14;

/**
 * Puts numbered headings together whose end stands by itself, behind a caption perhaps: `一、“排头兵”式冲锋，与企业` / `精准对接。`
 * @param blocks - blocks in the order of the file
 * @returns the blocks, each such heading one
 */
export function mendHeadings(blocks: readonly Block[]): readonly Block[] {
  const mended: Block[] = [];
  const open = openSigns(blocks);
  let at = -1;
  for (const block of blocks) {
    const above = mended[at];
    const isEnd =
      above !== undefined &&
      above.level === undefined &&
      above.role === undefined &&
      !above.isParagraph &&
      !block.isParagraph &&
      isOpenHeading(above) &&
      open.get(numberSign(above)) === 1 &&
      isClosed(block.text) &&
      block.role === undefined &&
      widthOf(block.text) <= longestEnd &&
      !/[。！？].+/.test(block.text);
    if (isEnd) mended[at] = joined([above, block]);
    else {
      mended.push(block);
      if (!isCaption(block) && !creditsOf(block)) at = mended.length - 1;
    }
  }
  return mended;
}

/** 二、“链对链”协同， */
function isOpenHeading(block: Block): boolean {
  return !isClosed(block.text) && isNumberedHeading({ ...block, text: block.text.replace(/[，,]$/, "") });
}

/** How many numbered headings of each sign end without a mark: where several do, none of them was broken. */
function openSigns(blocks: readonly Block[]): ReadonlyMap<string | undefined, number> {
  const open = new Map<string | undefined, number>();
  for (const block of blocks) {
    if (!isOpenHeading(block)) continue;
    const sign = numberSign(block);
    open.set(sign, (open.get(sign) ?? 0) + 1);
  }
  return open;
}

/**
 * The kind of a number before a heading or a passage.
 * @param block - the block
 * @returns `0、` for 一、 and 二、 alike; nothing where there is none
 */
export function numberSign({ text }: Block): string | undefined {
  const sign = numbered.exec(text)?.[0].trim();
  return sign?.replace(/[\d一二三四五六七八九十]+/, "0");
}
