import type { Candidate, Finder, Hit } from "./find.ts";
import type { Plan } from "./plan.ts";
import type { Query } from "./query.ts";
import { byRelevance } from "./rank.ts";
import type { IndexReader } from "./reader.ts";
import type { Span } from "./span.ts";

/** In which order hits are shown. */
export type Order = "newest" | "relevance";

/** How a search stands. */
export interface Standing {
  /** Articles that were found so far and are not known for something else. */
  readonly found: number;
  /** Whether all of those have been made sure of, but for the unread. */
  readonly isCertain: boolean;
  /** The spans of time that are still to be asked, the newest first. */
  readonly unasked: readonly Span[];
  /** The spans of time that could not be asked. */
  readonly failed: readonly Span[];
  /** Articles of which it could not be made sure. */
  readonly unread: number;
}

/** So many segments are asked first, then up to twice as many each time: for a common word few are enough. */
const askedFirst = 2;
/** So many articles are made sure of at a time. */
const verifiedAtOnce = 6;
/** When so many articles are found, no more is fetched unasked than this, bytes; else three times as much. */
const enoughFound = 10;
const enoughBytes = 100_000;
const patience = 3;
/**
 * So many pages are read in vain before a reader is asked whether to go on: of a very large archive, thousands may have all
 * keys, but apart. Whoever wants more hits than that has more pages read.
 */
const mostInVain = 500;
/** Fewer doubtful articles than this are all made sure of, so that their number is certain. */
const mostVerified = 24;

/** One search: asks segment after segment, as far as is wanted. */
export class Session {
  readonly #finder: Finder;
  readonly #index: IndexReader;
  readonly #order: Order;
  readonly #plan: Plan;
  readonly #fetched: () => number;
  readonly #failed: Span[] = [];
  readonly #known = new Map<Candidate, Hit | "none" | "unread">();
  /** So many hits were wanted at most, and so many pages were read for them in vain. */
  #wanted = 0;
  #inVain = 0;
  #unasked: readonly number[];
  #candidates: readonly Candidate[] = [];

  private constructor(finder: Finder, index: IndexReader, plan: Plan, order: Order, fetched: () => number) {
    this.#finder = finder;
    this.#index = index;
    this.#plan = plan;
    this.#order = order;
    this.#fetched = fetched;
    this.#unasked = plan.segments;
  }

  /**
   * Begins a search.
   * @param finder - finds articles
   * @param index - what it finds them by
   * @param query - what is asked
   * @param order - in which order hits are wanted
   * @param fetched - says how many bytes have been fetched so far
   * @returns the search; nothing has been found yet
   */
  static async begin(finder: Finder, index: IndexReader, query: Query, order: Order, fetched: () => number) {
    return new Session(finder, index, await finder.plan(query), order, fetched);
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** Articles that were found so far, in order; those that turned out to be no hits are left out. */
  get candidates(): readonly Candidate[] {
    return this.#candidates.filter((candidate) => this.#known.get(candidate) !== "none");
  }

  get standing(): Standing {
    const { segments } = this.#index.manifest;
    const left = this.candidates;
    return {
      found: left.length,
      isCertain: left.every((candidate) => candidate.isSure || this.#known.has(candidate)),
      unasked: this.#unasked.map((segment) => segments[segment]!.span),
      failed: this.#failed,
      unread: left.filter((candidate) => this.#known.get(candidate) === "unread").length,
    };
  }

  /**
   * Asks segments, the newest first, until there is enough to show or nothing is left to ask.
   * @param onStep - called as more is found, and waited for
   * @param isOver - whether nobody waits for it any more
   */
  async ask(onStep: () => void | Promise<void> = () => undefined, isOver: () => boolean = () => false): Promise<void> {
    const before = this.#fetched();
    this.#inVain = 0;
    const foundBefore = this.#candidates.length;
    let [asked, count] = [0, askedFirst];
    while (this.#unasked.length > 0 && !isOver()) {
      const these = this.#unasked.slice(0, count);
      const found = await Promise.all(these.map(async (segment) => this.#consult(segment)));
      this.#unasked = this.#unasked.slice(these.length);
      const all = [...this.#candidates, ...found.flat()];
      this.#candidates = this.#order === "newest" ? all : byRelevance(all, this.#index.manifest.articles);
      await onStep();
      asked += these.length;
      const isEnough = this.#candidates.length - foundBefore >= enoughFound;
      const fetched = this.#fetched() - before;
      const left = enoughBytes * (isEnough ? 1 : patience) - fetched;
      if (left <= 0) break;
      count = Math.max(1, Math.min(count * 2, Math.floor((left * asked) / fetched)));
    }
    const doubtful = this.#candidates.filter((candidate) => !candidate.isSure && !this.#known.has(candidate));
    if (doubtful.length <= mostVerified && !isOver()) await this.#verifyAll(doubtful);
  }

  /**
   * The first hits in order, made sure of.
   * @param count - how many are wanted
   * @param isOver - whether nobody waits for them any more
   * @returns so many, or all there are; fewer when many pages were read in vain, until more are asked for
   */
  async hits(count: number, isOver: () => boolean = () => false): Promise<readonly Hit[]> {
    if (count > this.#wanted) [this.#wanted, this.#inVain] = [count, 0];
    for (;;) {
      const wanted = this.candidates.filter((candidate) => this.#known.get(candidate) !== "unread").slice(0, count);
      const unknown = wanted.filter((candidate) => !this.#known.has(candidate));
      let left = Math.max(mostInVain, count) - this.#inVain;
      const these = unknown.filter(({ isSure }) => isSure || left-- > 0);
      if (these.length === 0 || isOver()) {
        return wanted.flatMap((candidate) => (this.#known.get(candidate) as Hit | undefined) ?? []);
      }
      const inVain = await this.#verifyAll(these);
      // Only now: others may have been waiting for hits at the same time.
      this.#inVain += inVain;
    }
  }

  async #consult(segment: number): Promise<readonly Candidate[]> {
    try {
      return await this.#finder.consult(segment, this.#plan);
    } catch {
      this.#failed.push(this.#index.manifest.segments[segment]!.span);
      return [];
    }
  }

  /** Makes sure of candidates; tells how many pages were read in vain. */
  async #verifyAll(candidates: readonly Candidate[]): Promise<number> {
    const left = [...candidates];
    let inVain = 0;
    const verifyNext = async (): Promise<void> => {
      for (let candidate = left.shift(); candidate; candidate = left.shift()) {
        const verdict = await this.#finder.verify(candidate, this.#plan).catch(() => "unread" as const);
        if (verdict === "none by its page" && !this.#known.has(candidate)) inVain++;
        this.#known.set(candidate, verdict === "none by its page" ? "none" : verdict);
      }
    };
    await Promise.all(Array.from({ length: verifiedAtOnce }, verifyNext));
    return inVain;
  }
}
