import type { Day, KnownDay, Permalink } from "../model.ts";
import type { FoldTable } from "./fold.ts";
import { isFiledAs, type Filing } from "./filing.ts";
import type { Key } from "./keys.ts";
import { judgeByText } from "./hitByText.ts";
import type { Readings } from "./pinyin.ts";
import { marks } from "./postings.ts";
import { keyOfField, keysOf, planFor, type Plan } from "./plan.ts";
import type { Query } from "./query.ts";
import type { IndexReader } from "./reader.ts";
import type { Wanted, Way } from "./ways.ts";

/** What a search needs beside the index. */
export interface FindTools {
  readonly table: FoldTable;
  /** How characters are read aloud; asked for when a word may be pinyin. */
  readonly readings: () => Promise<Readings>;
  /** The lines of an article's text, as its page has them. */
  readonly linesOf: (permalink: Permalink) => Promise<readonly string[]>;
}

/** So many bytes it may take to rule out an article that has the rarest keys: mostly it is a hit, and its page is read. */
const worthOfPage = 1500;

/** An article that may be a hit. */
export interface Candidate {
  readonly segment: number;
  readonly article: number;
  readonly day: Day;
  readonly filing: Filing;
  /** For each wanted term, where it stands: `marks`. */
  readonly marks: readonly number[];
  /** For each wanted term, in how many articles of the segment it may stand. */
  readonly having: readonly number[];
  /** Whether its text must be read before it is known for a hit. */
  readonly isSure: boolean;
}

/** An article that has what was asked for. */
export interface Hit extends Candidate {
  readonly permalink: Permalink;
  readonly title: string;
  /** As much of its day as is known. */
  readonly knownDay: Day | KnownDay;
}

/** Finds articles by the index: what may be a hit first, then whether it is one. */
export class Finder {
  readonly #index: IndexReader;
  readonly #tools: FindTools;

  constructor(index: IndexReader, tools: FindTools) {
    this.#index = index;
    this.#tools = tools;
  }

  /**
   * Finds out how a query is to be answered, and which segments may have hits.
   * @param query - the query
   * @returns the plan
   */
  async plan(query: Query): Promise<Plan> {
    return planFor(query, this.#index, this.#tools.readings);
  }

  /**
   * Asks a segment.
   * @param segment - its number
   * @param plan - what is asked
   * @returns the articles that may be hits, newest first
   */
  async consult(segment: number, plan: Plan): Promise<readonly Candidate[]> {
    const { query, wanted, excluded, rarest } = plan;
    // What is rare has no hit in most segments, and of those nothing else need come.
    const possible = rarest.length > 0 ? await this.#withKeys(segment, rarest, false) : undefined;
    if (possible?.size === 0) return [];
    const asked =
      possible && (await this.#isSoonerRead(segment, possible.size, plan)) ? withOnly(rarest, wanted) : wanted;
    await this.#fetch(segment, keysOf([...asked, ...excluded], query.fields));
    let found: ReadonlyMap<number, Found> | undefined;
    const marksOf = new Map<number, number[]>();
    const having: number[] = [];
    for (const field of query.fields.filter(({ isExcluded }) => !isExcluded)) {
      found = both(found, await this.#withKeys(segment, [keyOfField(field)], true));
      if (found.size === 0) return [];
    }
    for (const [at, { ways }] of asked.entries()) {
      const either = new Map<number, Found>();
      for (const way of ways) {
        for (const [article, one] of await this.#withKeys(segment, way.keys, way.isExact)) {
          const other = either.get(article);
          const mark = way.kind === "text" ? one.mark : marks.title;
          either.set(article, { isSure: one.isSure || (other?.isSure ?? false), mark: mark | (other?.mark ?? 0) });
        }
      }
      having.push(either.size);
      found = both(found, either);
      if (found.size === 0) return [];
      for (const article of found.keys()) {
        const list = marksOf.get(article) ?? [];
        list[at] = either.get(article)!.mark;
        marksOf.set(article, list);
      }
    }
    const { articles: count } = this.#index.manifest.segments[segment]!;
    found ??= new Map(Array.from({ length: count }, (_, article) => [article, { isSure: true, mark: 0 }]));
    const without = new Map<number, Found>();
    for (const { ways } of excluded) {
      for (const { keys, isExact, kind } of ways.filter((way) => way.kind !== "pinyin")) {
        const isSureToHave = isExact && kind === "text";
        for (const [article, one] of await this.#withKeys(segment, keys, isSureToHave)) {
          without.set(article, { ...one, isSure: one.isSure || (without.get(article)?.isSure ?? false) });
        }
      }
    }
    const articles = [...found.keys()].filter((article) => !without.get(article)?.isSure).sort((a, b) => a - b);
    const filed = await this.#index.filed(segment, articles);
    return articles.flatMap((article, at): readonly Candidate[] => {
      const { filing, day } = filed[at]!;
      if (!isFiledAs(filing, query.fields, this.#tools.table)) return [];
      if ((query.from !== "" && day < query.from) || (query.to !== "" && day > query.to)) return [];
      const isSure = found.get(article)!.isSure && !without.has(article);
      return [{ segment, article, day, filing, marks: marksOf.get(article) ?? [], having, isSure }];
    });
  }

  /**
   * Makes sure of a candidate, and finds out what is shown of it. Its page is read only where the index leaves a doubt.
   * @param candidate - an article that may be a hit
   * @param plan - what is asked
   * @returns the hit, or that it is none, and whether its page had to be read to know that
   */
  async verify(candidate: Candidate, plan: Plan): Promise<Hit | "none" | "none by its page"> {
    const { segment, article, filing } = candidate;
    const [permalink, title, names, knownDay = candidate.day] = await this.#index.row(segment, article);
    const hit = { ...candidate, permalink, title, knownDay };
    if (candidate.isSure) return hit;
    const { isHit, isRead } = await judgeByText({ permalink, title, names, filing }, plan, this.#tools);
    return isHit ? hit : isRead ? "none by its page" : "none";
  }

  /** Whether reading the pages of so many articles takes less than asking for more keys of the one word there is. */
  async #isSoonerRead(segment: number, articles: number, { wanted, excluded, rarest }: Plan): Promise<boolean> {
    const keys = wanted[0]?.ways[0]?.keys ?? [];
    const looked = keys.filter((key) => rarest.includes(key));
    if (wanted.length !== 1 || excluded.length > 0 || looked.length === 0) return false;
    // Keys may share a block with those that have been looked up.
    const [all, had] = await Promise.all([keys, looked].map(async (these) => this.#index.bytesOf(segment, these)));
    return articles * worthOfPage < all! - had!;
  }

  /** Has all that will be asked of a segment come at the same time; what cannot come is told when it is asked for. */
  async #fetch(segment: number, keys: readonly Key[]): Promise<void> {
    await Promise.allSettled(keys.map(async (key) => this.#index.posting(segment, key)));
  }

  /** The articles of a segment that have all of these keys. */
  async #withKeys(segment: number, keys: readonly Key[], isSure: boolean): Promise<ReadonlyMap<number, Found>> {
    let found: Map<number, Found> | undefined;
    for (const key of keys) {
      const posting = await this.#index.posting(segment, key);
      const here = new Map<number, Found>();
      for (let at = 0; at < (posting?.articles.length ?? 0); at++) {
        const article = posting!.articles[at]!;
        const before = found?.get(article);
        if (found && !before) continue;
        here.set(article, { isSure, mark: posting!.marks[at]! & (before?.mark ?? 3) });
      }
      found = here;
      if (found.size === 0) break;
    }
    return found ?? new Map();
  }
}

/** Words with no other keys than these. */
function withOnly(keys: readonly Key[], wanted: readonly Wanted[]): readonly Wanted[] {
  const among = (way: Way): Way => ({ ...way, keys: way.keys.filter((key) => keys.includes(key)) });
  return wanted.map(({ term, ways }) => ({ term, ways: ways.map(among) }));
}

/** What is known of an article when keys have been looked up. */
interface Found {
  readonly isSure: boolean;
  readonly mark: number;
}

function both(before: ReadonlyMap<number, Found> | undefined, now: ReadonlyMap<number, Found>) {
  if (!before) return now;
  const found = new Map<number, Found>();
  for (const [article, one] of now) {
    const other = before.get(article);
    if (other) found.set(article, { isSure: one.isSure && other.isSure, mark: one.mark });
  }
  return found;
}
