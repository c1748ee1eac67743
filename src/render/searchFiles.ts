import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { lengthBytes, readContents } from "../search/blocks.ts";
import type { Whereabouts } from "../search/directory.ts";
import { PostingGatherer } from "../search/postings.ts";
import type { IndexFile } from "../search/reader.ts";
import { firstPostingBlock, readKeys } from "../search/segment.ts";

/**
 * Finds out in which volumes each key stands.
 * @param folder - the folder of the index
 * @param volumes - its segments, oldest first
 * @returns keys in ascending order with the numbers of their volumes
 */
export function* whereaboutsIn(
  folder: string,
  volumes: readonly { readonly file: string; readonly articles: number }[],
): Iterable<Whereabouts> {
  const gatherer = new PostingGatherer();
  for (const [number, { file, articles }] of volumes.entries()) {
    for (const key of keysIn(readFileSync(path.join(folder, file)), articles)) gatherer.add(key, number, 0);
  }
  for (const { key, articles } of gatherer.postings()) yield { key, volumes: articles };
}

function* keysIn(segment: Uint8Array, articles: number): Iterable<number> {
  const length = new DataView(segment.buffer, segment.byteOffset).getUint32(0, true);
  const contents = readContents(inflateRawSync(segment.subarray(lengthBytes, lengthBytes + length)), length);
  for (let block = firstPostingBlock(articles); block < contents.keys.length; block++) {
    const bytes = inflateRawSync(segment.subarray(contents.starts[block], contents.starts[block + 1]));
    yield* readKeys(bytes, contents.keys[block]!);
  }
}

/**
 * Measures the beginning of a file of the index.
 * @param file - its path
 * @returns how long its table of contents is, and where its first block ends
 */
export function headIn(file: string): Pick<IndexFile, "contents" | "head"> {
  const opened = openSync(file, "r");
  try {
    const contents = readFrom(opened, 0, lengthBytes).readUInt32LE(0);
    const { starts } = readContents(inflateRawSync(readFrom(opened, lengthBytes, contents)), contents);
    return { contents, head: starts[1] ?? lengthBytes + contents };
  } finally {
    closeSync(opened);
  }
}

function readFrom(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, start);
  return bytes;
}
