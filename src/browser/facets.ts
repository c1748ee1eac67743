import type { Candidate } from "../search/find.ts";
import type { Order } from "../search/session.ts";
import { element } from "./element.ts";

/** What hits can be narrowed down by: a field, its name for readers, and an article's values with their labels. */
const facets: readonly {
  readonly field: string;
  readonly name: string;
  readonly valuesOf: (candidate: Candidate) => readonly (readonly [value: string, label: string])[];
}[] = [
  { field: "year", name: "年份", valuesOf: ({ day }) => [[day.slice(0, 4), `${day.slice(0, 4)}年`]] },
  { field: "category", name: "报纸", valuesOf: ({ filing }) => filing.categories },
  { field: "tag", name: "标签", valuesOf: ({ filing }) => filing.tags },
  { field: "source", name: "来源", valuesOf: ({ filing }) => filing.sources.map((source) => [source, source]) },
];

/** Values of one facet that are shown. */
const mostValues = 8;

/**
 * Ways to narrow a search down, with the number of articles that would remain.
 * @param candidates - what was found
 * @param text - what was asked
 * @param order - in which order it is shown
 * @returns an element for each facet that tells articles apart
 */
export function facetsOf(candidates: readonly Candidate[], text: string, order: Order): readonly HTMLElement[] {
  return facets.flatMap(({ field, name, valuesOf }): readonly HTMLElement[] => {
    const counts = new Map<string, { readonly label: string; count: number }>();
    for (const candidate of candidates) {
      for (const [value, label] of valuesOf(candidate)) {
        const known = counts.get(value);
        if (known) known.count++;
        else counts.set(value, { label, count: 1 });
      }
    }
    const isAsked = new RegExp(`(?:^|\\s)${field}:`).test(text);
    if (isAsked || ![...counts.values()].some(({ count }) => count < candidates.length)) return [];
    const sorted = [...counts].sort(
      ([a, { count }], [b, { count: other }]) =>
        (field === "year" ? Number(b) - Number(a) : other - count) || (a < b ? -1 : 1),
    );
    return [
      facet(
        name,
        sorted.slice(0, mostValues).map(([value, { label, count }]) => {
          const narrowed = `${text} ${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
          return { label, count, narrowed };
        }),
        order,
      ),
    ];
  });
}

function facet(
  name: string,
  values: readonly { readonly label: string; readonly count: number; readonly narrowed: string }[],
  order: Order,
): HTMLElement {
  const rows = values.map(({ label, count, narrowed }) => {
    const address = new URL(location.href);
    address.searchParams.set("q", narrowed.trim());
    if (order === "newest") address.searchParams.delete("order");
    const link = element("a", { href: address.href }, label);
    link.dataset["query"] = "";
    return element("li", {}, link, " ", element("span", { className: "count" }, String(count)));
  });
  const open = matchMedia("(min-width: 48rem)").matches;
  return element("details", { open }, element("summary", {}, name), element("ul", {}, ...rows));
}
