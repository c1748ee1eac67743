import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { lengthBytes, readContents } from "../search/blocks.ts";
import type { Whereabouts } from "../search/directory.ts";
import { countedKeys, partsOf, type CountedKey } from "../search/postingBlock.ts";
import { PostingGatherer } from "../search/postings.ts";
import { firstPostingBlock } from "../search/segment.ts";

/**
 * Finds out in which segments each key stands.
 * @param folder - the folder of the index
 * @param segments - its segments, oldest first
 * @returns keys in ascending order with the numbers of their segments
 */
export function* whereaboutsIn(
  folder: string,
  segments: readonly { readonly file: string; readonly articles: number }[],
): Iterable<Whereabouts> {
  const gatherer = new PostingGatherer();
  for (const [number, { file, articles }] of segments.entries()) {
    // Of the number of articles, its length in bits is kept where marks are.
    for (const { key, count } of keysIn(readFileSync(path.join(folder, file)), articles)) {
      gatherer.add(key, number, 32 - Math.clz32(count));
    }
  }
  for (const { key, articles: numbers, marks: lengths } of gatherer.postings()) {
    let articles = 0;
    for (let at = 0; at < lengths.length; at++) articles += 2 ** (lengths[at]! - 1);
    yield { key, segments: numbers, articles };
  }
}

function* keysIn(segment: Uint8Array, articles: number): Iterable<CountedKey> {
  const length = new DataView(segment.buffer, segment.byteOffset).getUint32(0, true);
  const contents = readContents(inflateRawSync(segment.subarray(lengthBytes, lengthBytes + length)), length);
  for (let block = firstPostingBlock(articles); block < contents.keys.length; block++) {
    const { columns } = partsOf(segment.subarray(contents.starts[block], contents.starts[block + 1]));
    yield* countedKeys(inflateRawSync(columns), contents.keys[block]!);
  }
}

/**
 * Measures the table of contents of a file of the index.
 * @param file - its path
 * @returns how long it is, compressed, bytes
 */
export function contentsIn(file: string): number {
  const opened = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(lengthBytes);
    readSync(opened, bytes, 0, lengthBytes, 0);
    return bytes.readUInt32LE(0);
  } finally {
    closeSync(opened);
  }
}
