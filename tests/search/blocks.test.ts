import * as fc from "fast-check";
import { expect, test } from "vitest";
import { blockOf, BlockWriter, readContents } from "../../src/search/blocks.ts";
import { compress, contentsOf, inflate } from "../support/searchIndex.ts";

const block = fc.record({ bytes: fc.uint8Array({ maxLength: 500 }), more: fc.integer({ min: 1, max: 0x1000_0000 }) });

test("blocks are where the table of contents says, with their first keys", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 15 }), fc.nat(3), (blocks, numbered) => {
      const writer = new BlockWriter(compress);
      let last = 0;
      // The first ones are found by their number and have no key.
      const keys = blocks.map(({ more }, at) => (at < numbered ? 0 : (last += more)));
      for (const [at, { bytes }] of blocks.entries()) {
        if (keys[at] === 0) writer.add(bytes);
        else writer.addPacked(compress(bytes), keys[at]!);
      }
      const file = writer.bytes();
      const contents = contentsOf(file);
      expect(contents.keys).toEqual(keys);
      expect(contents.starts.at(-1)).toBe(file.length);
      for (const [at, { bytes }] of blocks.entries()) {
        expect([...inflate(file.subarray(contents.starts[at], contents.starts[at + 1]))]).toEqual([...bytes]);
      }
    }),
  );
});

test.each([
  [0, -1],
  [9, -1],
  [10, 0],
  [19, 0],
  [20, 1],
  [30, 2],
  [0xffff_ffff, 2],
])("of blocks that begin with 10, 20 and 30, key %i is in number %i", (key, found) => {
  expect(blockOf({ starts: [], keys: [10, 20, 30] }, key)).toBe(found);
});

test("without blocks no key is in one", () => {
  expect(blockOf({ starts: [4], keys: [] }, 5)).toBe(-1);
});

test("a table of contents that ends too soon is not read", () => {
  expect(() => readContents(Uint8Array.of(2, 5, 5, 5), 3)).toThrow(RangeError);
  expect(() => readContents(new Uint8Array(), 0)).toThrow(RangeError);
});
