import { expect, test } from "vitest";
import { keysOfBlock, partsOf, PostingBlock, readPostings } from "../../src/search/postingBlock.ts";
import type { Posting } from "../../src/search/postings.ts";

const articles = 400;
const posted: readonly Posting[] = [
  { key: 5, articles: [1, 300, 301, 399], marks: [1, 0, 3, 2] },
  { key: 7, articles: [0], marks: [0] },
  { key: 0xffff_ffff, articles: [0, 1, 2], marks: [0, 0, 0] },
];

/** The parts of a block of these postings. */
function partsWith(postings: readonly Posting[], block = new PostingBlock(articles)) {
  for (const posting of postings) block.add(posting);
  return partsOf(block.take());
}

function read(columns: Uint8Array, bits: Uint8Array): readonly Posting[] {
  return Array.from(readPostings({ columns, bits }, articles), ({ key, articles: found, marks }) => ({
    key,
    articles: Array.from(found),
    marks: Array.from(marks),
  }));
}

test("postings are read as they were written", () => {
  const { columns, bits } = partsWith(posted);
  expect(read(columns, bits)).toEqual(posted);
});

test("a block that says it has more keys than it has bytes is refused", () => {
  const { columns } = partsWith(posted);
  expect(() => keysOfBlock(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f, ...columns.subarray(1)))).toThrow(RangeError);
});

test("a block that has been taken begins anew", () => {
  const block = new PostingBlock(articles);
  partsWith(posted, block);
  expect(block.length).toBe(0);
  const { columns, bits } = partsWith(posted.slice(1), block);
  expect(read(columns, bits)).toEqual(posted.slice(1));
});

test("blocks that stand one behind the other are told apart by what they say of their length", () => {
  const block = new PostingBlock(articles);
  const bytes = Buffer.concat(
    posted.map((posting) => {
      block.add(posting);
      return block.take();
    }),
  );
  let at = 0;
  for (const posting of posted) {
    const { columns, bits, end } = partsOf(bytes, at);
    expect(read(columns, bits)).toEqual([posting]);
    at = end;
  }
  expect(at).toBe(bytes.length);
  for (let end = 0; end < bytes.length; end++) {
    expect(() => {
      for (let start = 0; start < bytes.length;) start = partsOf(bytes.subarray(0, end), start).end;
    }).toThrow(RangeError);
  }
});

test("keys are read without the postings", () => {
  const { columns } = partsWith(posted);
  const { keys, counts, areMarked } = keysOfBlock(columns);
  expect([...keys]).toEqual([5, 7, 0xffff_ffff]);
  expect([...counts]).toEqual([4, 1, 3]);
  expect([...areMarked]).toEqual([1, 0, 0]);
});

test("postings that end too soon are not read", () => {
  const { columns, bits } = partsWith(posted);
  for (let end = 0; end < columns.length; end++) {
    expect(() => read(columns.subarray(0, end), bits)).toThrow(RangeError);
  }
  for (let end = 0; end < bits.length; end++) {
    expect(() => read(columns, bits.subarray(0, end))).toThrow(RangeError);
  }
});
