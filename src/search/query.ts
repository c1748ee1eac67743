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
  /** What of it cannot be answered. */
  readonly faults: readonly Fault[];
}

/** Something in a query that cannot be answered. */
export interface Fault {
  /**
   * `day`: what is no date; `excluded day`: dates, with a minus; `no day`: bounds with no day between them; `nothing
   * wanted`: only what is not to be found.
   */
  readonly kind: "day" | "excluded day" | "no day" | "nothing wanted";
  /** The part of the query, as it was written. */
  readonly text: string;
}

/** One part of a query: perhaps a minus, perhaps a field, then words in quotation marks or up to the next space. */
const part =
  /(?<minus>[-－])?(?:(?<name>[a-z]+|[\p{Script=Han}]{2})[:：])?(?:["“”＂](?<phrase>[^"“”＂]*)["“”＂]?|(?<word>[^\s"＂]+))/giu;
/** The beginning of a part, of which the rest is still to be typed. */
const unfinished = /^[-－]?(?:(?<name>[a-z]+|[\p{Script=Han}]{2})[:：])?$/iu;

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
  const faults: Fault[] = [];
  let [from, to] = ["", ""];
  for (const found of text.replaceAll("\n", " ").matchAll(part)) {
    const { minus, name = "", phrase, word } = found.groups!;
    const field = fieldNames.get(name.toLowerCase());
    const isExcluded = minus !== undefined;
    const said = phrase ?? word ?? "";
    const written = field === undefined && name !== "" ? found[0].slice(minus?.length ?? 0) : said;
    const value = fold(written, table).replaceAll(field === undefined ? '"' : /["“”]/g, "");
    if (value === "" || isUnfinished(found[0])) continue;
    if (field === undefined) terms.push({ text: value, isExcluded, isPhrase: phrase !== undefined });
    else if (field === "category" || field === "tag" || field === "source")
      fields.push({ name: field, value, isExcluded });
    else {
      const days = daysOf(value);
      if (isExcluded) faults.push({ kind: "excluded day", text: found[0] });
      else if (!days) faults.push({ kind: "day", text: found[0] });
      else {
        if (field !== "to" && days.first > from) from = days.first;
        if (field !== "from" && (to === "" || days.last < to)) to = days.last;
      }
    }
  }
  if (to !== "" && from > to) faults.push({ kind: "no day", text: `${from} – ${to}` });
  const query = { terms, fields, from, to, faults };
  if (terms.length > 0 && asksNothing(query)) faults.push({ kind: "nothing wanted", text });
  return query;
}

/**
 * Whether a query asks for nothing, or only for what is not to be found.
 * @param query - the query
 * @returns whether there is nothing to look for
 */
export function asksNothing({ terms, fields, from, to }: Query): boolean {
  return terms.every(({ isExcluded }) => isExcluded) && fields.length === 0 && from === "" && to === "";
}

/** Whether no more was typed than a minus, or the name of a field. */
function isUnfinished(written: string): boolean {
  const { name } = unfinished.exec(written)?.groups ?? {};
  return /^[-－]+$/.test(written) || (name !== undefined && fieldNames.has(name.toLowerCase()));
}

/** A year, a month or a day: 2022, 2022-03, 20220311, 2022年3月11日. */
const dates = /^(\d{4})(?:[-/.年]?(\d{1,2})月?(?:[-/.]?(\d{1,2})[日号]?)?|年)?$/;

/** The first and the last day of a year, a month or a day; months are said to have 31, which sorts as well. */
function daysOf(value: string): { readonly first: string; readonly last: string } | undefined {
  const [, year, month, day] = dates.exec(value) ?? [];
  if (year === undefined) return undefined;
  const [first, last] = [month ?? "01", month ?? "12"].map((number) => number.padStart(2, "0"));
  if (Number(first) < 1 || Number(last) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  return {
    first: `${year}-${first}-${(day ?? "01").padStart(2, "0")}`,
    last: `${year}-${last}-${(day ?? "31").padStart(2, "0")}`,
  };
}
