import type { Filing } from "../bind/indexRow.ts";
import { byCodeUnit } from "../order.ts";

/**
 * Names categories after their articles: the most frequent first tag, as in `nantongribao` → 南通日报新闻. Where an
 * article names several categories and as many tags, they go together in order.
 * @param filings - the filings of articles, merged copies too, each with how many have it
 * @param overrides - labels by slug from the configuration
 * @returns labels by slug; a category whose articles have no tags is missing
 */
export function labelsOf(
  filings: Iterable<readonly [Filing, number]>,
  overrides: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [{ categories, tags }, count] of filings) {
    const inOrder = categories.length === tags.length;
    for (const [index, { slug }] of categories.entries()) {
      const tag = inOrder ? tags[index] : tags[0];
      if (!tag) continue;
      const counts = votes.get(slug) ?? new Map<string, number>();
      votes.set(slug, counts.set(tag.label, (counts.get(tag.label) ?? 0) + count));
    }
  }
  const labels = new Map<string, string>();
  for (const [slug, counts] of votes) labels.set(slug, mostFrequent(counts));
  for (const [slug, label] of Object.entries(overrides)) labels.set(slug, label);
  return labels;
}

/**
 * The most frequent of several names.
 * @param counts - how often each occurs; not empty
 * @returns the most frequent one, of equals the first by code unit
 */
export function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let [most, name] = [0, ""];
  for (const [other, count] of counts) {
    if (count > most || (count === most && byCodeUnit(other, name) < 0)) [most, name] = [count, other];
  }
  return name;
}
