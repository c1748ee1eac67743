import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BitReader, BitWriter } from "../../src/search/bits.ts";
import { readAscending, writeAscending } from "../../src/search/interpolative.ts";

function written(numbers: readonly number[], end: number): Uint8Array {
  const bits = new BitWriter();
  writeAscending(numbers, end, bits);
  return bits.take();
}

const ascending = fc.integer({ min: 1, max: 2 ** 30 }).chain((end) =>
  fc.record({
    end: fc.constant(end),
    numbers: fc
      .uniqueArray(fc.nat(end - 1), { maxLength: 200, size: "max" })
      .map((numbers) => numbers.toSorted((a, b) => a - b)),
  }),
);

test("what is written is read, one list after the other", () => {
  fc.assert(
    fc.property(fc.array(ascending, { maxLength: 5 }), (lists) => {
      const bits = new BitWriter();
      for (const { numbers, end } of lists) writeAscending(numbers, end, bits);
      const reader = new BitReader(bits.take());
      for (const { numbers, end } of lists) {
        expect(Array.from(readAscending(numbers.length, end, reader))).toEqual(numbers);
      }
    }),
  );
});

test("of few places, every choice is read as it was written", () => {
  for (let end = 1; end <= 9; end++) {
    for (let choice = 0; choice < 2 ** end; choice++) {
      const numbers = Array.from({ length: end }, (_, at) => at).filter((at) => choice & (2 ** at));
      expect(Array.from(readAscending(numbers.length, end, new BitReader(written(numbers, end))))).toEqual(numbers);
    }
  }
});

test.each<[string, readonly number[], number, number]>([
  ["nothing", [], 1000, 0],
  ["all there is", Array.from({ length: 1000 }, (_, at) => at), 1000, 0],
  ["all but one: where it is missing", Array.from({ length: 255 }, (_, at) => at + Number(at > 99)), 256, 2],
  ["one of 256", [77], 256, 1],
  ["the first of 257", [0], 257, 1],
])("%s takes no more room than it must", (_, numbers, end, bytes) => {
  expect(written(numbers, end).length).toBeLessThanOrEqual(bytes);
});

test("numbers that end too soon are not read", () => {
  const bytes = written([3, 500, 800], 1000);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => readAscending(3, 1000, new BitReader(bytes.subarray(0, length)))).toThrow(RangeError);
  }
});
