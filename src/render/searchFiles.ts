import { closeSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { lengthBytes, readContents } from "../search/blocks.ts";
import type { PostingBlocks, Whereabouts } from "../search/directory.ts";
import type { Key } from "../search/keys.ts";
import { keysOfBlock, partsOf } from "../search/postingBlock.ts";

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
  const found = new SegmentKeys();
  const blocks: PostingBlocks[] = [];
  for (const segment of segments) blocks.push(surveySegment(segment, blocks.length, found));
  return { entries: whereaboutsOf(found.sorted()), blocks };
}

function surveySegment(segment: Uint8Array, number: number, found: SegmentKeys): PostingBlocks {
  const firstKeys: Key[] = [];
  const starts = [firstPostingIn(segment)];
  while (starts.at(-1)! < segment.length) {
    const { columns, end } = partsOf(segment, starts.at(-1));
    starts.push(end);
    const { keys, counts } = keysOfBlock(columns);
    firstKeys.push(keys[0]!);
    found.add(keys, counts, number);
  }
  return { keys: firstKeys, starts };
}

/**
 * There are fewer segments than this, which would be months of 2,700 years, and fewer lengths of a number of articles in
 * bits: with the 32 bits of a key these are 53, as many as a number has.
 */
const [mostSegments, lengths] = [2 ** 15, 2 ** 6];

/** Keys of segments: each in one number with its segment and the length of its number of articles, so that they are sorted. */
class SegmentKeys {
  #numbers = new Float64Array(1 << 15);
  #count = 0;

  add(keys: Uint32Array, counts: Uint32Array, segment: number): void {
    while (this.#count + keys.length > this.#numbers.length) {
      const more = new Float64Array(this.#numbers.length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    for (let at = 0; at < keys.length; at++) {
      const length = 32 - Math.clz32(counts[at]!);
      this.#numbers[this.#count++] = (keys[at]! * mostSegments + segment) * lengths + length;
    }
  }

  sorted(): Float64Array {
    return this.#numbers.subarray(0, this.#count).sort();
  }
}

function* whereaboutsOf(sorted: Float64Array): Iterable<Whereabouts> {
  for (let at = 0; at < sorted.length;) {
    const key = keyIn(sorted[at]!);
    const segments: number[] = [];
    let articles = 0;
    for (; at < sorted.length && keyIn(sorted[at]!) === key; at++) {
      segments.push(Math.floor(sorted[at]! / lengths) % mostSegments);
      articles += 2 ** ((sorted[at]! % lengths) - 1);
    }
    yield { key, segments, articles };
  }
}

function keyIn(number: number): Key {
  return Math.floor(number / (mostSegments * lengths));
}

/** Where the postings of a segment begin. */
function firstPostingIn(segment: Uint8Array): number {
  const length = new DataView(segment.buffer, segment.byteOffset).getUint32(0, true);
  const contents = inflateRawSync(segment.subarray(lengthBytes, lengthBytes + length));
  return readContents(contents, length).starts.at(-1)!;
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
