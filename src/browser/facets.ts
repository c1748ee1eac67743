import type { Candidate } from "../search/find.ts";
import type { Query } from "../search/query.ts";
import type { Order } from "../search/session.ts";
import { element } from "./element.ts";
import { queryLink } from "./queryLink.ts";

/** What hits can be narrowed down by: a field, its name for readers, and an article's values with their labels. */
const facets: readonly {
  readonly field: string;
  readonly name: string;
  readonly isAsked: (query: Query) => boolean;
  readonly valuesOf: (candidate: Candidate) => readonly (readonly [value: string, label: string])[];
}[] = [
  {
    field: "year",
    name: "年份",
    isAsked: ({ from, to }) => from !== "" && from.slice(0, 4) === to.slice(0, 4),
    valuesOf: ({ day }) => [[day.slice(0, 4), `${day.slice(0, 4)}年`]],
  },
  { field: "category", name: "报纸", isAsked: has("category"), valuesOf: ({ filing }) => filing.categories },
  { field: "tag", name: "标签", isAsked: has("tag"), valuesOf: ({ filing }) => filing.tags },
  {
    field: "source",
    name: "来源",
    isAsked: has("source"),
    valuesOf: ({ filing }) => filing.sources.map((source) => [source, source]),
  },
];

function has(field: string): (query: Query) => boolean {
  return ({ fields }) => fields.some(({ name, isExcluded }) => name === field && !isExcluded);
}

/** Values of one facet that are shown. */
const mostValues = 8;

/** A search whose hits are to be narrowed down. */
export interface Narrowed {
  /** What was asked, as it was typed. */
  readonly text: string;
  readonly query: Query;
  readonly order: Order;
  readonly candidates: readonly Candidate[];
  /** Whether these are all that there are, and surely hits. */
  readonly isExact: boolean;
}

/**
 * Ways to narrow a search down, with the number of articles that would remain.
 * @param narrowed - the search
 * @returns an element for each facet that tells articles apart
 */
export function facetsOf({ text, query, order, candidates, isExact }: Narrowed): readonly HTMLElement[] {
  return facets.flatMap(({ field, name, isAsked, valuesOf }): readonly HTMLElement[] => {
    const counts = countsOf(candidates, valuesOf);
    if (isAsked(query) || !counts.some(({ count }) => count < candidates.length)) return [];
    const sorted = counts.sort(
      (a, b) =>
        (field === "year" ? Number(b.value) - Number(a.value) : b.count - a.count) || (a.value < b.value ? -1 : 1),
    );
    const rows = sorted.slice(0, mostValues).map(({ value, label, count }) => {
      const number = element("span", { className: "count" }, isExact ? String(count) : `约 ${count}`);
      return element("li", {}, queryLink(narrow(text, field, value), order, label), " ", number);
    });
    const isOpen = matchMedia("(min-width: 48rem)").matches;
    return [element("details", { open: isOpen }, element("summary", {}, name), element("ul", {}, ...rows))];
  });
}

/**
 * Asks for a field as well.
 * @param text - a query, in which a quotation mark may be open: so the field comes first
 * @param field - the field's name
 * @param value - its value
 * @returns the query
 */
export function narrow(text: string, field: string, value: string): string {
  const isPlain = !/[\s"“”＂]/.test(value);
  return `${field}:${isPlain ? value : `"${value.replace(/["“”＂]/g, "")}"`} ${text}`.trim();
}

function countsOf(candidates: readonly Candidate[], valuesOf: (typeof facets)[number]["valuesOf"]) {
  const counts = new Map<string, { readonly value: string; readonly label: string; count: number }>();
  for (const [value, label] of candidates.flatMap(valuesOf)) {
    const known = counts.get(value);
    if (known) known.count++;
    else counts.set(value, { value, label, count: 1 });
  }
  return [...counts.values()];
}
