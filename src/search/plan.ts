import { levelOf } from "./directory.ts";
import { fieldKey, type Key } from "./keys.ts";
import type { Readings } from "./pinyin.ts";
import type { Field, Query } from "./query.ts";
import type { IndexReader } from "./reader.ts";
import { monthsOf, type Span } from "./span.ts";
import { waysOf, type Wanted } from "./ways.ts";

/** What is to be done for a query. */
export interface Plan {
  readonly query: Query;
  readonly wanted: readonly Wanted[];
  readonly excluded: readonly Wanted[];
  /** Numbers of the segments to be asked, the newest first. */
  readonly segments: readonly number[];
  /** Keys that all hits have, to be asked for before others: a segment where no article has all of them has no hit. */
  readonly rarest: readonly Key[];
}

/** So many keys tell that a segment has no hit, mostly. */
const mostRarest = 2;
/** In such a part of all articles, keys are so common that they will stand in some article together. */
const commonPart = 1 / 16;

/** How common keys are, of those that have been looked up. */
type Levels = ReadonlyMap<Key, number>;

/**
 * Finds out how a query is to be answered, and which segments may have hits.
 * @param query - the query
 * @param index - the index
 * @param readings - gives how characters are read aloud; asked only when a term may be pinyin
 * @returns the plan
 */
export async function planFor(query: Query, index: IndexReader, readings: () => Promise<Readings>): Promise<Plan> {
  const terms = await Promise.all(query.terms.map(async (term) => ({ term, ways: await waysOf(term, readings) })));
  const wanted = terms.filter(({ term }) => !term.isExcluded);
  const fields = query.fields.filter(({ isExcluded }) => !isExcluded);
  const groups = [
    ...wanted.map(({ ways }) => ways.map(({ keys }) => keys)),
    ...fields.map((field) => [[keyOfField(field)]]),
  ];
  const levels = new Map<Key, number>();
  const places = await Promise.all(groups.map(async (ways) => segmentsWith(ways, index, levels)));
  const { segments, articles } = index.manifest;
  const asked = [...segments.keys()].filter(
    (segment) =>
      isWithin(segments[segment]!.span, query) && places.every((place) => place === "everywhere" || place.has(segment)),
  );
  const hasAny = wanted.length + query.fields.length > 0 || query.from !== "" || query.to !== "";
  const needed = new Set(groups.flatMap((ways) => (ways.length === 1 ? ways[0]! : [])));
  return {
    query,
    wanted,
    excluded: terms.filter(({ term }) => term.isExcluded),
    segments: hasAny ? asked.reverse() : [],
    rarest: rarestOf(needed, levels, articles),
  };
}

function isWithin(span: Span, { from, to }: Query): boolean {
  const [first, last] = monthsOf(span);
  return (from === "" || `${last}-31` >= from) && (to === "" || `${first}-01` <= to);
}

/** The segments in which articles may have all keys of one of the ways. */
async function segmentsWith(
  ways: readonly (readonly Key[])[],
  index: IndexReader,
  levels: Map<Key, number>,
): Promise<ReadonlySet<number> | "everywhere"> {
  const found = await Promise.all(ways.map(async (keys) => Promise.all(keys.map(async (key) => index.place(key)))));
  for (const [way, keys] of ways.entries())
    for (const [at, key] of keys.entries()) levels.set(key, found[way]![at]!.level);
  const either = new Set<number>();
  for (const places of found) {
    const lists = places.flatMap(({ segments }) => (segments === "everywhere" ? [] : [new Set(segments)]));
    if (lists.length === 0) return "everywhere";
    for (const segment of lists[0]!) if (lists.every((list) => list.has(segment))) either.add(segment);
  }
  return either;
}

/** None when all of the keys are asked for anyway, or some article is likely to have them. */
function rarestOf(keys: ReadonlySet<Key>, levels: Levels, articles: number): readonly Key[] {
  const rarest = [...keys].sort((a, b) => levels.get(a)! - levels.get(b)!).slice(0, mostRarest);
  const isCommon = rarest.every((key) => levels.get(key)! >= levelOf(articles * commonPart));
  return keys.size > mostRarest && !isCommon ? rarest : [];
}

/**
 * All keys that are looked up in a segment.
 * @param terms - terms with their ways
 * @param fields - fields
 * @returns the keys
 */
export function keysOf(terms: readonly Wanted[], fields: readonly Field[]): readonly Key[] {
  return [...terms.flatMap(({ ways }) => ways.flatMap(({ keys }) => keys)), ...fields.map(keyOfField)];
}

/**
 * The key of a field of a query.
 * @param field - the field
 * @returns the key
 */
export function keyOfField({ name, value }: Field): Key {
  return fieldKey(name, value);
}
