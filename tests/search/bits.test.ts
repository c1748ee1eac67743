import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BitReader, BitWriter } from "../../src/search/bits.ts";

const sized = fc
  .integer({ min: 0, max: 31 })
  .chain((count) => fc.record({ count: fc.constant(count), value: fc.nat(2 ** count - 1) }));

test("numbers of any lengths are read as they were written, and fill bytes", () => {
  fc.assert(
    fc.property(fc.array(sized, { maxLength: 3000, size: "max" }), (all) => {
      const writer = new BitWriter();
      for (const { value, count } of all) writer.bits(value, count);
      const length = Math.ceil(all.reduce((sum, { count }) => sum + count, 0) / 8);
      expect(writer.length).toBe(length);
      const bytes = writer.take();
      expect(bytes.length).toBe(length);
      expect(writer.length).toBe(0);
      const reader = new BitReader(bytes);
      expect(all.map(({ count }) => reader.bits(count))).toEqual(all.map(({ value }) => value));
    }),
    { numRuns: 30 },
  );
});

test("the highest bit comes first", () => {
  const writer = new BitWriter();
  writer.bits(0b1, 1);
  writer.bits(0b0100000011, 10);
  expect([...writer.take()]).toEqual([0b1010_0000, 0b0110_0000]);
});

test("bits that are not there are not read", () => {
  const reader = new BitReader(new Uint8Array([255]));
  expect(reader.bits(5)).toBe(31);
  expect(() => reader.bits(4)).toThrow(RangeError);
});
