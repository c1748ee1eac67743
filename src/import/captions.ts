import { joined, type Block } from "./blocks.ts";
import { caption, captionEnd } from "./rules/phrases.ts";
import { creditsOf, isCaption } from "./traits.ts";
import { widthOf } from "./wrap.ts";

/** A caption that nothing marks as one is no longer, characters of full width. */
const longest = 30;

/**
 * Puts captions together whose credit or end stands in the next line: ▲东旺村村民起捕螃蟹。 / 兴化日报记者 顾日升 摄.
 * @param blocks - blocks in the order of the file
 * @returns the blocks, each such caption one
 */
export function mendCaptions(blocks: readonly Block[]): readonly Block[] {
  const mended: Block[] = [];
  for (const block of blocks) {
    const above = mended.at(-1);
    const people = above && !block.isApart && isCaption(above) && !caption.test(above.text) && creditsOf(block);
    const isEnd = above && !block.isApart && isCaption(above) && captionEnd.test(block.text);
    const isPictured = above && isPhotographed(above, block);
    if (isEnd || isPictured || (people && people.photographers && !people.authors)) {
      mended[mended.length - 1] = { ...joined([above, block]), text: `${above.text} ${block.text}` };
    } else mended.push(block);
  }
  return mended;
}

/** 工人在检测磁性材料产品。 / 记者 祝家乐 摄: a short sentence right above who photographed, and set apart from the text. */
function isPhotographed(above: Block, credit: Block): boolean {
  const people = credit.isApart ? undefined : creditsOf(credit);
  if (!people?.photographers || people.authors) return false;
  return above.isApart === true && isShortSentence(above);
}

/**
 * Whether a block is one short sentence, as captions without a mark are.
 * @param block - the block
 * @returns false for what is said, and for what leads up to more
 */
export function isShortSentence({ text, form }: Block): boolean {
  return form === undefined && widthOf(text) <= longest && /^[^。！？；：“”]+。$/.test(text);
}
