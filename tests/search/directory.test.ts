import * as fc from "fast-check";
import { expect, test } from "vitest";
import { writeDirectory, type Whereabouts } from "../../src/search/directory.ts";
import { IndexReader } from "../../src/search/reader.ts";
import { compress, headOf, inflate } from "../support/searchIndex.ts";

function directoryOf(entries: readonly Whereabouts[], count: number): IndexReader {
  const file = writeDirectory(entries, count, compress);
  const directory = { file: "directory.bin", ...headOf(file) };
  return new IndexReader(
    { articles: 0, from: "", to: "", directory, volumes: [] },
    { read: async (_, start, end) => file.subarray(start, end), inflate: async (bytes) => inflate(bytes) },
  );
}

test.each([
  [1, [0], "everywhere"],
  [3, [2], "everywhere"],
  [4, [3], [3]],
  [4, [0, 3], "everywhere"],
  [100, Array.from({ length: 25 }, (_, at) => at * 4), Array.from({ length: 25 }, (_, at) => at * 4)],
  [100, Array.from({ length: 26 }, (_, at) => at), "everywhere"],
])("of %i volumes, a key in %j stands in %j", async (count, volumes, found) => {
  expect(await directoryOf([{ key: 7, volumes }], count).whereabouts(7)).toEqual(found);
});

test("a key that is not in the directory is in no volume", async () => {
  expect(await directoryOf([], 0).whereabouts(5)).toEqual([]);
  const directory = directoryOf(
    [3, 7, 0xffff_ffff].map((key) => ({ key, volumes: [1] })),
    10,
  );
  for (const key of [0, 2, 4, 6, 8, 0xffff_fffe]) expect(await directory.whereabouts(key)).toEqual([]);
});

test("whatever stands in the directory is found, over many blocks", async () => {
  const count = 40;
  const entry = fc.record({
    key: fc.integer({ min: 0, max: 0xffff_ffff }),
    volumes: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(entry, { maxLength: 300, selector: ({ key }) => key }),
      fc.nat(0x1_0000),
      async (some, first) => {
        // Beside them so many that they do not go into one block.
        const many = Array.from({ length: 3000 }, (_, at) => ({ key: first + at * 1_000_003, volumes: [at % count] }));
        const byKey = new Map([...many, ...some].map((each) => [each.key, each]));
        const entries = [...byKey.values()]
          .map(({ key, volumes }) => ({ key, volumes: volumes.toSorted((a, b) => a - b) }))
          .sort((a, b) => a.key - b.key);
        const directory = directoryOf(entries, count);
        for (const { key, volumes } of entries) {
          expect(await directory.whereabouts(key)).toEqual(volumes.length > 10 ? "everywhere" : volumes);
        }
        for (const { key } of some.filter((each) => !byKey.has(each.key + 1))) {
          expect(await directory.whereabouts(key + 1)).toEqual([]);
        }
      },
    ),
    { numRuns: 20 },
  );
});
