import { tableOf } from "../characters.ts";
import { hash32OfNothing, hash32With } from "../hash32.ts";
import type { Entry } from "./archive.ts";

/** A shorter title is many articles' title: 今日要闻. */
const shortest = 8;

/** Of a title only these count: papers set quotation marks and spaces as they like. */
const counts = tableOf(/[\p{L}\p{N}\uD800-\uDFFF]/u);

/** What papers add to the title of a story: 百亿级项目缘何落子（图）. */
const addition = /[（(](?:组?图|图文|视频)[）)]$/;

/**
 * The hash of an article's title without what papers set each in their own way.
 * @param entry - the article, or one that is yet to be written
 * @returns a number that is the same for articles of one title; 0 for a short title
 */
export function titleKeyOf({ title }: Pick<Entry, "title">): number {
  const bare = title.endsWith("）") || title.endsWith(")") ? title.replace(addition, "") : title;
  let sum = hash32OfNothing;
  let length = 0;
  for (let index = 0; index < bare.length; index++) {
    const unit = bare.charCodeAt(index);
    if (counts[unit] === 0) continue;
    sum = hash32With(sum, unit);
    length++;
  }
  // Two titles that only chance makes alike are told apart by their texts or length.
  return length < shortest ? 0 : (sum >>> 0) * 0x200 + Math.min(length, 0x1ff);
}
