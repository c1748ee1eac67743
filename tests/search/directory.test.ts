import * as fc from "fast-check";
import { expect, test } from "vitest";
import { levelOf, writeDirectory, type Whereabouts } from "../../src/search/directory.ts";
import { IndexReader } from "../../src/search/reader.ts";
import { compress, contentsLength, inflate } from "../support/searchIndex.ts";

function directoryOf(entries: readonly Whereabouts[], count: number): IndexReader {
  const file = writeDirectory(entries, count, compress);
  const directory = { file: "directory.bin", contents: contentsLength(file) };
  return new IndexReader(
    { articles: 0, from: "", to: "", directory, segments: [] },
    { read: async (_, start, end) => file.subarray(start, end), inflate: async (bytes) => inflate(bytes) },
  );
}

test.each([
  [1, [0], "everywhere"],
  [2, [1], "everywhere"],
  [3, [2], [2]],
  [4, [3], [3]],
  [5, [0, 3], "everywhere"],
  [99, Array.from({ length: 33 }, (_, at) => at * 3), Array.from({ length: 33 }, (_, at) => at * 3)],
  [99, Array.from({ length: 34 }, (_, at) => at), "everywhere"],
])("of %i segments, a key in %j stands in %j", async (count, segments, found) => {
  expect(await directoryOf([{ key: 7, segments, articles: 5 }], count).place(7)).toEqual({ segments: found, level: 1 });
});

const nowhere = { segments: [], level: 0 };

test("a key that is not in the directory is in no segment", async () => {
  expect(await directoryOf([], 0).place(5)).toEqual(nowhere);
  const directory = directoryOf(
    [3, 7, 0xffff_ffff].map((key) => ({ key, segments: [1], articles: 1 })),
    10,
  );
  for (const key of [0, 2, 4, 6, 8, 0xffff_fffe]) expect(await directory.place(key)).toEqual(nowhere);
});

test("whatever stands in the directory is found, over many blocks", async () => {
  const count = 40;
  const entry = fc.record({
    key: fc.integer({ min: 0, max: 0xffff_ffff }),
    segments: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 20 }),
    articles: fc.integer({ min: 1, max: 100_000 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(entry, { maxLength: 300, selector: ({ key }) => key }),
      fc.nat(0x1_0000),
      async (some, first) => {
        // Beside them so many that they do not go into one block.
        const many = Array.from({ length: 3000 }, (_, at) => ({
          key: first + at * 1_000_003,
          segments: [at % count],
          articles: at,
        }));
        const byKey = new Map([...many, ...some].map((each) => [each.key, each]));
        const entries = [...byKey.values()]
          .map((each) => ({ ...each, segments: each.segments.toSorted((a, b) => a - b) }))
          .sort((a, b) => a.key - b.key);
        const directory = directoryOf(entries, count);
        for (const { key, segments, articles } of entries) {
          const where = segments.length > 13 ? "everywhere" : segments;
          expect(await directory.place(key)).toEqual({ segments: where, level: levelOf(articles) });
        }
        for (const { key } of some.filter((each) => !byKey.has(each.key + 1))) {
          expect(await directory.place(key + 1)).toEqual(nowhere);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test.each([
  [0, 0],
  [1, 0],
  [3, 0],
  [4, 1],
  [15, 1],
  [16, 2],
  [16_383, 6],
  [16_384, 7],
  [2 ** 31, 7],
])("what %i articles have is of level %i", (articles, level) => {
  expect(levelOf(articles)).toBe(level);
});
