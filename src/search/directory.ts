import { BlockWriter } from "./blocks.ts";
import { DirectoryBlock } from "./directoryBlock.ts";
import type { Key } from "./keys.ts";

/*
 * The directory says in which segments a key stands, and where in their files, so that a search asks only those and reads
 * no more of them than the blocks that it needs; and about how many articles have the key, so that it asks for the rarest
 * first.
 */

/** A block is closed when it holds so many bytes. */
const fullBlock = 2000;

/** A key and the segments it stands in: their numbers, ascending. */
export interface Whereabouts {
  readonly key: Key;
  readonly segments: ArrayLike<number>;
  /** About how many articles have it. */
  readonly articles: number;
}

/** The blocks of postings of a segment. */
export interface PostingBlocks {
  /** The first key of each. */
  readonly keys: readonly Key[];
  /** Where each begins in the file, and behind them where the last one ends. */
  readonly starts: readonly number[];
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
 * @param segments - the blocks of each segment
 * @param compress - deflates a block
 * @returns the file's bytes
 */
export function writeDirectory(
  entries: Iterable<Whereabouts>,
  segments: readonly PostingBlocks[],
  compress: (bytes: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const file = new BlockWriter(compress);
  const block = new DirectoryBlock(segments, compress);
  for (const { key, segments: having, articles } of entries) {
    block.add(key, having, levelOf(articles));
    if (block.length >= fullBlock) file.addPacked(...block.take());
  }
  if (block.length > 0) file.addPacked(...block.take());
  return file.bytes();
}
