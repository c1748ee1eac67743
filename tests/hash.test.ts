import fc from "fast-check";
import { expect, test } from "vitest";
import { shortHash } from "../src/hash.ts";
import { hash32 } from "../src/hash32.ts";

test.each([
  ["", 8, "e3b0c442"],
  ["abc", 10, "ba7816bf8f"],
  ["abc", 64, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["abc", 0, ""],
])("the short hash of %j with %i digits is %s", (text, length, digits) => {
  expect(shortHash(text, length)).toBe(digits);
});

test("the short hash of Chinese is that of its UTF-8", () => {
  expect(shortHash("南通", 12)).toBe("5f02af063537");
});

// The vectors of the draft, for texts of one byte a unit.
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["b", 0xe70c2de5],
  ["foobar", 0xbf9cf968],
  ["\0", 0x050c5d1f],
])("the number of %j is %i", (text, number) => {
  expect(hash32(text)).toBe(number);
});

test("texts that differ in one character, or in order, have different numbers", () => {
  const texts = ["南通日报", "南通晚报", "日报南通", "南通日报 ", "𠮷", "吉"];
  expect(new Set(texts.map(hash32)).size).toBe(texts.length);
});

test("every text has a number of 32 bits, always the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const number = hash32(text);
      expect(number >>> 0).toBe(number);
      expect(hash32(text)).toBe(number);
    }),
  );
});
