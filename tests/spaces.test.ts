import fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "../src/characters.ts";
import { foldSpaces, tidyText } from "../src/spaces.ts";

test.each([
  ["甲 乙", "甲 乙"],
  ["甲\n乙", "甲乙"],
  ["甲 \n  乙", "甲乙"],
  ["甲，\n“乙”", "甲，“乙”"],
  ["𠮷\n𠮷", "𠮷𠮷"],
  ["one\ntwo", "one two"],
  ["甲\ntwo", "甲 two"],
  ["one \t\n  two", "one two"],
  ["甲　乙", "甲　乙"],
  ["甲\n　　乙", "甲乙"],
  ["甲\u00a0\u00a0乙", "甲 乙"],
  ["甲\u2028乙\u2003丙", "甲 乙 丙"],
  ["甲\r乙\f丙\v丁", "甲 乙 丙 丁"],
  ["", ""],
])("%j is folded to %j", (text, folded) => {
  expect(foldSpaces(text)).toBe(folded);
});

test("a long run of line breaks is folded in no time", () => {
  expect(foldSpaces(`甲${"\n".repeat(60_000)}x`)).toBe("甲 x");
});

test("a tidy text is a folded and printable one, whatever stands in it", () => {
  const text = fc.string({ unit: fc.oneof(fc.constantFrom(" ", "\u3000", "\n", "甲", "\ud842"), anyUnit) });
  fc.assert(
    fc.property(text, (written) => {
      expect(tidyText(written)).toBe(printable(foldSpaces(written)));
    }),
  );
});

test("so it is of each UTF-16 unit between two characters", () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => `甲${String.fromCharCode(code)}乙`);
  expect(units.filter((text) => tidyText(text) !== printable(foldSpaces(text)))).toEqual([]);
});

const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
