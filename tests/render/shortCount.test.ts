import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shortCount } from "../../src/render/shortCount.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1千"],
  [1234, "1.2千"],
  [9949, "9.9千"],
  [9950, "1万"],
  [12_345, "1.2万"],
  [99_999, "10万"],
  [1_234_567, "123万"],
])("%i is shortened to %s", (count, expected) => {
  expect(shortCount(count)).toBe(expected);
});

test("a count of millions at most has four characters at most, and stands for at most a tenth more or less", () => {
  const worth: Readonly<Record<string, number>> = { 千: 1000, 万: 10_000 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_994_999 }), (count) => {
      const [, digits, unit] = /^([\d.]+)(\D?)$/u.exec(shortCount(count))!;
      expect(shortCount(count).length).toBeLessThanOrEqual(4);
      expect(Math.abs(Number(digits) * (worth[unit!] ?? 1) - count)).toBeLessThanOrEqual(count / 10);
    }),
  );
});
