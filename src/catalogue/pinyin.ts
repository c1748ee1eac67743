import type * as PinyinPro from "pinyin-pro";
import { installed } from "../installed.ts";

/** How a label is read aloud. */
export interface Reading {
  /** What to sort by: its syllables, Latin in lower case. */
  readonly key: string;
  /** `A` to `Z`, or `#` for anything else. */
  readonly initial: string;
}

/**
 * Reads a label in pinyin, words with their own sound: 重庆 is chongqing.
 * @param label - a category's or tag's label
 * @returns its sort key and its letter
 */
export function readingOf(label: string): Reading {
  const known = readings.get(label) ?? read(label);
  readings.set(label, known);
  return known;
}

/** Reading aloud takes longer than all else that a term needs, and is done of the same labels in every build. */
const readings = new Map<string, Reading>();

/**
 * Recalls how labels are read, so that they are not read again.
 * @param known - labels and their readings, as an earlier build has kept them
 */
export function recallReadings(known: Iterable<readonly [label: string, reading: Reading]>): void {
  for (const [label, reading] of known) readings.set(label, reading);
}

/**
 * What has been read so far.
 * @returns labels and their readings
 */
export function readingsSoFar(): ReadonlyMap<string, Reading> {
  return readings;
}

function read(label: string): Reading {
  const { pinyin } = installed("pinyin-pro") as typeof PinyinPro;
  const key = pinyin(label, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim();
  const first = key.charAt(0).toUpperCase();
  return { key, initial: /^[A-Z]$/.test(first) ? first : "#" };
}
