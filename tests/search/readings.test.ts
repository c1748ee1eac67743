import { expect, test } from "vitest";
import { readingsOf } from "../../src/search/pinyin.ts";
import { readingsTable } from "../../src/search/readings.ts";

const table = readingsTable();
const { syllables, ofUnit } = readingsOf(table);
const names = [...syllables.keys()];

test("every line is a syllable without tone and its characters; the syllables ascend", () => {
  for (const line of table.split("\n")) expect(line).toMatch(/^[a-z]+\p{Script=Han}+$/u);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});

test("every syllable has a number that a key has room for, and is not longer than the longest", () => {
  expect(names.length).toBeLessThan(512);
  expect(Math.max(...names.map((name) => name.length))).toBe(6);
});

test("the characters of GB 2312 are read, but for those that have no vowel", () => {
  const read = ofUnit.filter((numbers) => numbers.length > 0);
  expect(read.length).toBeGreaterThan(6750);
  expect(read.length).toBeLessThanOrEqual(6763);
});

test.each([
  ["南", ["na", "nan"]],
  ["重", ["chong", "zhong"]],
  ["行", ["hang", "heng", "xing"]],
  ["绿", ["lu", "lv"]],
  ["女", ["nv", "ru"]],
  ["嗯", []],
  ["國", []],
  ["a", []],
])("%s is read %j", (character, expected) => {
  expect(ofUnit[character.charCodeAt(0)]!.map((syllable) => names[syllable])).toEqual(expected);
});
