import type { Fate } from "./fate.ts";
import type { MastheadWord } from "./masthead.ts";
import type { MastheadPart } from "./rules/masthead.ts";

const fateOfPart: Partial<Readonly<Record<MastheadPart, Fate>>> = {
  date: "date",
  page: "page",
  paper: "source",
  periodical: "source",
  source: "source",
  author: "byline",
  editor: "editor",
};

/**
 * What becomes of a line of a masthead.
 * @param words - what the line names
 * @returns the fate of the first thing it names that an article keeps; furniture without one
 */
export function fateOf(words: readonly MastheadWord[]): Fate {
  return words.map(({ part }) => fateOfPart[part]).find((fate) => fate !== undefined) ?? "furniture";
}

/**
 * Whether a line of a masthead could be nothing else, wherever it stands.
 * @param words - what the line names
 * @returns false for a date or a paper's name alone
 */
export function isSure(words: readonly MastheadWord[]): boolean {
  const parts = new Set(words.map(({ part }) => part));
  return (
    parts.has("editor") ||
    parts.has("staff") ||
    parts.has("number") ||
    parts.has("source") ||
    (parts.has("date") && (parts.has("weekday") || parts.has("page") || words.some(hasTime)))
  );
}

/** A date with its time is longer than the date. */
function hasTime({ part, value, from, to }: MastheadWord): boolean {
  return part === "date" && to - from > value.length;
}

/**
 * Whether a line may be something else: a number alone may be anything, and so may the name of a periodical.
 * @param words - what the line names
 * @returns true for `3` and `今日海门`
 */
export function isDoubtful(words: readonly MastheadWord[]): boolean {
  const [meant, ...more] = words.filter(({ part }) => part !== "rule");
  if (!meant || more.length > 0) return false;
  return meant.part === "periodical" || (meant.part === "page" && /^\d+$/.test(meant.value));
}

/**
 * Whether a line that each page repeats says once what the page is.
 * @param words - what the line names
 * @returns true for one with a date, a paper's name or a page
 */
export function isTelling(words: readonly MastheadWord[]): boolean {
  return words.some(({ part }) => part === "date" || part === "paper" || part === "page") && !isDoubtful(words);
}
