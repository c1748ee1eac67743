import type { KnownDay, Permalink } from "../model.ts";
import { BlockWriter } from "./blocks.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Filing } from "./filing.ts";
import type { Key } from "./keys.ts";
import type { Posting } from "./postings.ts";

/*
 * A segment is the index of the articles of a month, a quarter or a year, a file of blocks: first the rows of its
 * articles, some in each block, then where they are filed, many in each block, then the postings by key.
 */

/** How some articles are filed, one after the other. */
export interface Shelf {
  readonly filings: readonly Filing[];
  /** For each article, its place in `filings`. */
  readonly filed: readonly number[];
  /** For each article, its month and its day of the month as one number, 101 to 1231. */
  readonly dates: readonly number[];
}

/**
 * What is known of an article: its address, its title, the people of its byline, captions of its pictures and the lines
 * around its title, and as much of its day as is known, where that is not all.
 */
export type Row = readonly [permalink: Permalink, title: string, names: readonly string[], knownDay?: KnownDay];

/** What a segment is written from. */
export interface SegmentInput {
  readonly shelf: Shelf;
  readonly rows: readonly Row[];
  readonly postings: Iterable<Posting>;
}

/** Rows in one block. */
export const rowsInBlock = 24;
/** Articles on one shelf. */
export const articlesOnShelf = 512;
/** A block of postings is closed when it holds so many bytes, and before a posting that alone does. */
const fullBlock = 4500;

/**
 * Writes a segment.
 * @param input - its articles, newest first, and where keys stand in them
 * @param compress - deflates a block
 * @returns the file's bytes
 */
export function writeSegment({ shelf, rows, postings }: SegmentInput, compress: (bytes: Uint8Array) => Uint8Array) {
  const file = new BlockWriter(compress);
  const text = new TextEncoder();
  for (let at = 0; at < rows.length; at += rowsInBlock) {
    file.add(text.encode(JSON.stringify(rows.slice(at, at + rowsInBlock))));
  }
  for (let at = 0; at < rows.length; at += articlesOnShelf) {
    file.add(text.encode(JSON.stringify(partOf(shelf, at, at + articlesOnShelf))));
  }
  const block = new PostingBlock();
  for (const posting of postings) {
    if (block.length > 0 && posting.articles.length >= fullBlock) file.add(...block.take());
    block.add(posting);
    if (block.length >= fullBlock) file.add(...block.take());
  }
  if (block.length > 0) file.add(...block.take());
  return file.bytes();
}

function partOf({ filings, filed, dates }: Shelf, start: number, end: number): Shelf {
  const places = new Map<number, number>();
  const here = filed.slice(start, end).map((filing) => {
    const place = places.get(filing) ?? places.size;
    places.set(filing, place);
    return place;
  });
  return { filings: [...places.keys()].map((filing) => filings[filing]!), filed: here, dates: dates.slice(start, end) };
}

/**
 * The number of the first block with shelves.
 * @param articles - how many articles the segment has
 * @returns the block's number
 */
export function firstShelfBlock(articles: number): number {
  return Math.ceil(articles / rowsInBlock);
}

/**
 * The number of the first block with postings.
 * @param articles - how many articles the segment has
 * @returns the block's number
 */
export function firstPostingBlock(articles: number): number {
  return firstShelfBlock(articles) + Math.ceil(articles / articlesOnShelf);
}

/** Postings side by side in three columns, which deflate better than one after the other. */
class PostingBlock {
  readonly #keys = new ByteWriter();
  readonly #counts = new ByteWriter();
  readonly #articles = new ByteWriter();
  #first = 0;
  #last = 0;
  #size = 0;

  get length(): number {
    return this.#keys.length + this.#counts.length + this.#articles.length;
  }

  add({ key, articles, marks }: Posting): void {
    if (this.#size++ === 0) this.#first = this.#last = key;
    this.#keys.number(key - this.#last);
    this.#last = key;
    let isMarked = false;
    for (let at = 0; at < marks.length && !isMarked; at++) isMarked = marks[at] !== 0;
    this.#counts.number(articles.length * 2 + Number(isMarked));
    let next = 0;
    for (let at = 0; at < articles.length; at++) {
      const article = articles[at]!;
      this.#articles.number(isMarked ? (article - next) * 4 + marks[at]! : article - next);
      next = article + 1;
    }
  }

  take(): [Uint8Array, Key] {
    const block = new ByteWriter();
    block.number(this.#size);
    block.number(this.#keys.length);
    block.number(this.#counts.length);
    for (const column of [this.#keys, this.#counts, this.#articles]) {
      block.raw(column.bytes());
      column.clear();
    }
    this.#size = 0;
    return [block.bytes(), this.#first];
  }
}

/**
 * Goes through the postings of a block.
 * @param bytes - the block, no longer compressed
 * @param first - its first key
 * @returns its postings
 */
export function* readPostings(bytes: Uint8Array, first: Key): Iterable<Posting> {
  const head = new ByteReader(bytes);
  const [size, keyBytes, countBytes] = [head.number(), head.number(), head.number()];
  const keys = new ByteReader(head.raw(keyBytes));
  const counts = new ByteReader(head.raw(countBytes));
  let key = first;
  for (let at = 0; at < size; at++) {
    key += keys.number();
    const counted = counts.number();
    const articles: number[] = [];
    const marks: number[] = [];
    let next = 0;
    for (let count = counted >>> 1; count > 0; count--) {
      const number = head.number();
      const article = next + (counted & 1 ? number >>> 2 : number);
      articles.push(article);
      marks.push(counted & 1 ? number & 3 : 0);
      next = article + 1;
    }
    yield { key, articles, marks };
  }
}

/**
 * Goes through the keys of a block alone.
 * @param bytes - the block, no longer compressed
 * @param first - its first key
 * @param add - called for each key, with the number of articles in which it stands
 */
export function countKeys(bytes: Uint8Array, first: Key, add: (key: Key, articles: number) => void): void {
  const head = new ByteReader(bytes);
  const [size, keyBytes, countBytes] = [head.number(), head.number(), head.number()];
  const keys = new ByteReader(head.raw(keyBytes));
  const counts = new ByteReader(head.raw(countBytes));
  let key = first;
  for (let at = 0; at < size; at++) add((key += keys.number()), counts.number() >>> 1);
}
