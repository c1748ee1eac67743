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
  readonly #times: Float64Array;
  /** 0 where it was not asked for yet: each is asked for by all that link to the article. */
  readonly #linkHashes: Float64Array;
  /** While an article is looked at, what others score by rank; at other times zeros. */
  readonly #scores: Float64Array;
  /** The ranks of those others. */
  readonly #others: number[] = [];

  /** @param entries - all of them, by rank */
  constructor(entries: readonly OpenEntry[]) {
    this.#entries = entries;
    this.#ranks = new Int32Array(entries.length * most).fill(-1);
    this.#scores = new Float64Array(entries.length);
    this.#times = new Float64Array(entries.length);
    this.#linkHashes = new Float64Array(entries.length);
    for (const [rank, { time }] of entries.entries()) this.#times[rank] = time;
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
   * The hash of what links to an article show of it.
   * @param entry - the article
   * @returns the hash
   */
  linkHashOf(entry: OpenEntry): number {
    return (this.#linkHashes[entry.rank] ||= entry.findLinkHash());
  }

  /**
   * What is related to an article.
   * @param entry - the article
   * @returns up to five entries, the most related first
   */
  of({ rank }: OpenEntry): readonly OpenEntry[] {
    const related: OpenEntry[] = [];
    for (let at = rank * most; at < (rank + 1) * most && this.#ranks[at]! >= 0; at++) {
      related.push(this.#entries[this.#ranks[at]!]!);
    }
    return related;
  }

  /**
   * Finds related articles: those that share terms or companies, rare ones counting more (the logarithm of the archive's
   * size over the term's, as in inverse document frequency), and of equals those nearest in time.
   * @param entry - the article
   * @param places - where it stands among the articles of each of its terms and companies
   */
  find({ rank }: OpenEntry, places: readonly Place[]): void {
    const [scores, others] = [this.#scores, this.#others];
    for (const { term, index } of places) {
      const weight = Math.log(1 + scores.length / term.entries.length);
      const end = Math.min(index + reach + 1, term.entries.length);
      for (let at = Math.max(0, index - reach); at < end; at++) {
        const other = term.entries[at]!.rank;
        if (other === rank) continue;
        if (scores[other] === 0) others.push(other);
        scores[other]! += weight;
      }
    }
    const [ranks, first] = [this.#ranks, rank * most];
    const last = first + most - 1;
    let end = first;
    for (const other of others) {
      if (end > last && this.#compare(other, ranks[last]!, rank) >= 0) continue;
      if (end <= last) end++;
      let at = end - 1;
      for (; at > first && this.#compare(other, ranks[at - 1]!, rank) < 0; at--) ranks[at] = ranks[at - 1]!;
      ranks[at] = other;
    }
    for (const other of others) scores[other] = 0;
    others.length = 0;
  }

  /** Below zero when one is nearer to the article of a rank than another. */
  #compare(one: number, other: number, rank: number): number {
    const [scores, times] = [this.#scores, this.#times];
    const time = times[rank]!;
    return (
      scores[other]! - scores[one]! ||
      Math.abs(times[one]! - time) - Math.abs(times[other]! - time) ||
      byCodeUnit(this.#entries[one]!.permalink, this.#entries[other]!.permalink)
    );
  }
}
