import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Permalink } from "../../src/model.ts";
import { surveySegments } from "../../src/render/searchFiles.ts";
import { writeDirectory } from "../../src/search/directory.ts";
import type { Filing } from "../../src/search/filing.ts";
import type { Posting } from "../../src/search/postings.ts";
import { IndexReader, type Manifest } from "../../src/search/reader.ts";
import { articlesOnShelf, rowsInBlock, writeSegment, type Row, type SegmentInput } from "../../src/search/segment.ts";
import { dayIn, type Span } from "../../src/search/span.ts";
import { compress, contentsLength, contentsOf, inflate } from "../support/searchIndex.ts";

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
/** A key in some of so many articles. */
const posting = (count: number) =>
  fc
    .record({
      key: fc.integer({ min: 0, max: 0xffff_ffff }),
      pairs: fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.oneof(fc.constant(0), fc.nat(3))), {
        minLength: 1,
        maxLength: count,
        selector: ([number]) => number,
      }),
    })
    .map(({ key, pairs }): Posting => {
      const sorted = pairs.toSorted(([a], [b]) => a - b);
      return { key, articles: sorted.map(([number]) => number), marks: sorted.map(([, mark]) => mark) };
    });
/** How each of some articles is filed, and its day. */
const shelf = (articles: number) =>
  fc.record({
    filings: fc.array(filing, { minLength: 3, maxLength: 3 }),
    filed: fc.array(fc.nat(2), { minLength: articles, maxLength: articles }),
    dates: fc.array(fc.constantFrom(101, 311, 1231), { minLength: articles, maxLength: articles }),
  });
const input = fc.array(row, { minLength: 1, maxLength: 80 }).chain((rows) =>
  fc.record({
    shelf: shelf(rows.length),
    rows: fc.constant(rows),
    postings: fc
      .uniqueArray(posting(rows.length), { maxLength: 100, selector: ({ key }) => key })
      .map((all) => all.toSorted((a, b) => a.key - b.key)),
  }),
);

function readerOf(
  segmentFile: Uint8Array,
  articles: number,
  onRead: (start: number) => void = () => undefined,
): IndexReader {
  const { entries, blocks } = surveySegments([segmentFile]);
  const files = new Map([
    ["segment.bin", segmentFile],
    ["directory.bin", writeDirectory(entries, blocks, compress)],
  ]);
  const [segment, directory] = [...files].map(([file, bytes]) => ({ file, contents: contentsLength(bytes) }));
  const segments = [{ ...segment, span: "2022", articles }];
  return new IndexReader({ articles, from: "", to: "", directory, segments } as unknown as Manifest, {
    async read(file, start, end) {
      onRead(start);
      return files.get(file)!.subarray(start, end);
    },
    inflate: async (bytes) => inflate(bytes),
  });
}

/** A posting with plain lists. */
function plainly({ key, articles, marks }: Posting): Posting {
  return { key, articles: Array.from(articles), marks: Array.from(marks) };
}

async function expectAllIn(given: SegmentInput & { readonly postings: readonly Posting[] }) {
  const { rows, postings } = given;
  const { filings, filed, dates } = given.shelf;
  const index = readerOf(writeSegment(given, compress), rows.length);
  expect(await index.filed(0, [...rows.keys()])).toEqual(
    filed.map((place, at) => ({ filing: filings[place], day: dayIn("2022" as Span, dates[at]!) })),
  );
  expect(await Promise.all(rows.map(async (_, at) => index.row(0, at)))).toEqual(rows);
  const found = await Promise.all(postings.map(async ({ key }) => index.posting(0, key)));
  expect(found.map((each) => plainly(each!))).toEqual(postings);
  const keys = new Set(postings.map(({ key }) => key));
  const others = [0, 0xffff_ffff, ...[...keys].flatMap((key) => [key - 1, key + 1])].filter((key) => !keys.has(key));
  expect(new Set(await Promise.all(others.map(async (key) => index.posting(0, key))))).toEqual(new Set([undefined]));
}

test("what is written into a segment is read from it", async () => {
  await fc.assert(fc.asyncProperty(input, expectAllIn));
});

const plain: Filing = { categories: [], tags: [], sources: [] };

test("postings fill as many blocks as they need, and each is found", async () => {
  const rows = Array.from({ length: 3 * rowsInBlock + 1 }, (_, at): Row => [`/${at}.html` as Permalink, `${at}`, []]);
  const postings = Array.from({ length: 20_000 }, (_, at) => ({
    key: at * 200_003,
    articles: [at % rows.length],
    marks: [at % 4],
  }));
  const filed = { filings: [plain], filed: rows.map(() => 0), dates: rows.map(() => 311) };
  const { blocks } = surveySegments([writeSegment({ shelf: filed, rows, postings }, compress)]);
  expect(blocks[0]!.keys.length).toBeGreaterThan(10);
  await expectAllIn({ shelf: filed, rows, postings });
});

const nothing = { filings: [], filed: [], dates: [] };
const named = (count: number) => Array.from({ length: count }, (_, at): Row => [`/${at}.html` as Permalink, "", []]);

test("a posting of many articles stands in a block of its own", () => {
  const [before, after] = [2, 9].map((key): Posting => ({ key, articles: [key], marks: [0] })) as [Posting, Posting];
  const common = { key: 5, articles: Array.from({ length: 2000 }, (_, at) => at), marks: new Uint8Array(2000) };
  const file = writeSegment({ shelf: nothing, rows: named(2000), postings: [before, common, after] }, compress);
  expect(surveySegments([file]).blocks[0]!.keys).toEqual([2, 5, 9]);
});

test("few articles are filed by their rows, which are read anyway, many by shelves", async () => {
  const count = 3 * articlesOnShelf;
  const filings = [plain, { ...plain, sources: ["南通日报"] }];
  const filed = Array.from({ length: count }, (_, at) => at % 2);
  const dates = filed.map((_, at) => 101 + (at % 31));
  const file = writeSegment({ shelf: { filings, filed, dates }, rows: named(count), postings: [] }, compress);
  const { starts } = contentsOf(file);
  const firstShelf = starts[Math.ceil(count / rowsInBlock)]!;
  for (const wanted of [[], [0], [600, 1030], [...filed.keys()]]) {
    const read: number[] = [];
    const index = readerOf(file, count, (start) => void read.push(start));
    expect(await index.filed(0, wanted)).toEqual(
      wanted.map((at) => ({ filing: filings[at % 2], day: dayIn("2022" as Span, 101 + (at % 31)) })),
    );
    const isOnShelves = wanted.length > 2;
    expect(read.slice(1).map((start) => start >= firstShelf)).toEqual(isOnShelves ? [true] : wanted.map(() => false));
  }
});
