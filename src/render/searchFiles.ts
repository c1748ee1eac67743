import { closeSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { lengthBytes, readContents } from "../search/blocks.ts";
import type { PostingBlocks, Whereabouts } from "../search/directory.ts";
import type { Key } from "../search/keys.ts";
import { keysOfBlock, partsOf } from "../search/postingBlock.ts";
import { PostingGatherer } from "../search/postings.ts";

/** What the directory says of segments. */
export interface Surveyed {
  /** Keys in ascending order with the numbers of their segments. */
  readonly entries: Iterable<Whereabouts>;
  /** For each segment, where its postings are. */
  readonly blocks: readonly PostingBlocks[];
}

/**
 * Finds out in which segments each key stands, and where.
 * @param segments - the files, oldest first
 * @returns what the directory is written from
 */
export function surveySegments(segments: Iterable<Uint8Array>): Surveyed {
  const gatherer = new PostingGatherer();
  const blocks: PostingBlocks[] = [];
  for (const segment of segments) blocks.push(surveySegment(segment, blocks.length, gatherer));
  return { entries: whereaboutsOf(gatherer), blocks };
}

function surveySegment(segment: Uint8Array, number: number, gatherer: PostingGatherer): PostingBlocks {
  const firstKeys: Key[] = [];
  const starts = [firstPostingIn(segment)];
  while (starts.at(-1)! < segment.length) {
    const { columns, end } = partsOf(segment, starts.at(-1));
    starts.push(end);
    const { keys, counts } = keysOfBlock(columns);
    firstKeys.push(keys[0]!);
    // Of the number of articles, its length in bits is kept where marks are.
    for (let at = 0; at < keys.length; at++) gatherer.add(keys[at]!, number, 32 - Math.clz32(counts[at]!));
  }
  return { keys: firstKeys, starts };
}

/** Where the postings of a segment begin. */
function firstPostingIn(segment: Uint8Array): number {
  const length = new DataView(segment.buffer, segment.byteOffset).getUint32(0, true);
  const contents = inflateRawSync(segment.subarray(lengthBytes, lengthBytes + length));
  return readContents(contents, length).starts.at(-1)!;
}

function* whereaboutsOf(gatherer: PostingGatherer): Iterable<Whereabouts> {
  for (const { key, articles: segments, marks: lengths } of gatherer.postings()) {
    let articles = 0;
    for (let at = 0; at < lengths.length; at++) articles += 2 ** (lengths[at]! - 1);
    yield { key, segments, articles };
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
