import { expect, test } from "vitest";
import { countedKeys, partsOf, PostingBlock, readPostings } from "../../src/search/postingBlock.ts";
import type { Posting } from "../../src/search/postings.ts";
import { compress, inflate } from "../support/searchIndex.ts";

const articles = 400;
const posted: readonly Posting[] = [
  { key: 5, articles: [1, 300, 301, 399], marks: [1, 0, 3, 2] },
  { key: 7, articles: [0], marks: [0] },
  { key: 0xffff_ffff, articles: [0, 1, 2], marks: [0, 0, 0] },
];

/** The parts of a block of these postings, its columns inflated. */
function partsWith(postings: readonly Posting[], block = new PostingBlock(articles, compress)) {
  for (const posting of postings) block.add(posting);
  const [bytes, first] = block.take();
  const { columns, bits } = partsOf(bytes);
  return { columns: inflate(columns), bits, first };
}

function read(columns: Uint8Array, bits: Uint8Array, first: number): readonly Posting[] {
  return Array.from(readPostings(columns, bits, first, articles), ({ key, articles: found, marks }) => ({
    key,
    articles: Array.from(found),
    marks: Array.from(marks),
  }));
}

test("postings are read as they were written", () => {
  const { columns, bits, first } = partsWith(posted);
  expect(first).toBe(5);
  expect(read(columns, bits, first)).toEqual(posted);
});

test("a block that has been taken begins anew", () => {
  const block = new PostingBlock(articles, compress);
  partsWith(posted, block);
  expect(block.length).toBe(0);
  const { columns, bits, first } = partsWith(posted.slice(1), block);
  expect(read(columns, bits, first)).toEqual(posted.slice(1));
});

test("keys are read without the postings", () => {
  const { columns, first } = partsWith(posted);
  expect([...countedKeys(columns, first)]).toEqual([
    { key: 5, count: 4, isMarked: true },
    { key: 7, count: 1, isMarked: false },
    { key: 0xffff_ffff, count: 3, isMarked: false },
  ]);
});

test("postings that end too soon are not read", () => {
  const { columns, bits, first } = partsWith(posted);
  for (let end = 0; end < columns.length; end++) {
    expect(() => read(columns.subarray(0, end), bits, first)).toThrow(RangeError);
  }
  for (let end = 0; end < bits.length; end++) {
    expect(() => read(columns, bits.subarray(0, end), first)).toThrow(RangeError);
  }
});
