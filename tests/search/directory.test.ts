import * as fc from "fast-check";
import { expect, test } from "vitest";
import { levelOf, writeDirectory, type PostingBlocks, type Whereabouts } from "../../src/search/directory.ts";
import { IndexReader } from "../../src/search/reader.ts";
import { compress, contentsLength, inflate } from "../support/searchIndex.ts";

function directoryOf(entries: readonly Whereabouts[], blocks: readonly PostingBlocks[]): IndexReader {
  const file = writeDirectory(entries, blocks, compress);
  const directory = { file: "directory.bin", contents: contentsLength(file) };
  const segments = blocks.map((_, at) => ({ file: `${at}.bin`, contents: 0, span: "2022", articles: 1 }));
  return new IndexReader({ articles: 0, from: "", to: "", directory, segments } as unknown as IndexReader["manifest"], {
    read: async (_, start, end) => file.subarray(start, end),
    inflate: async (bytes) => inflate(bytes),
  });
}

/** The blocks of so many segments, each of which begins one with every so manieth of its keys, at odd places. */
function blocksOf(entries: readonly Whereabouts[], count: number, every: number): readonly PostingBlocks[] {
  return Array.from({ length: count }, (_, segment) => {
    const keys = entries
      .filter(({ segments }) => Array.from(segments).includes(segment))
      .map(({ key }) => key)
      .filter((_key, at) => at % every === 0);
    return { keys, starts: [...keys, 0].map((_key, at) => 100 + segment + at * (1000 + segment)) };
  });
}

/** Where a directory must say that a key stands. */
function placeOf({ key, segments, articles }: Whereabouts, blocks: readonly PostingBlocks[]) {
  const extents = Array.from(segments, (segment) => {
    const { keys, starts } = blocks[segment]!;
    const block = keys.findLastIndex((each) => each <= key);
    return [segment, [starts[block], starts[block + 1]]] as const;
  });
  return { segments: new Map(extents), level: levelOf(articles) };
}

const nowhere = { segments: new Map(), level: 0 };

test("a key that is not in the directory is in no segment", async () => {
  expect(await directoryOf([], []).place(5)).toEqual(nowhere);
  const entries = [3, 7, 0xffff_ffff].map((key) => ({ key, segments: [1], articles: 9 }));
  const directory = directoryOf(entries, blocksOf(entries, 10, 2));
  for (const key of [0, 2, 4, 6, 8, 0xffff_fffe]) expect(await directory.place(key)).toEqual(nowhere);
});

test("whatever stands in the directory is found in its block, over many blocks", async () => {
  const count = 40;
  const entry = fc.record({
    key: fc.integer({ min: 0, max: 0xffff_ffff }),
    segments: fc
      .uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count })
      .map((all) => all.toSorted((a, b) => a - b)),
    articles: fc.integer({ min: 1, max: 100_000 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(entry, { maxLength: 300, selector: ({ key }) => key }),
      fc.nat(0x1_0000),
      fc.constantFrom(1, 2, 7, 1000),
      async (some, first, every) => {
        // Beside them so many that they do not go into one block.
        const many = Array.from({ length: 3000 }, (_, at) => ({
          key: first + at * 1_000_003,
          segments: [at % count],
          articles: at,
        }));
        const byKey = new Map([...many, ...some].map((each) => [each.key, each]));
        const entries = [...byKey.values()].sort((a, b) => a.key - b.key);
        const blocks = blocksOf(entries, count, every);
        const directory = directoryOf(entries, blocks);
        for (const each of entries) expect(await directory.place(each.key)).toEqual(placeOf(each, blocks));
        for (const { key } of some.filter((each) => !byKey.has(each.key + 1))) {
          expect(await directory.place(key + 1)).toMatchObject({ segments: new Map() });
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
