import { expect, test } from "vitest";
import { overlapOf } from "../../src/catalogue/overlap.ts";

test.each([
  ["equal sketches", [1, 2, 3, 4], [1, 2, 3, 4], { common: 4, ofBoth: 1, ofFewer: 1 }],
  ["nothing in common", [1, 2, 3, 4], [5, 6, 7, 8], { common: 0, ofBoth: 0, ofFewer: 0 }],
  ["all sentences of both", [1, 2, 9, 0], [2, 8, 9, 0], { common: 2, ofBoth: 1 / 2, ofFewer: 2 / 3 }],
  ["a full sketch up to its end", [1, 2, 8, 9], [1, 2, 3, 4], { common: 2, ofBoth: 1 / 2, ofFewer: 1 }],
  ["a short text in a long one", [2, 90, 0, 0], [1, 2, 3, 4], { common: 1, ofBoth: 1 / 4, ofFewer: 1 }],
  ["a text without sentences", [0, 0, 0, 0], [1, 0, 0, 0], { common: 0, ofBoth: 0, ofFewer: 0 }],
])("of %s", (_, one, other, overlap) => {
  expect(overlapOf(Uint32Array.from([...one, ...other]), 4, 0, 1)).toEqual(overlap);
  expect(overlapOf(Uint32Array.from([...other, ...one]), 4, 0, 1)).toEqual(overlap);
});
