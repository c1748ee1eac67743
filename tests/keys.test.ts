import fc from "fast-check";
import { expect, test } from "vitest";
import { Keys } from "../src/keys.ts";

/** Narrow and wide, empty, with what no encoding likes, and pairs that differ in their last or first unit alone. */
const key = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "a/",
    "/a",
    "é",
    "\u00ff",
    "\u0100",
    "名",
    "名/",
    "\ud800",
    "\u0000",
    "a\u0000",
    "__proto__",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.nat(500).map((number) => `paper/2022/03/11/${number}.html`),
);

test("keys are numbered as they come, and found again, packed or not", () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 400 }), fc.nat(400), (added, packedAt) => {
      const expected = new Map<string, number>();
      let keys = new Keys();
      for (const [index, each] of added.entries()) {
        if (!expected.has(each)) expected.set(each, expected.size);
        expect(keys.add(each)).toBe(expected.get(each));
        if (index !== packedAt) continue;
        const packed = keys.pack(Array.from({ length: keys.length }, (_, place) => place));
        keys = new Keys();
        keys.unpack(packed);
      }
      expect(keys.length).toBe(expected.size);
      for (const [each, place] of expected) {
        expect([keys.at(place), keys.placeOf(each)]).toEqual([each, place]);
        expect(keys.endsWith(place, "/")).toBe(each.endsWith("/"));
      }
      expect(keys.placeOf("none of them")).toBeUndefined();
    }),
  );
});

test("some keys can be packed, in any order", () => {
  const keys = new Keys();
  for (const each of ["a", "名", "c/d"]) keys.add(each);
  const others = new Keys();
  others.add("z");
  others.unpack(keys.pack([2, 1]));
  expect(["z", "c/d", "名", "a"].map((each) => others.placeOf(each))).toEqual([0, 1, 2, undefined]);
  expect(others.add("a")).toBe(3);
});
