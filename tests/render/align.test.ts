import * as fc from "fast-check";
import { expect, test } from "vitest";
import { align, type Scale } from "../../src/render/align.ts";

const equal: Scale<string> = { weigh: (a, b) => (a === b ? 1 : 0), cost: () => 0 };
const plenty = () => ({ left: 1_000_000 });
const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 }).map((text) => Array.from(text));

test.each([
  ["abc", "abc", "abc"],
  ["abcd", "acbd", "acd"],
  ["abc", "xyz", ""],
  ["", "abc", ""],
  ["aXbYc", "abc", "abc"],
])("%s and %s have %s in common", (one, other, common) => {
  expect(
    align(Array.from(one), Array.from(other), equal, plenty())
      .map(([at]) => one[at])
      .join(""),
  ).toHaveLength(common.length);
});

/** The length of the longest common subsequence, by its definition. */
function longest(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [[first, ...rest], [otherFirst, ...others]] = [one, other];
  if (first === otherFirst) return 1 + longest(rest, others);
  return Math.max(longest(rest, other), longest(one, others));
}

test("pairs are equal, in order, and as many as can be", () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const pairs = align(one, other, equal, plenty());
      for (const [at, place] of pairs) expect(one[at]).toBe(other[place]);
      for (const [index, [at, place]] of pairs.entries()) {
        const [before, placeBefore] = pairs[index - 1] ?? [-1, -1];
        expect(at > before && place > placeBefore).toBe(true);
      }
      expect(pairs).toHaveLength(longest(one, other));
    }),
  );
});

test("the heavier pairs go before more of them", () => {
  const weigh = (a: string, b: string) => (a === b ? 4 : a.toLowerCase() === b.toLowerCase() ? 1 : 0);
  expect(align(["a", "B", "x"], ["A", "b", "B"], { weigh, cost: () => 0 }, plenty())).toEqual([
    [0, 0],
    [1, 2],
  ]);
});

test("lists that would cost more than may be done keep what they begin and end with alike", () => {
  const middle = (mark: string) => Array.from({ length: 30 }, (_, index) => `${mark}${index}`);
  const [one, other] = [
    ["甲", ...middle("a"), "乙"],
    ["甲", ...middle("b"), "乙"],
  ];
  const scale: Scale<string> = { weigh: () => 1, cost: (member) => member.length };
  const steps = 30 * 30 * 6 + 2 * 30 * (10 * 2 + 20 * 3);
  const little = { left: steps - 1 };
  expect(align(one, other, scale, little)).toEqual([
    [0, 0],
    [31, 31],
  ]);
  expect(little.left).toBe(steps - 1);
  const enough = { left: steps };
  expect(align(one, other, scale, enough)).toHaveLength(32);
  expect(enough.left).toBe(0);
});
