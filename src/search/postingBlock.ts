import { BitReader, BitWriter } from "./bits.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { readAscending, writeAscending } from "./interpolative.ts";
import type { Posting } from "./postings.ts";

/** Of each mark, how it is written: most articles have none. */
const markBits: readonly (readonly [value: number, length: number])[] = [
  [0b0, 1],
  [0b110, 3],
  [0b10, 2],
  [0b111, 3],
];

/**
 * Postings side by side: keys and counts in two columns, then articles and marks bit by bit. A block says how long it is,
 * so that blocks stand one behind the other. It is not deflated, which would take a hundredth off and longer to read.
 */
export class PostingBlock {
  readonly #end: number;
  readonly #keys = new ByteWriter();
  readonly #counts = new ByteWriter();
  readonly #bits = new BitWriter();
  #last = 0;
  #size = 0;

  /** @param end - how many articles the segment has */
  constructor(end: number) {
    this.#end = end;
  }

  /** How many bytes it has so far. */
  get length(): number {
    return this.#keys.length + this.#counts.length + this.#bits.length;
  }

  /**
   * Adds a posting.
   * @param posting - its key above those before it
   */
  add({ key, articles, marks }: Posting): void {
    this.#keys.number(key - this.#last);
    this.#last = key;
    this.#size++;
    let isMarked = false;
    for (let at = 0; at < marks.length && !isMarked; at++) isMarked = marks[at] !== 0;
    this.#counts.number(articles.length * 2 + Number(isMarked));
    writeAscending(articles, this.#end, this.#bits);
    if (isMarked) for (let at = 0; at < marks.length; at++) this.#bits.bits(...markBits[marks[at]!]!);
  }

  /**
   * What has been added; then begins anew.
   * @returns the block
   */
  take(): Uint8Array {
    const columns = new ByteWriter();
    columns.number(this.#size);
    columns.number(this.#keys.length);
    for (const column of [this.#keys, this.#counts]) {
      columns.raw(column.bytes());
      column.clear();
    }
    this.#size = this.#last = 0;
    const bits = this.#bits.take();
    const block = new ByteWriter();
    block.number(columns.length);
    block.number(bits.length);
    block.raw(columns.bytes());
    block.raw(bits);
    return block.bytes();
  }
}

/** A block of postings. */
export interface PackedPostings {
  /** How many postings there are, how long their keys are, their keys, their counts. */
  readonly columns: Uint8Array;
  /** Of each posting its articles and, where it has any, its marks. */
  readonly bits: Uint8Array;
  /** Where the next block begins. */
  readonly end: number;
}

/**
 * Takes a block of postings apart.
 * @param bytes - where it stands
 * @param start - where it begins there
 * @returns its parts
 * @throws RangeError when the bytes end before it does
 */
export function partsOf(bytes: Uint8Array, start = 0): PackedPostings {
  const reader = new ByteReader(bytes, start);
  const [columnsLength, bitsLength] = [reader.number(), reader.number()];
  const [columns, bits] = [reader.raw(columnsLength), reader.raw(bitsLength)];
  return { columns, bits, end: reader.at };
}

/**
 * Goes through the postings of a block.
 * @param block - its parts
 * @param end - how many articles the segment has
 * @returns its postings
 */
export function* readPostings({ columns, bits }: Omit<PackedPostings, "end">, end: number): Iterable<Posting> {
  const reader = new BitReader(bits);
  const { keys, counts, areMarked } = keysOfBlock(columns);
  for (const [at, key] of keys.entries()) {
    const articles = readAscending(counts[at]!, end, reader);
    const marks = new Uint8Array(articles.length);
    if (areMarked[at] === 1) for (let article = 0; article < marks.length; article++) marks[article] = readMark(reader);
    yield { key, articles, marks };
  }
}

function readMark(bits: BitReader): number {
  if (bits.bits(1) === 0) return 0;
  if (bits.bits(1) === 0) return 2;
  return bits.bits(1) === 0 ? 1 : 3;
}

/** The keys of a block in columns. */
export interface BlockKeys {
  readonly keys: Uint32Array;
  /** In how many articles each stands. */
  readonly counts: Uint32Array;
  /** 1 where some of these have marks. */
  readonly areMarked: Uint8Array;
}

/**
 * Reads the keys of a block alone.
 * @param columns - its columns
 * @returns its keys
 * @throws RangeError when the bytes end before they do
 */
export function keysOfBlock(columns: Uint8Array): BlockKeys {
  const head = new ByteReader(columns);
  const [size, keyBytes] = [head.number(), head.number()];
  if (size > columns.length) throw new RangeError(`Expected ${size} keys, got ${columns.length} bytes`);
  const packed = new ByteReader(head.raw(keyBytes));
  const [keys, counts, areMarked] = [new Uint32Array(size), new Uint32Array(size), new Uint8Array(size)];
  let key = 0;
  for (let at = 0; at < size; at++) {
    keys[at] = key += packed.number();
    const counted = head.number();
    counts[at] = counted >>> 1;
    areMarked[at] = counted & 1;
  }
  return { keys, counts, areMarked };
}
