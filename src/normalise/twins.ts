import { isHan, tableOf } from "../characters.ts";
import { roomFor } from "../columns.ts";
import { hash32OfNothing, hash32With } from "../hash32.ts";
import { unitsOf } from "../units.ts";

/** More sentences than this say nothing new about whether two texts are one. */
const mostSentences = 24;
/** Two texts are one when this share of the shorter one's sentences, and of the longer one's, is common to both. */
const leastOfShorter = 0.8;
const leastOfLonger = 0.5;

/**
 * The wire's number in a file name: the same for `DATE-ID` and `DATE-NWID`, which may be one article twice.
 * @param slug - the file name's slug
 * @returns the digits, or `undefined` when the name has no such number
 */
export function twinCodeOf(slug: string): string | undefined {
  return /^(?:NW)?(\d{12,24})$/.exec(slug)?.[1];
}

/**
 * What to compare a text with its twin by.
 * @param text - plain text without the lead
 * @returns hashes of its sentences, the smallest ones, in order
 */
export function sketchSentences(text: string): readonly number[] {
  if (text !== last.text) last = { text, sketch: sketchOf(text) };
  return last.sketch;
}

/** Of a wire's article the same text is asked for twice in a row: to tell its twin by, and for the index. */
let last: { readonly text: string; readonly sketch: readonly number[] } = { text: "", sketch: [] };

function sketchOf(text: string): readonly number[] {
  let count = 0;
  let sum = hash32OfNothing;
  let length = 0;
  const units = unitsOf(text);
  for (let index = 0; index < text.length; index++) {
    const unit = units[index]!;
    if (isHan(unit) || between[unit] === 0) {
      sum = hash32With(sum, unit);
      length++;
    } else if (length > 0 && endsOfSentences[unit] === 1) {
      count = addSum(sum, count);
      sum = hash32OfNothing;
      length = 0;
    }
  }
  if (length > 0) count = addSum(sum, count);
  const sorted = sums.subarray(0, count).sort();
  const smallest: number[] = [];
  for (let at = 0; at < count && smallest.length < mostSentences; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) smallest.push(sorted[at]!);
  }
  return smallest;
}

/** Hashes of a text's sentences, as many as it has: a set would keep each as an object. */
let sums = new Uint32Array(256);

/** Adds a hash to so many. */
function addSum(sum: number, count: number): number {
  sums = roomFor(sums, count + 1);
  sums[count] = sum;
  return count + 1;
}

const endsOfSentences = tableOf(/[。！？!?；;\n]/);
/** What does not count within a sentence, or is between two. */
const between = tableOf(/[\s。！？!?；;]/);

/**
 * Whether two texts are the same but for little things.
 * @param one - the sketch of one
 * @param other - the sketch of the other
 * @returns true when most sentences are common to both
 */
export function isSameText(one: readonly number[], other: readonly number[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  const { ofShorter, ofLonger } = commonSentences(one, other);
  return ofShorter >= leastOfShorter && ofLonger >= leastOfLonger;
}

/** Shares of the shorter and of the longer sketch, 0 to 1, that are common to both. */
function commonSentences(
  one: readonly number[],
  other: readonly number[],
): { readonly ofShorter: number; readonly ofLonger: number } {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length === 0) return { ofShorter: 0, ofLonger: 0 };
  const inLonger = new Set(longer);
  const common = shorter.filter((sentence) => inLonger.has(sentence)).length;
  return { ofShorter: common / shorter.length, ofLonger: common / longer.length };
}
