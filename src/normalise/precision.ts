import type { Precision } from "../model.ts";

/** What `date_precision` may say; a time of day is as exact as it is written. */
const precisions: readonly Precision[] = ["day", "month", "year"];

/**
 * How much of its date an article's front matter says is known.
 * @param stated - what stands there
 * @returns the precision, nothing where nothing is stated, or the text that is none
 */
export function readPrecision(stated: readonly string[]): Precision | { readonly text: string } | undefined {
  const text = stated.join(", ").trim();
  if (text === "") return undefined;
  return precisions.find((precision) => precision === text.toLowerCase()) ?? { text };
}
