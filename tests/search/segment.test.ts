import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Permalink } from "../../src/model.ts";
import type { Posting } from "../../src/search/postings.ts";
import { IndexReader, type Manifest } from "../../src/search/reader.ts";
import {
  dayOf,
  firstPostingBlock,
  readPostings,
  rowsInBlock,
  writeSegment,
  type Row,
  type SegmentInput,
} from "../../src/search/segment.ts";
import { compress, contentsOf, headOf, inflate } from "../support/searchIndex.ts";

const row = fc.tuple(
  fc.string({ unit: "binary" }).map((path) => `/${path.toWellFormed()}` as Permalink),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.string({ unit: "grapheme" }), { maxLength: 2 }),
);
const term = fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }));
const filing = fc.record({
  categories: fc.array(term, { maxLength: 2 }),
  tags: fc.array(term, { maxLength: 2 }),
  sources: fc.array(fc.string({ unit: "grapheme" }), { maxLength: 2 }),
});
const article = fc.tuple(fc.nat(400), fc.oneof(fc.constant(0), fc.nat(3)));
const posting = fc
  .record({
    key: fc.integer({ min: 0, max: 0xffff_ffff }),
    pairs: fc.uniqueArray(article, { minLength: 1, maxLength: 30, selector: ([number]) => number }),
  })
  .map(({ key, pairs }): Posting => {
    const sorted = pairs.toSorted(([a], [b]) => a - b);
    return { key, articles: sorted.map(([number]) => number), marks: sorted.map(([, mark]) => mark) };
  });
const input = fc.record({
  shelf: fc.record({
    filings: fc.array(filing, { maxLength: 3 }),
    filed: fc.array(fc.nat(3)),
    dates: fc.array(fc.integer({ min: 1, max: 31 })),
  }),
  rows: fc.array(row, { maxLength: 80 }),
  postings: fc
    .uniqueArray(posting, { maxLength: 100, selector: ({ key }) => key })
    .map((all) => all.toSorted((a, b) => a.key - b.key)),
});

function readerOf(file: Uint8Array, articles: number): IndexReader {
  const volume = { file: "volume.bin", ...headOf(file), month: "2022-03", articles };
  const manifest = { articles, from: "", to: "", directory: volume, volumes: [volume] } as unknown as Manifest;
  return new IndexReader(manifest, {
    read: async (_, start, end) => file.subarray(start, end),
    inflate: async (bytes) => inflate(bytes),
  });
}

async function expectAllIn({ shelf, rows, postings }: SegmentInput & { readonly postings: readonly Posting[] }) {
  const index = readerOf(writeSegment({ shelf, rows, postings }, compress), rows.length);
  expect(await index.shelf(0)).toEqual(shelf);
  expect(await Promise.all(rows.map(async (_, at) => index.row(0, at)))).toEqual(rows);
  expect(await Promise.all(postings.map(async ({ key }) => index.posting(0, key)))).toEqual(postings);
  const keys = new Set(postings.map(({ key }) => key));
  const others = [0, 0xffff_ffff, ...[...keys].flatMap((key) => [key - 1, key + 1])].filter((key) => !keys.has(key));
  expect(new Set(await Promise.all(others.map(async (key) => index.posting(0, key))))).toEqual(new Set([undefined]));
}

test("what is written into a segment is read from it", async () => {
  await fc.assert(fc.asyncProperty(input, expectAllIn));
});

test("postings fill as many blocks as they need, and each is found", async () => {
  const rows = Array.from({ length: 3 * rowsInBlock + 1 }, (_, at): Row => [`/${at}.html` as Permalink, `${at}`, []]);
  const postings = Array.from({ length: 20_000 }, (_, at) => ({
    key: at * 200_003,
    articles: [at % rows.length],
    marks: [at % 4],
  }));
  const file = writeSegment({ shelf: { filings: [], filed: [], dates: [] }, rows, postings }, compress);
  const { keys } = contentsOf(file);
  expect(firstPostingBlock(rows.length)).toBe(5);
  expect(keys.length).toBeGreaterThan(firstPostingBlock(rows.length) + 10);
  await expectAllIn({ shelf: { filings: [], filed: [], dates: [] }, rows, postings });
});

test("postings that end too soon are not read", () => {
  const posted: Posting = { key: 5, articles: [1, 300], marks: [1, 0] };
  const file = writeSegment({ shelf: { filings: [], filed: [], dates: [] }, rows: [], postings: [posted] }, compress);
  const { starts } = contentsOf(file);
  const block = inflate(file.subarray(starts[1], starts[2]));
  expect([...readPostings(block, 5)]).toEqual([posted]);
  for (let end = 0; end < block.length; end++) {
    expect(() => [...readPostings(block.subarray(0, end), 5)]).toThrow(RangeError);
  }
});

test.each([
  [0, 1],
  [1, 2],
  [rowsInBlock, 2],
  [rowsInBlock + 1, 3],
])("the postings of %i articles begin at block %i", (articles, block) => {
  expect(firstPostingBlock(articles)).toBe(block);
});

test.each([
  ["2022-03", 1, "2022-03-01"],
  ["2021-12", 31, "2021-12-31"],
])("a day of %s: %i is %s", (month, date, day) => {
  expect(dayOf(month, date)).toBe(day);
});
