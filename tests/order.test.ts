import * as fc from "fast-check";
import { expect, test } from "vitest";
import { byCodeUnit } from "../src/order.ts";

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
