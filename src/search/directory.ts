import { BlockWriter } from "./blocks.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Key } from "./keys.ts";

/*
 * The directory says in which segments a key stands, so that a search asks only those, and about how many articles have
 * it, so that it asks for the rarest first. A key that stands in many segments is said to stand in all: that takes less
 * room, and whoever then asks one in vain learns the truth from it.
 */

/** In what part of all segments a key may stand before it counts as standing in all. */
const mostSegments = 1 / 3;
/** A block is closed when it holds so many bytes. */
const fullBlock = 4000;

/** A key and the segments it stands in: their numbers, ascending. */
export interface Whereabouts {
  readonly key: Key;
  readonly segments: ArrayLike<number>;
  /** About how many articles have it. */
  readonly articles: number;
}

/** Where a key stands, as far as the directory knows. */
export interface Place {
  /** `"everywhere"` when it may be in all. */
  readonly segments: readonly number[] | "everywhere";
  /** How many articles have it: 0 for fewer than 4, 1 for fewer than 16, and so on up to 7. */
  readonly level: number;
}

const levels = 8;

/**
 * How common something is.
 * @param articles - so many have it
 * @returns the logarithm to the base of 4, rounded down, at most 7
 */
export function levelOf(articles: number): number {
  return articles < 4 ? 0 : Math.min(levels - 1, (31 - Math.clz32(articles)) >> 1);
}

/**
 * Writes the directory.
 * @param entries - keys in ascending order with their segments
 * @param count - how many segments there are
 * @param compress - deflates a block
 * @returns the file's bytes
 */
export function writeDirectory(
  entries: Iterable<Whereabouts>,
  count: number,
  compress: (bytes: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const file = new BlockWriter(compress);
  const block = new ByteWriter();
  let first = 0;
  let last = 0;
  for (const { key, segments, articles } of entries) {
    if (block.length === 0) first = last = key;
    block.number(key - last);
    last = key;
    const isEverywhere = segments.length > count * mostSegments;
    const listed = isEverywhere ? 0 : segments.length;
    block.number(listed * levels + levelOf(articles));
    for (let at = 0, next = 0; at < listed; at++) {
      block.number(segments[at]! - next);
      next = segments[at]! + 1;
    }
    if (block.length < fullBlock) continue;
    file.add(block.bytes(), first);
    block.clear();
  }
  if (block.length > 0) file.add(block.bytes(), first);
  return file.bytes();
}

/**
 * Looks a key up in its block.
 * @param bytes - the block, no longer compressed
 * @param first - its first key
 * @param wanted - the key
 * @returns where it stands; nothing when it stands nowhere
 */
export function findPlace(bytes: Uint8Array, first: Key, wanted: Key): Place | undefined {
  const reader = new ByteReader(bytes);
  for (let key = first; !reader.isAtEnd;) {
    key += reader.number();
    const head = reader.number();
    const count = Math.floor(head / levels);
    const segments: number[] = [];
    for (let next = 0; segments.length < count; next = segments.at(-1)! + 1) segments.push(next + reader.number());
    if (key === wanted) return { segments: count === 0 ? "everywhere" : segments, level: head % levels };
    if (key > wanted) return undefined;
  }
  return undefined;
}
