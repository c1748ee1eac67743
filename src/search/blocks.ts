import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Key } from "./keys.ts";

/*
 * A file of the index is a row of blocks, each written by itself, mostly deflated (RFC 1951), so that a browser fetches only
 * those that it needs. A table of contents, the first of them, says where each begins and with which key; where a segment's
 * postings are, behind its other blocks, the directory says.
 */

/** How many bytes before the table of contents say how long it is. */
export const lengthBytes = 4;

/** A file of the index that is being written. */
export class BlockWriter {
  readonly #compress: (bytes: Uint8Array) => Uint8Array;
  readonly #blocks: Uint8Array[] = [];
  readonly #keys: Key[] = [];

  /** @param compress - deflates a block */
  constructor(compress: (bytes: Uint8Array) => Uint8Array) {
    this.#compress = compress;
  }

  /**
   * Adds a block that is found by its number.
   * @param bytes - what it holds
   */
  add(bytes: Uint8Array): void {
    this.addPacked(this.#compress(bytes), 0);
  }

  /**
   * Adds a block as it is.
   * @param bytes - what it holds
   * @param key - its first key, above those of the blocks before it
   */
  addPacked(bytes: Uint8Array, key: Key): void {
    this.#blocks.push(bytes);
    this.#keys.push(key);
  }

  /**
   * The whole file: the length of its table of contents in four bytes, the lowest first, the table, the blocks.
   * @returns its bytes
   */
  bytes(): Uint8Array<ArrayBuffer> {
    const table = new ByteWriter();
    table.number(this.#blocks.length);
    for (const [at, block] of this.#blocks.entries()) {
      table.number(block.length);
      table.number(Math.max(0, this.#keys[at]! - (this.#keys[at - 1] ?? 0)));
    }
    const contents = this.#compress(table.bytes());
    const file = new ByteWriter();
    const length = new Uint8Array(lengthBytes);
    new DataView(length.buffer).setUint32(0, contents.length, true);
    file.raw(length);
    file.raw(contents);
    for (const block of this.#blocks) file.raw(block);
    return file.bytes();
  }
}

/** The table of contents of a file. */
export interface Contents {
  /** Where each block begins in the file, and behind them where the last one ends. */
  readonly starts: readonly number[];
  /** The first key of each block. */
  readonly keys: readonly Key[];
}

/**
 * Reads a table of contents.
 * @param bytes - the table, no longer compressed
 * @param length - how long it is in the file, compressed
 * @returns where the blocks are
 */
export function readContents(bytes: Uint8Array, length: number): Contents {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const starts = [lengthBytes + length];
  const keys: Key[] = [];
  for (let at = 0; at < count; at++) {
    starts.push(starts[at]! + reader.number());
    keys.push((keys[at - 1] ?? 0) + reader.number());
  }
  return { starts, keys };
}

/**
 * Finds the block that a key would be in.
 * @param contents - the table of contents
 * @param key - the key
 * @returns its number; below 0 when the key comes before all of them
 */
export function blockOf({ keys }: Contents, key: Key): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
