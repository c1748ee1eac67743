import { levelOf } from "./directory.ts";
import type { Place } from "./directoryBlock.ts";
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
  /**
   * Keys that all hits have, to be asked for before others, one after the other: a segment where no article has all of
   * them has no hit.
   */
  readonly rarest: readonly Key[];
}

/** So many keys tell that a segment has no hit, mostly. */
const mostRarest = 2;
/** In such a part of all articles, keys are so common that they will stand in some article together. */
const commonPart = 1 / 16;

/** Where keys stand, of those that have been looked up. */
type Places = ReadonlyMap<Key, Place>;

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
  const keys = new Set(groups.flat(2));
  const places = new Map(await Promise.all([...keys].map(async (key) => [key, await index.place(key)] as const)));
  const { segments, articles } = index.manifest;
  const asked = [...segments.keys()].filter(
    (segment) =>
      isWithin(segments[segment]!.span, query) &&
      groups.every((ways) => ways.some((way) => mayHave(segment, way, places))),
  );
  const hasAny = wanted.length + query.fields.length > 0 || query.from !== "" || query.to !== "";
  const needed = new Set(groups.flatMap((ways) => (ways.length === 1 ? ways[0]! : [])));
  return {
    query,
    wanted,
    excluded: terms.filter(({ term }) => term.isExcluded),
    segments: hasAny ? asked.reverse() : [],
    rarest: rarestOf([...needed], places, articles),
  };
}

function isWithin(span: Span, { from, to }: Query): boolean {
  const [first, last] = monthsOf(span);
  return (from === "" || `${last}-31` >= from) && (to === "" || `${first}-01` <= to);
}

/** Whether articles of a segment may have all of these keys. */
function mayHave(segment: number, keys: readonly Key[], places: Places): boolean {
  return keys.every((key) => places.get(key)!.segments.has(segment));
}

/** None when there is but one, or some article is likely to have them. */
function rarestOf(keys: readonly Key[], places: Places, articles: number): readonly Key[] {
  const level = (key: Key) => places.get(key)!.level;
  const rarest = [...keys].sort((a, b) => level(a) - level(b)).slice(0, mostRarest);
  const isCommon = rarest.every((key) => level(key) >= levelOf(articles * commonPart));
  return keys.length > 1 && !isCommon ? rarest : [];
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
