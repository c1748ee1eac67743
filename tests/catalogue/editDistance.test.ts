import { distance } from "fastest-levenshtein";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deletions, editDistance } from "../../src/catalogue/editDistance.ts";

const between = (one: string, other: string) => editDistance(Array.from(one), Array.from(other));

test.each([
  ["", "", 0],
  ["南通日报", "", 4],
  ["南通日报", "南通日报", 0],
  ["南通日报", "南通时报", 1],
  ["南通日报", "南通报", 1],
  ["南通日报", "南日通报", 1],
  ["𠮷田日报", "吉田日报", 1],
  ["nantongribao", "nantonribo", 2],
])("between %s and %s lie %i slips", (one, other, slips) => {
  expect(between(one, other)).toBe(slips);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "甲", "乙"), maxLength: 7 });

test("it is Levenshtein's distance, less where neighbours are exchanged", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = between(one, other);
      expect(slips).toBeLessThanOrEqual(distance(one, other));
      expect(slips * 2).toBeGreaterThanOrEqual(distance(one, other));
      expect(slips).toBe(between(other, one));
    }),
  );
});

test("words that few slips lie between have something in common when as many characters are taken out", () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 2 }), (one, other, most) => {
      fc.pre(between(one, other) <= most);
      const others = deletions(Array.from(other), most);
      expect([...deletions(Array.from(one), most)].some((left) => others.has(left))).toBe(true);
    }),
  );
});
