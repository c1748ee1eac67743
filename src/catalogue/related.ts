import { byCodeUnit } from "../order.ts";
import type { OpenEntry } from "./entry.ts";
import type { OpenTerm } from "./terms.ts";

/** How many related articles a page shows. */
const most = 5;
/** How far to look on each side among the articles of a term, which stand in order of time. */
const reach = 8;

/** What articles have in common: a term, or a company that they are about. */
export type Gathering = Pick<OpenTerm, "entries" | "passed">;

/** Where an article stands among those of one of its terms or companies. */
export interface Place {
  readonly term: Gathering;
  /** Its index in `term.entries`. */
  readonly index: number;
}

/** Which articles are related to which, by their ranks: a few numbers for each, as there are many. */
export class Relations {
  readonly #entries: readonly OpenEntry[];
  readonly #ranks: Int32Array;

  /** @param entries - all of them, by rank */
  constructor(entries: readonly OpenEntry[]) {
    this.#entries = entries;
    this.#ranks = new Int32Array(entries.length * most).fill(-1);
  }

  /**
   * An entry by its rank.
   * @param rank - the rank
   * @returns the entry, if there is one
   */
  ranked(rank: number): OpenEntry | undefined {
    return this.#entries[rank];
  }

  /**
   * Notes what is related to an article.
   * @param entry - the article
   * @param related - up to five others
   */
  set(entry: OpenEntry, related: readonly OpenEntry[]): void {
    for (const [index, { rank }] of related.entries()) this.#ranks[entry.rank * most + index] = rank;
  }

  /**
   * What is related to an article.
   * @param entry - the article
   * @returns the others, in the order in which they were noted
   */
  of({ rank }: OpenEntry): readonly OpenEntry[] {
    const related: OpenEntry[] = [];
    for (let at = rank * most; at < (rank + 1) * most && this.#ranks[at]! >= 0; at++) {
      related.push(this.#entries[this.#ranks[at]!]!);
    }
    return related;
  }
}

/**
 * Finds related articles: those that share terms or companies, rare ones counting more (the logarithm of the archive's size over
 * the term's, as in inverse document frequency), and of equals those nearest in time.
 * @param entry - the article
 * @param places - where it stands among the articles of each of its terms and companies
 * @param scores - a zero for each article of the archive, by rank; they are zeros again afterwards
 * @returns up to five entries, the most related first
 */
export function relatedTo(entry: OpenEntry, places: readonly Place[], scores: Float64Array): readonly OpenEntry[] {
  const others: OpenEntry[] = [];
  for (const { term, index } of places) {
    const weight = Math.log(1 + scores.length / term.entries.length);
    const end = Math.min(index + reach + 1, term.entries.length);
    for (let at = Math.max(0, index - reach); at < end; at++) {
      const other = term.entries[at]!;
      if (other === entry) continue;
      if (scores[other.rank] === 0) others.push(other);
      scores[other.rank]! += weight;
    }
  }
  const compare = (a: OpenEntry, b: OpenEntry) =>
    scores[b.rank]! - scores[a.rank]! ||
    Math.abs(a.time - entry.time) - Math.abs(b.time - entry.time) ||
    byCodeUnit(a.permalink, b.permalink);
  const best: OpenEntry[] = [];
  for (const other of others) {
    let at = best.length;
    while (at > 0 && compare(other, best[at - 1]!) < 0) at--;
    if (at < most) best.splice(at, 0, other);
    if (best.length > most) best.pop();
  }
  for (const { rank } of others) scores[rank] = 0;
  return best;
}
