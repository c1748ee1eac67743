import { fold, type FoldTable } from "./fold.ts";
import type { FieldName } from "./keys.ts";

/** Words of a query, folded. */
export interface Term {
  readonly text: string;
  readonly isExcluded: boolean;
  /** Whether it stood in quotation marks: then it is not read as pinyin. */
  readonly isPhrase: boolean;
}

/** `category:nantongribao`: the value as it was written, folded. */
export interface Field {
  readonly name: FieldName;
  readonly value: string;
  readonly isExcluded: boolean;
}

/** What a reader asks for. */
export interface Query {
  readonly terms: readonly Term[];
  readonly fields: readonly Field[];
  /** First and last day, `2022-03-01`; empty where there is no bound. */
  readonly from: string;
  readonly to: string;
  /** What could not be understood, as it was written. */
  readonly faults: readonly string[];
}

/** One part of a query: perhaps a minus, perhaps a field, then words in quotation marks or up to the next space. */
const part =
  /(?<minus>[-－])?(?:(?<name>[a-z]+|[\p{Script=Han}]{2})[:：])?(?:["“”＂](?<phrase>[^"“”＂]*)["“”＂]?|(?<word>[^\s]+))/giu;

/** Names of fields, as they may be written. */
const fieldNames: ReadonlyMap<string, FieldName | "year" | "from" | "to"> = new Map([
  ["category", "category"],
  ["tag", "tag"],
  ["source", "source"],
  ["year", "year"],
  ["from", "from"],
  ["to", "to"],
  ["报纸", "category"],
  ["标签", "tag"],
  ["来源", "source"],
  ["年份", "year"],
]);

/**
 * Reads a query: words, `"phrases"`, `-without`, `category:` `tag:` `source:` `year:` `from:` `to:`.
 * @param text - what the reader has typed
 * @param table - by which texts are folded
 * @returns the query
 */
export function parseQuery(text: string, table: FoldTable): Query {
  const terms: Term[] = [];
  const fields: Field[] = [];
  const faults: string[] = [];
  let [from, to] = ["", ""];
  for (const found of text.replaceAll("\n", " ").matchAll(part)) {
    const { minus, name = "", phrase, word } = found.groups!;
    const field = fieldNames.get(name.toLowerCase());
    const isExcluded = minus !== undefined;
    const said = phrase ?? word ?? "";
    const written = field === undefined && name !== "" ? found[0].slice(minus?.length ?? 0) : said;
    const value = fold(written, table).replaceAll('"', "");
    if (value === "") continue;
    if (field === undefined) terms.push({ text: value, isExcluded, isPhrase: phrase !== undefined });
    else if (field === "category" || field === "tag" || field === "source")
      fields.push({ name: field, value, isExcluded });
    else {
      // Days can be asked for, not taken out.
      const days = isExcluded ? undefined : daysOf(value);
      if (!days) faults.push(found[0].trim());
      else if (field !== "to") from = days.first > from ? days.first : from;
      if (days && field !== "from") to = to === "" || days.last < to ? days.last : to;
    }
  }
  return { terms, fields, from, to, faults };
}

/** The first and the last day of a year, a month or a day; months are said to have 31, which sorts as well. */
function daysOf(value: string): { readonly first: string; readonly last: string } | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/.]?(\d{1,2}))?(?:[-/.]?(\d{1,2}))?$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const [first, last] = [month ?? "01", month ?? "12"].map((number) => number.padStart(2, "0"));
  if (Number(first) < 1 || Number(last) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  return {
    first: `${year}-${first}-${(day ?? "01").padStart(2, "0")}`,
    last: `${year}-${last}-${(day ?? "31").padStart(2, "0")}`,
  };
}
