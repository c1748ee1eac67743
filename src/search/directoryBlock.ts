import { BitReader, BitWriter } from "./bits.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { PostingBlocks } from "./directory.ts";
import { readAscending, writeAscending } from "./interpolative.ts";
import type { Key } from "./keys.ts";

/** Where in a file something stands: from one offset up to another. */
export type Extent = readonly [start: number, end: number];

/** Where a key stands. */
export interface Place {
  /** For each segment that has it, by its number, the block in which its posting is. */
  readonly segments: ReadonlyMap<number, Extent>;
  /** How many articles have it: 0 for fewer than 4, 1 for fewer than 16, and so on up to 7. */
  readonly level: number;
}

const levelBits = 3;
/** About so many bytes it takes to say where a block of postings is. */
const cutLength = 3;

/**
 * Some keys of the directory: the keys and in how many segments they stand, in two columns, and where the blocks of the
 * segments are, deflated; then, bit by bit, how common each is and which segments have it.
 */
export class DirectoryBlock {
  readonly #segments: readonly PostingBlocks[];
  readonly #compress: (bytes: Uint8Array) => Uint8Array;
  readonly #keys = new ByteWriter();
  readonly #counts = new ByteWriter();
  readonly #bits = new BitWriter();
  /** Of each segment, how many of its blocks have begun. */
  readonly #begun: number[];
  /** Of each segment, the places of the keys here with which a block of it begins. */
  readonly #cuts: number[][];
  #cutCount = 0;
  #first = 0;
  #last = 0;
  #size = 0;

  /**
   * @param segments - the blocks of each segment
   * @param compress - deflates the columns
   */
  constructor(segments: readonly PostingBlocks[], compress: (bytes: Uint8Array) => Uint8Array) {
    this.#segments = segments;
    this.#compress = compress;
    this.#begun = segments.map(() => 0);
    this.#cuts = segments.map(() => []);
  }

  /** About how many bytes it has so far, not deflated. */
  get length(): number {
    return this.#keys.length + this.#counts.length + this.#bits.length + this.#cutCount * cutLength;
  }

  /**
   * Adds a key.
   * @param key - above those before it
   * @param segments - the numbers of those that have it, ascending
   * @param level - how common it is
   */
  add(key: Key, segments: ArrayLike<number>, level: number): void {
    if (this.#size === 0) this.#first = this.#last = key;
    this.#keys.number(key - this.#last);
    this.#last = key;
    this.#counts.number(segments.length);
    this.#bits.bits(level, levelBits);
    writeAscending(segments, this.#segments.length, this.#bits);
    for (let at = 0; at < segments.length; at++) {
      const segment = segments[at]!;
      if (this.#segments[segment]!.keys[this.#begun[segment]!] !== key) continue;
      this.#begun[segment]!++;
      this.#cuts[segment]!.push(this.#size);
      this.#cutCount++;
    }
    this.#size++;
  }

  /**
   * What has been added; then begins anew.
   * @returns the block, and its first key
   */
  take(): [block: Uint8Array, first: Key] {
    const columns = new ByteWriter();
    columns.number(this.#size);
    for (const column of [this.#keys, this.#counts]) {
      columns.raw(column.bytes());
      column.clear();
    }
    for (const [segment, cuts] of this.#cuts.entries()) this.#writeBlocks(segment, cuts, columns);
    const deflated = this.#compress(columns.bytes());
    const block = new ByteWriter();
    block.number(deflated.length);
    block.raw(deflated);
    block.raw(this.#bits.take());
    for (const cuts of this.#cuts) cuts.length = 0;
    this.#size = this.#cutCount = 0;
    return [block.bytes(), this.#first];
  }

  /** The blocks of a segment that the keys here may be in: the one begun before them, if any, and those they begin. */
  #writeBlocks(segment: number, cuts: readonly number[], columns: ByteWriter): void {
    const { starts } = this.#segments[segment]!;
    const end = this.#begun[segment]!;
    const first = Math.max(0, end - cuts.length - (cuts[0] === 0 ? 0 : 1));
    columns.number(end - first);
    if (end === first) return;
    columns.number(starts[first]!);
    for (let block = first; block < end; block++) columns.number(starts[block + 1]! - starts[block]!);
    let last = 0;
    for (const cut of cuts.slice(cuts.length - (end - first - 1))) {
      columns.number(cut - last);
      last = cut;
    }
  }
}

/**
 * Looks a key up in a block of the directory.
 * @param block - the block
 * @param inflate - inflates its columns
 * @param first - its first key
 * @param wanted - the key
 * @param count - how many segments there are
 * @returns where it stands; in no segment when it is not there
 */
export async function findPlace(
  block: Uint8Array,
  inflate: (bytes: Uint8Array) => Promise<Uint8Array>,
  first: Key,
  wanted: Key,
  count: number,
): Promise<Place> {
  const parts = new ByteReader(block);
  const columns = new ByteReader(await inflate(parts.raw(parts.number())));
  const bits = new BitReader(parts.rest());
  const size = columns.number();
  let place = -1;
  for (let at = 0, key = first; at < size; at++) {
    key += columns.number();
    if (key === wanted) place = at;
  }
  let level = 0;
  let having: ArrayLike<number> = [];
  for (let at = 0; at < size; at++) {
    const length = columns.number();
    if (at > place) continue;
    level = bits.bits(levelBits);
    having = readAscending(length, count, bits);
  }
  const segments = new Map<number, Extent>();
  if (place < 0) return { segments, level };
  const inThese = new Set(Array.from(having));
  for (let segment = 0; segment < count; segment++) {
    const extent = extentOf(place, columns);
    if (extent && inThese.has(segment)) segments.set(segment, extent);
  }
  return { segments, level };
}

/** The block of a segment in which the key at a place may be. */
function extentOf(place: number, columns: ByteReader): Extent | undefined {
  const count = columns.number();
  if (count === 0) return undefined;
  const starts = [columns.number()];
  for (let at = 0; at < count; at++) starts.push(starts[at]! + columns.number());
  let block = 0;
  for (let at = 1, cut = 0; at < count; at++) {
    cut += columns.number();
    if (cut <= place) block = at;
  }
  return [starts[block]!, starts[block + 1]!];
}
