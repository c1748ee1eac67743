import type { Day, KnownDay, Month, Permalink } from "../model.ts";
import { fold, type FoldTable } from "./fold.ts";
import { isFiledAs, spokenLabels, type Filing } from "./filing.ts";
import { fieldKey, type Key } from "./keys.ts";
import { findSyllables, type Readings } from "./pinyin.ts";
import { marks } from "./postings.ts";
import type { Field, Query } from "./query.ts";
import type { IndexReader } from "./reader.ts";
import { dayOf } from "./segment.ts";
import { waysOf, type Wanted } from "./ways.ts";

/** What a search needs beside the index. */
export interface FindTools {
  readonly table: FoldTable;
  /** How characters are read aloud; asked for when a word may be pinyin. */
  readonly readings: () => Promise<Readings>;
  /** The lines of an article's text, as its page has them. */
  readonly linesOf: (permalink: Permalink) => Promise<readonly string[]>;
}

/** What is to be done for a query. */
export interface Plan {
  readonly query: Query;
  readonly wanted: readonly Wanted[];
  readonly excluded: readonly Wanted[];
  /** Numbers of the volumes to be asked, the newest first. */
  readonly volumes: readonly number[];
}

/** An article that may be a hit. */
export interface Candidate {
  readonly volume: number;
  readonly article: number;
  readonly month: Month;
  readonly day: Day;
  readonly filing: Filing;
  /** For each wanted term, where it stands: `marks`. */
  readonly marks: readonly number[];
  /** For each wanted term, in how many articles of the volume it may stand. */
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
   * Finds out how a query is to be answered, and which volumes may have hits.
   * @param query - the query
   * @returns the plan
   */
  async plan(query: Query): Promise<Plan> {
    const terms = await Promise.all(
      query.terms.map(async (term) => ({ term, ways: await waysOf(term, this.#tools.readings) })),
    );
    const wanted = terms.filter(({ term }) => !term.isExcluded);
    const groups = [
      ...wanted.map(({ ways }) => ways.map(({ keys }) => keys)),
      ...query.fields.filter(({ isExcluded }) => !isExcluded).map((field) => [[keyOf(field)]]),
    ];
    const places = await Promise.all(groups.map(async (ways) => this.#volumesWith(ways)));
    const { volumes } = this.#index.manifest;
    const isWithin = ({ month }: { readonly month: Month }) =>
      (query.from === "" || `${month}-31` >= query.from) && (query.to === "" || `${month}-01` <= query.to);
    const asked = [...volumes.keys()].filter(
      (volume) => isWithin(volumes[volume]!) && places.every((place) => place === "everywhere" || place.has(volume)),
    );
    const hasAny = wanted.length + query.fields.length > 0 || query.from !== "" || query.to !== "";
    return {
      query,
      wanted,
      excluded: terms.filter(({ term }) => term.isExcluded),
      volumes: hasAny ? asked.reverse() : [],
    };
  }

  /**
   * Asks a volume.
   * @param volume - its number
   * @param plan - what is asked
   * @returns the articles that may be hits, newest first
   */
  async consult(volume: number, { query, wanted, excluded }: Plan): Promise<readonly Candidate[]> {
    await this.#fetch(volume, [...wanted, ...excluded], query.fields);
    let found: ReadonlyMap<number, Found> | undefined;
    const marksOf = new Map<number, number[]>();
    const having: number[] = [];
    for (const field of query.fields.filter(({ isExcluded }) => !isExcluded)) {
      found = both(found, await this.#withKeys(volume, [keyOf(field)], true));
      if (found.size === 0) return [];
    }
    for (const [at, { ways }] of wanted.entries()) {
      const either = new Map<number, Found>();
      for (const way of ways) {
        for (const [article, one] of await this.#withKeys(volume, way.keys, way.isExact)) {
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
    const { month, articles } = this.#index.manifest.volumes[volume]!;
    found ??= new Map(Array.from({ length: articles }, (_, article) => [article, { isSure: true, mark: 0 }]));
    const without = new Map<number, Found>();
    for (const { ways } of excluded) {
      for (const { keys, isExact, kind } of ways.filter((way) => way.kind !== "pinyin")) {
        const isSureToHave = isExact && kind === "text";
        for (const [article, one] of await this.#withKeys(volume, keys, isSureToHave)) {
          without.set(article, { ...one, isSure: one.isSure || (without.get(article)?.isSure ?? false) });
        }
      }
    }
    const shelf = await this.#index.shelf(volume);
    return [...found.keys()]
      .sort((a, b) => a - b)
      .flatMap((article): readonly Candidate[] => {
        const filing = shelf.filings[shelf.filed[article]!]!;
        const day = dayOf(month, shelf.dates[article]!);
        if (without.get(article)?.isSure || !isFiledAs(filing, query.fields, this.#tools.table)) return [];
        if ((query.from !== "" && day < query.from) || (query.to !== "" && day > query.to)) return [];
        const isSure = found.get(article)!.isSure && !without.has(article);
        return [{ volume, article, month, day, filing, marks: marksOf.get(article) ?? [], having, isSure }];
      });
  }

  /**
   * Makes sure of a candidate, and finds out what is shown of it. Its page is read only where the index leaves a doubt.
   * @param candidate - an article that may be a hit
   * @param plan - what is asked
   * @returns the hit, or nothing when it is none
   */
  async verify(candidate: Candidate, plan: Plan): Promise<Hit | undefined> {
    const { volume, article, filing } = candidate;
    const [permalink, title, names, knownDay = candidate.day] = await this.#index.row(volume, article);
    const hit = { ...candidate, permalink, title, knownDay };
    if (candidate.isSure) return hit;
    const { table } = this.#tools;
    const folded = (line: string) => fold(line, table);
    const heading = folded(title);
    const beside = [heading, ...[...names, ...filing.sources].map(folded)];
    const spoken = [heading, ...spokenLabels(filing, table)];
    const readings = plan.wanted.some(({ ways }) => ways.some(({ kind }) => kind === "pinyin"))
      ? await this.#tools.readings()
      : undefined;
    let lines: readonly string[] | undefined;
    const has = async ({ term, ways }: Wanted): Promise<boolean> => {
      if (ways.every(({ kind }) => kind === "title")) return heading.includes(term.text);
      if (beside.some((line) => line.includes(term.text))) return true;
      for (const { kind, syllables } of ways) {
        if (kind === "pinyin" && spoken.some((line) => findSyllables(line, syllables!, readings!) >= 0)) return true;
      }
      lines ??= (await this.#tools.linesOf(permalink)).map(folded);
      return lines.some((line) => line.includes(term.text));
    };
    for (const wanted of plan.wanted) if (!(await has(wanted))) return undefined;
    for (const wanted of plan.excluded) if (await has(wanted)) return undefined;
    return hit;
  }

  /** Has all that will be asked of a volume come at the same time; what cannot come is told when it is asked for. */
  async #fetch(volume: number, terms: readonly Wanted[], fields: readonly Field[]): Promise<void> {
    const keys = [...terms.flatMap(({ ways }) => ways.flatMap((way) => way.keys)), ...fields.map(keyOf)];
    await Promise.allSettled(keys.map(async (key) => this.#index.posting(volume, key)));
  }

  /** The volumes in which articles may have all keys of one of the ways. */
  async #volumesWith(ways: readonly (readonly Key[])[]): Promise<ReadonlySet<number> | "everywhere"> {
    const either = new Set<number>();
    for (const keys of ways) {
      const places = await Promise.all(keys.map(async (key) => this.#index.whereabouts(key)));
      const lists = places.filter((place) => place !== "everywhere");
      if (lists.length === 0) return "everywhere";
      const [first, ...others] = lists.map((list) => new Set(list));
      for (const volume of first!) if (others.every((other) => other.has(volume))) either.add(volume);
    }
    return either;
  }

  /** The articles of a volume that have all of these keys. */
  async #withKeys(volume: number, keys: readonly Key[], isSure: boolean): Promise<ReadonlyMap<number, Found>> {
    let found: Map<number, Found> | undefined;
    for (const key of keys) {
      const posting = await this.#index.posting(volume, key);
      const here = new Map<number, Found>();
      for (const [at, article] of (posting?.articles ?? []).entries()) {
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

function keyOf({ name, value }: Field): Key {
  return fieldKey(name, value);
}
