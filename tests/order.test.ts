import * as fc from "fast-check";
import { expect, test } from "vitest";
import { byCodeUnit, inTurn, only } from "../src/order.ts";

test.each([
  ["a", "b", -1],
  ["b", "a", 1],
  ["a", "a", 0],
  ["", "a", -1],
  ["Z", "a", -1],
  ["z", "é", -1],
  ["乙", "甲", -1],
  ["10", "9", -1],
  ["\u{1F389}", "\uFF5E", -1],
])("%j beside %j is %i", (a, b, order) => {
  expect(byCodeUnit(a, b)).toBe(order);
});

test("texts are sorted as by the language's own order of code units", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
      expect(texts.toSorted(byCodeUnit)).toEqual(texts.toSorted());
    }),
  );
});

test("lists in turn, and what is wanted of a list, can be gone through again", () => {
  const odd = only(inTurn([1, 2], new Set([3, 4])), (value) => value % 2 === 1);
  expect([[...odd], [...odd]]).toEqual([
    [1, 3],
    [1, 3],
  ]);
});
