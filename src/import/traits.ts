import { readCredits } from "./credits.ts";
import type { Byline } from "../model.ts";
import type { Block } from "./blocks.ts";
import {
  boxName,
  caption,
  captionView,
  captionWords,
  numbered,
  pointing,
  sectionWords,
  unit,
  wroteToo,
} from "./rules/phrases.ts";
import { beginsInside, isClosed } from "./sentence.ts";
import { widthOf } from "./wrap.ts";

/** Longer blocks are paragraphs, characters of full width. */
const longestTitle = 45;
const longestCaption = 90;
const longestHeading = 32;
const longestNumbered = 42;
/** A heading has two halves at most: 突出全局化视野，抬高站位抓招引. */
const mostCommas = 1;

/**
 * The credits a block is.
 * @param block - the block
 * @returns the people by what they did, or nothing when it is something else
 */
export function creditsOf({ text, role, form }: Block): Partial<Byline> | undefined {
  if (role === "title" || role === "heading" || form !== undefined) return undefined;
  const office = unit.exec(text);
  return readCredits(text) ?? (office ? { authors: [office[1]!.trim()] } : undefined);
}

/**
 * Whether a block says what a picture shows.
 * @param block - the block
 * @returns true for `开发区俯瞰 钱咸华摄`
 */
export function isCaption(block: Block): boolean {
  if (block.role !== undefined) return block.role === "caption";
  const width = widthOf(block.text);
  if (block.level !== undefined || block.form !== undefined || width > longestCaption || creditsOf(block)) return false;
  const isCredited = caption.test(block.text) && !wroteToo.test(block.text) && !/[。！？].+[。！？]/.test(block.text);
  // ▲东旺村村民在稻田里起捕螃蟹。
  if (block.sign !== undefined && pointing.test(block.sign) && isClosed(block.text)) return true;
  return isCredited || ((captionWords.test(block.text) || captionView.test(block.text)) && width <= longestTitle);
}

/**
 * Whether a block can be a title, a kicker or a sub-title: short, no sentence, no credit.
 * @param block - the block
 * @returns false for paragraphs and pieces of them
 */
export function isTitleLike(block: Block): boolean {
  const { text, role, level, form } = block;
  if (role === "title" || level === 1) return true;
  if (role === "caption" || form !== undefined) return false;
  return (
    widthOf(text) <= longestTitle &&
    !/[。；;：:，,、]$/.test(text) &&
    !/[。；]/.test(text) &&
    (!isClosed(text) || /[？！?!）)”】]$/.test(text)) &&
    /\p{L}[“”‘’《》]?\p{L}/u.test(text) &&
    !beginsInside(text) &&
    !numbered.test(text) &&
    !sectionWords.test(text) &&
    !creditsOf(block) &&
    !isCaption(block)
  );
}

/**
 * Whether a block is text that runs: a paragraph, or a piece of one.
 * @param block - the block
 * @returns false for titles, headings, credits and captions
 */
export function isProse(block: Block): boolean {
  const { text, role, level, form } = block;
  if (form !== undefined) return true;
  if (role === "title" || role === "heading" || level !== undefined) return false;
  if (creditsOf(block) || isCaption(block)) return false;
  if (boxName.test(text)) return false;
  if (widthOf(text) > longestTitle || /[。；].*[\p{L}\p{N}]/u.test(text)) return true;
  // 优秀案例展播（七） ends with a bracket, but no sentence.
  if (/^[^（(【].*[)）】]$/.test(text) && !/[。！？!?；：，]/.test(text)) return false;
  return isClosed(text) && !(numbered.test(text) && isOneClause(text)) && !sectionWords.test(text);
}

/**
 * Whether a block is numbered and short, as headings are: `二、“钉钉子”式推进，为企业量身定制。`
 * @param block - the block
 * @returns false for passages that begin with a number
 */
export function isNumberedHeading({ text, form }: Block): boolean {
  if (form !== undefined) return false;
  return numbered.test(text) && widthOf(text) <= longestNumbered && isOneClause(text) && !/[；;，,]$/.test(text);
}

/**
 * Whether a block looks like a sub-heading without a sign that says so.
 * @param block - the block
 * @returns true for short lines without punctuation at their end
 */
export function isHeadingLike(block: Block): boolean {
  const { text } = block;
  if (isCutQuote(text)) return false;
  return isTitleLike(block) && widthOf(text) <= longestHeading && (text.match(/[，,]/g)?.length ?? 0) <= mostCommas;
}

/** “我们用的是自主研发的supply: a quotation that is not closed goes on in another line. */
function isCutQuote(text: string): boolean {
  const count = (mark: string) => text.split(mark).length;
  return count("“") !== count("”") || count("《") !== count("》");
}

function isOneClause(text: string): boolean {
  return !/[。！？；].*[^”」』）)\s]/.test(text.replace(numbered, "").replace(/[。！？；][”」』）)]*$/, ""));
}
