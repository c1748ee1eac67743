import { BlockWriter } from "./blocks.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Key } from "./keys.ts";

/*
 * The directory says in which volumes a key stands, so that a search asks only those. A key that stands in many is
 * said to stand in all: that takes less room, and whoever then asks one in vain learns the truth from it.
 */

/** In what part of all volumes a key may stand before it counts as standing in all. */
const mostVolumes = 0.25;
/** A block is closed when it holds so many bytes. */
const fullBlock = 6000;

/** A key and the volumes it stands in: their numbers, ascending. */
export interface Whereabouts {
  readonly key: Key;
  readonly volumes: readonly number[];
}

/**
 * Writes the directory.
 * @param entries - keys in ascending order with their volumes
 * @param count - how many volumes there are
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
  for (const { key, volumes } of entries) {
    if (block.length === 0) first = last = key;
    block.number(key - last);
    last = key;
    const isEverywhere = volumes.length > count * mostVolumes;
    block.number(isEverywhere ? 0 : volumes.length);
    let next = 0;
    for (const volume of isEverywhere ? [] : volumes) {
      block.number(volume - next);
      next = volume + 1;
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
 * @returns the volumes it stands in; `"everywhere"` when it may be in all, nothing when it is in none
 */
export function findWhereabouts(
  bytes: Uint8Array,
  first: Key,
  wanted: Key,
): readonly number[] | "everywhere" | undefined {
  const reader = new ByteReader(bytes);
  for (let key = first; !reader.isAtEnd;) {
    key += reader.number();
    const volumes: number[] = [];
    const count = reader.number();
    for (let next = 0; volumes.length < count; next = volumes.at(-1)! + 1) volumes.push(next + reader.number());
    if (key === wanted) return count === 0 ? "everywhere" : volumes;
    if (key > wanted) return undefined;
  }
  return undefined;
}
