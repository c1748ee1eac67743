import * as fc from "fast-check";
import { expect, test } from "vitest";
import { syllablesKey, unitsIn } from "../../src/search/keys.ts";
import { findSyllables, readingsOf, syllabify, syllablePairsIn } from "../../src/search/pinyin.ts";
import { readings } from "../support/searchIndex.ts";
import { spokenAs, waysToRead } from "../support/searchScan.ts";

const names = [...readings.syllables.keys()];
const inLetters = (way: readonly number[]) => way.map((syllable) => names[syllable]).join(" ");

test("a table of readings is a line for each syllable", () => {
  const { syllables, ofUnit } = readingsOf("chong重虫\nzhong重中");
  expect([...syllables]).toEqual([
    ["chong", 0],
    ["zhong", 1],
  ]);
  const read = ["重", "虫", "中", "国"].map((character) => ofUnit[character.charCodeAt(0)]);
  expect(read).toEqual([[0, 1], [0], [1], []]);
  expect(ofUnit.flat()).toHaveLength(4);
});

test.each([
  ["nantong", ["nan tong"]],
  ["xian", ["xi an"]],
  ["fangan", ["fang an", "fan gan"]],
  ["xianfangan", ["xian fang an", "xian fan gan", "xi an fang an", "xi an fan gan"]],
  ["lvse", ["lv se"]],
  ["zhuangxiu", ["zhuang xiu", "zhu ang xiu"]],
  ["a", []],
  ["nan", []],
  ["nantongx", []],
  ["techweb", []],
  ["Nantong", []],
  ["nan tong", []],
  ["南通", []],
  ["a".repeat(41), []],
])("%s is taken apart into %j", (word, ways) => {
  expect(syllabify(word, readings).map(inLetters)).toEqual(ways);
});

test("a word that can be taken apart in many ways is taken apart in eight", () => {
  expect(syllabify("xianxianxianxianxianxian", readings)).toHaveLength(8);
});

test("syllables put together are taken apart again", () => {
  const syllables = fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(syllables, (parts) => {
      const word = parts.join("");
      fc.pre(waysToRead(word) <= 8 && parts.slice(1).every((part) => !/^[aeo]$/.test(part)) && word.length >= 3);
      expect(syllabify(word, readings).map(inLetters)).toContain(parts.join(" "));
    }),
  );
});

test.each([
  ["重庆日报", "chongqing", 0],
  ["重庆日报", "zhongqing", 0],
  ["在重庆", "chongqing", 1],
  ["长江商报", "changjiang", 0],
  ["长江商报", "zhangjiang", 0],
  ["绿色金融", "lvse", 0],
  ["西安", "xian", 0],
  ["先生", "xian", -1],
  ["南 通", "nantong", -1],
  ["南", "nantong", -1],
  ["𠮷南通", "nantong", 2],
  ["", "nantong", -1],
])("in %s, %s is read at %i", (text, word, at) => {
  const found = syllabify(word, readings).map((way) => findSyllables(text, way, readings));
  expect(Math.max(...found)).toBe(at);
});

/** Nothing is read of a character of two units. */
const readOf = (character: string) => (character.length > 1 ? [] : readings.ofUnit[character.charCodeAt(0)]!);

test("each pair of syllables that is read in a text has its key", () => {
  const text = fc.array(fc.constantFrom(...Array.from("重庆南通长安西 ,a"), "𠮷"), { maxLength: 6 });
  fc.assert(
    fc.property(text, (characters) => {
      const keys = syllablePairsIn(unitsIn(characters.join("")), readings);
      const pairs = characters
        .slice(1)
        .flatMap((second, at) =>
          readOf(characters[at]!).flatMap((one) => readOf(second).map((other) => syllablesKey(one, other))),
        );
      expect([...keys]).toEqual(pairs);
    }),
  );
});

test("a text is found by each way in which it is read", () => {
  for (const text of ["南通", "重庆", "银行", "长安", "西安", "音乐"]) {
    for (const word of spokenAs(text)) {
      const found = syllabify(word, readings).map((way) => findSyllables(text, way, readings));
      expect([text, word, Math.max(...found)]).toEqual([text, word, 0]);
    }
  }
});
