import { pinyin } from "pinyin-pro";

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

/** Reading aloud takes longer than all else that a term needs, and the development server does it at every save. */
const readings = new Map<string, Reading>();

function read(label: string): Reading {
  const key = pinyin(label, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim();
  const first = key.charAt(0).toUpperCase();
  return { key, initial: /^[A-Z]$/.test(first) ? first : "#" };
}
