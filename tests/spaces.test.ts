import { expect, test } from "vitest";
import { foldSpaces } from "../src/spaces.ts";

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
