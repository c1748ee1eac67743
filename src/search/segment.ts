import type { KnownDay, Permalink } from "../model.ts";
import { BlockWriter } from "./blocks.ts";
import { ByteWriter } from "./bytes.ts";
import type { Filing } from "./filing.ts";
import { PostingBlock } from "./postingBlock.ts";
import type { Posting } from "./postings.ts";

/*
 * A segment is the index of the articles of a month, a quarter or a year, a file of blocks: first the rows of its
 * articles, some in each block, then where they are filed, many in each block. Behind them stand the postings by key, in
 * blocks that the directory knows: a segment that has none of what is asked for is not opened.
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

/** A block of rows: of few articles it says how they are filed as well, for a shelf would be more than is wanted. */
export interface RowBlock extends Shelf {
  readonly rows: readonly Row[];
}

/** What a segment is written from. */
export interface SegmentInput {
  readonly shelf: Shelf;
  readonly rows: readonly Row[];
  readonly postings: Iterable<Posting>;
}

/** Rows in one block. */
export const rowsInBlock = 16;
/** Articles on one shelf. */
export const articlesOnShelf = 512;
/** A block of postings is closed when it holds so many bytes. */
const fullBlock = 900;
/** A posting of so many articles has a block of its own, so that rarer keys do not come with it. */
const commonPosting = 2000;

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
    const end = at + rowsInBlock;
    const block: RowBlock = { rows: rows.slice(at, end), ...partOf(shelf, at, end) };
    file.add(text.encode(JSON.stringify(block)));
  }
  for (let at = 0; at < rows.length; at += articlesOnShelf) {
    file.add(text.encode(JSON.stringify(partOf(shelf, at, at + articlesOnShelf))));
  }
  const bytes = new ByteWriter();
  bytes.raw(file.bytes());
  writePostings(postings, rows.length, bytes);
  return bytes.bytes();
}

function writePostings(postings: Iterable<Posting>, articles: number, bytes: ByteWriter): void {
  const block = new PostingBlock(articles);
  for (const posting of postings) {
    const isCommon = posting.articles.length >= commonPosting;
    if (isCommon && block.length > 0) bytes.raw(block.take());
    block.add(posting);
    if (isCommon || block.length >= fullBlock) bytes.raw(block.take());
  }
  if (block.length > 0) bytes.raw(block.take());
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
