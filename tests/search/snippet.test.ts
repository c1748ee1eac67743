import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/search/fold.ts";
import { syllabify } from "../../src/search/pinyin.ts";
import { formsOf, placesOf, snippetOf } from "../../src/search/snippet.ts";
import { readings, table } from "../support/searchIndex.ts";

test.each([
  ["南通港口与港口", ["港口"], ["港口", "港口"]],
  ["數字經濟", ["经济"], ["經濟"]],
  ["ＡＢＣ公司", ["abc"], ["ＡＢＣ"]],
  ["港\u200b口 \u3000吞吐", ["港口 吞吐"], ["港\u200b口 \u3000吞吐"]],
  ["\u200b港口\u200b", ["港口"], ["港口"]],
  ["  港口", ["港口"], ["港口"]],
  ["𠮷野家𠮷", ["𠮷"], ["𠮷", "𠮷"]],
  ["港口吞吐量", ["吞吐量", "港口"], ["港口", "吞吐量"]],
  ["港口吞吐量", ["口吞", "港口", "吞吐"], ["港口吞吐"]],
  ["哈哈哈", ["哈哈"], ["哈哈"]],
  ["港口", [""], []],
  ["港口", ["码头"], []],
  ["", ["码头"], []],
])("in %j stand %j: %j", (line, words, found) => {
  expect(placesOf(line, words, table).map(([start, end]) => line.slice(start, end))).toEqual(found);
});

test.each([
  ["南通港与南通人", "nantong", [], ["南通"]],
  ["南通港与南通人", "nantonggang", [], ["南通港"]],
  ["在\u200b重\u200b慶", "chongqing", [], ["重\u200b慶"]],
  ["西安港口", "xian", ["安港"], ["西安港"]],
  ["西安", "nantong", [], []],
])("in %j, %s is heard, or %j read, at %j", (line, word, words, found) => {
  const spoken = { rows: syllabify(word, readings), readings };
  expect(placesOf(line, words, table, spoken).map(([start, end]) => line.slice(start, end))).toEqual(found);
});

test("words are known in each of the forms that a text has them in", () => {
  expect(formsOf(["數字經濟、数字经济", "经济與經濟", "ＡＢＣ"], ["经济", "abc"], table)).toEqual([
    "經濟",
    "经济",
    "ＡＢＣ",
  ]);
});

const characters = Array.from("港口國国 \u3000Ａa\u200b1");
const lineOf = (maxLength: number) =>
  fc.array(fc.constantFrom(...characters, "𠮷"), { maxLength }).map((all) => all.join(""));

test("what is marked folds to the words, in places that ascend and do not overlap", () => {
  fc.assert(
    fc.property(lineOf(40), lineOf(3), (line, word) => {
      const folded = fold(word, table);
      const places = placesOf(line, [folded], table);
      const count = folded === "" ? 0 : fold(line, table).split(folded).length - 1;
      expect(places).toHaveLength(count);
      let last = 0;
      for (const [start, end] of places) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(fold(line.slice(start, end), table).trim()).toBe(folded.trim());
        last = end;
      }
    }),
    { numRuns: 1000 },
  );
});

const filler = "一二三四五六七八九十".repeat(20);

test.each([
  ["the beginning, when no word stands in it", ["甲乙", "丙丁"], ["戊"], "甲乙", []],
  ["nothing of nothing", [], ["戊"], "", []],
  ["a short line whole", ["甲", "乙丙丁"], ["丙"], "乙丙丁", ["丙"]],
  ["the line with more of the words", ["甲港口", "吞吐量港口"], ["港口", "吞吐"], "吞吐量港口", ["吞吐", "港口"]],
  ["the first of lines that are as good", ["甲港口", "乙港口"], ["港口"], "甲港口", ["港口"]],
  ["a long line's beginning", [filler], ["戊"], `${filler.slice(0, 120)}…`, []],
  [
    "a piece of a long line",
    [`${filler}港口${filler}`],
    ["港口"],
    `…${filler.slice(-24)}港口${filler.slice(0, 94)}…`,
    ["港口"],
  ],
  ["a phrase that is longer than a piece", [`港口${filler}`], [filler], `港口${filler}`, [filler]],
])("%s is shown", (_, lines, words, text, found) => {
  const snippet = snippetOf(lines, words, table);
  expect(snippet.text).toBe(text);
  expect(snippet.marked.map(([start, end]) => snippet.text.slice(start, end))).toEqual(found);
});

test.each([
  ["before", `${"𠮷".repeat(30)}港口`, `…${"𠮷".repeat(12)}港口`],
  ["before, one unit on", `a${"𠮷".repeat(30)}一港口`, `…${"𠮷".repeat(12)}一港口`],
  ["behind", `港口${"𠮷".repeat(60)}`, `港口${"𠮷".repeat(47)}…`],
  ["behind, one unit on", `一港口${"𠮷".repeat(60)}`, `一港口${"𠮷".repeat(47)}…`],
  ["without a hit", `a${"𠮷".repeat(70)}`, `a${"𠮷".repeat(59)}…`],
])("no character of two units is cut: %s", (_, line, text) => {
  expect(snippetOf([line], ["港口"], table).text).toBe(text);
});

test("marks stand on the words, wherever a line is cut", () => {
  fc.assert(
    fc.property(fc.array(lineOf(300), { maxLength: 4 }), lineOf(2), (lines, word) => {
      const folded = fold(word, table);
      const { text, marked } = snippetOf(lines, [folded], table);
      expect(text.isWellFormed()).toBe(true);
      expect(marked.length > 0).toBe(folded !== "" && lines.some((line) => fold(line, table).includes(folded)));
      for (const [start, end] of marked) {
        expect(fold(text.slice(start, end), table).trim()).toBe(folded.trim());
      }
    }),
  );
});
