import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldInPlace, foldTableOf } from "../../src/search/fold.ts";
import { table } from "../support/searchIndex.ts";

test.each([
  ["", ""],
  ["南通日报", "南通日报"],
  ["南通日報", "南通日报"],
  ["數字經濟與實體經濟", "数字经济与实体经济"],
  ["皇后 後來", "皇后 后来"],
  ["乾燥 乾坤 幹部", "干燥 干坤 干部"],
  ["臺灣 台湾", "台湾 台湾"],
  ["裏面 裡面", "里面 里面"],
  ["ＡＢＣ １２３", "abc 123"],
  ["Ω ÀÉ Жук", "ω ae жук"],
  ["e\u0301 é", "e e"],
  ["（２．５％）", "(2.5%)"],
  ["，。：！？", ",。:!?"],
  ["“引号”—…", "“引号”—…"],
  ["ｶﾅ", "カナ"],
  ["ℓ℃Å", "l℃a"],
  ["ﬁ㈱", "ﬁ㈱"],
  ["𠮷野家", "𠮷野家"],
  ["豈", "岂"],
  ["零\u200b宽\u200d字\ufeff符\u00ad", "零宽字符"],
  ["异体\ufe0f", "异体"],
  ["\ue000\uf8ff", "\ufffd\ufffd"],
  ["a\u0000b", "ab"],
])("%j folds to %j", (text, folded) => {
  expect(fold(text, table)).toBe(folded);
});

test.each([
  ["  两端  ", "两端"],
  ["中 \u3000\u00a0\t间", "中 间"],
  ["中 \u200b 间", "中 间"],
  ["行末  \n  行首", "行末\n行首"],
  ["回\r\n车", "回\n车"],
  ["段\u2028落", "段 落"],
  ["\n\n", "\n\n"],
  [" \n ", "\n"],
  ["一行\n", "一行\n"],
])("the spaces of %j: %j", (text, folded) => {
  expect(fold(text, table)).toBe(folded);
});

test("a table without simplified characters leaves traditional ones", () => {
  expect(fold("Ａ國", foldTableOf(""))).toBe("a國");
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom(...Array.from("國国 \n\u3000Ａa\u200bé\u0301１"), "𠮷", "\ud842"))
    .map((all) => all.join("")),
);

test("what is folded stays as it is when it is folded again", () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const once = fold(String.fromCharCode(unit), table);
    expect(fold(once, table)).toBe(once);
  }
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text, table), table)).toBe(fold(text, table));
    }),
  );
});

test("lines fold together as they fold alone", () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const lines = texts.join("\n").split("\n");
      expect(fold(lines.join("\n"), table).split("\n")).toEqual(lines.map((line) => fold(line, table)));
    }),
  );
});

test("every unit is the folded one of its place, and places ascend", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = foldInPlace(text, table);
      expect(folded.text).toBe(fold(text, table));
      expect(folded.places).toHaveLength(folded.text.length);
      for (const [at, place] of folded.places.entries()) {
        expect(table.units[text.charCodeAt(place)]).toBe(folded.text.charCodeAt(at));
        expect(place).toBeGreaterThan(folded.places[at - 1] ?? -1);
      }
    }),
  );
});

test("a text of any length folds", () => {
  const long = "國Ａ ".repeat(100_000);
  expect(fold(long, table)).toBe("国a ".repeat(100_000).trimEnd());
});
