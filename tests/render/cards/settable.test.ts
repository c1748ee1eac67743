import { expect, test } from "vitest";
import { isSettable } from "../../../src/render/cards/settable.ts";

test.each([
  ["", true],
  ["南通日报新闻", true],
  ["21世纪经济报道（网络版）", true],
  ["“一带一路”——专刊", true],
  ["China Daily ~ 2022", true],
  ["朱镕基", false],
  ["南通日報", false],
  ["Ⅳ", false],
  ["新闻😀", false],
  ["café", false],
  ["南通\n日报", false],
  ["\u0007", false],
])("the font can set %s: %j", (words, expected) => {
  expect(isSettable(words)).toBe(expected);
});
