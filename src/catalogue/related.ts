import { byCodeUnit } from "../order.ts";
import type { Entry, TermEntry } from "./archive.ts";

/** How many related articles a page shows. */
const most = 5;
/** How far to look on each side among the articles of a term, which stand in order of time. */
const reach = 8;

/**
 * Finds related articles: those that share terms, rare ones counting more (the logarithm of the archive's size over
 * the term's, as in inverse document frequency), and of equals those nearest in time.
 * @param entry - the article
 * @param count - how many articles the archive has
 * @returns up to five entries, the most related first
 */
export function relatedTo(entry: Entry, count: number): readonly Entry[] {
  const scores = new Map<Entry, number>();
  for (const term of [...entry.categories, ...entry.tags]) {
    const weight = Math.log(1 + count / term.entries.length);
    for (const other of near(term, entry)) scores.set(other, (scores.get(other) ?? 0) + weight);
  }
  return [...scores]
    .sort(([a, scoreA], [b, scoreB]) => {
      const nearer = Math.abs(a.time - entry.time) - Math.abs(b.time - entry.time);
      return scoreB - scoreA || nearer || byCodeUnit(a.permalink, b.permalink);
    })
    .slice(0, most)
    .map(([other]) => other);
}

/**
 * Where an entry stands among the articles of a term.
 * @param term - one of its terms
 * @param entry - the entry
 * @returns its index in `term.entries`
 */
export function placeIn(term: TermEntry, entry: Entry): number {
  let low = 0;
  let high = term.entries.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (term.entries[middle]!.rank < entry.rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

function near(term: TermEntry, entry: Entry): readonly Entry[] {
  const place = placeIn(term, entry);
  return term.entries.slice(Math.max(0, place - reach), place + reach + 1).filter((other) => other !== entry);
}
