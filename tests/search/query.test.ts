import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/search/fold.ts";
import { parseQuery, type Query } from "../../src/search/query.ts";
import { table } from "../support/searchIndex.ts";

const nothing: Query = { terms: [], fields: [], from: "", to: "", faults: [] };

function term(text: string, given: { readonly isExcluded?: boolean; readonly isPhrase?: boolean } = {}) {
  return { text, isExcluded: false, isPhrase: false, ...given };
}

test.each([
  ["", []],
  [" \u3000\t\n", []],
  ["南通", [term("南通")]],
  ["南通 港口", [term("南通"), term("港口")]],
  ["南通\u3000港口\n吞吐", [term("南通"), term("港口"), term("吞吐")]],
  ["ＡＢＣ数字經濟", [term("abc数字经济")]],
  ['"南通 港口"', [term("南通 港口", { isPhrase: true })]],
  ["“南通  港口”", [term("南通 港口", { isPhrase: true })]],
  ["＂南通＂", [term("南通", { isPhrase: true })]],
  ['"南通\n港口"', [term("南通 港口", { isPhrase: true })]],
  ['"南通 港口', [term("南通 港口", { isPhrase: true })]],
  ["“南通”港口", [term("南通", { isPhrase: true }), term("港口")]],
  ['南通"', [term("南通")]],
  ['""', []],
  ['"', []],
  ["＂", []],
  ["“ ”", []],
  ["\u200b", []],
  ["-南通", [term("南通", { isExcluded: true })]],
  ["－南通", [term("南通", { isExcluded: true })]],
  ["-“南通 港口”", [term("南通 港口", { isExcluded: true, isPhrase: true })]],
  ["港口-南通", [term("港口-南通")]],
  ["-", [term("-")]],
  ["--", [term("-", { isExcluded: true })]],
  ["- 南通", [term("-"), term("南通")]],
])("the words of %j", (text, terms) => {
  expect(parseQuery(text, table)).toEqual({ ...nothing, terms });
});

test.each([
  ["category:nantongribao", "category", "nantongribao", false],
  ["CATEGORY:TechWeb", "category", "techweb", false],
  ["报纸：南通日報", "category", "南通日报", false],
  ["tag:创新", "tag", "创新", false],
  ["标签:“创新 发展”", "tag", "创新 发展", false],
  ['来源："南通日报"', "source", "南通日报", false],
  ["-source:南通日报", "source", "南通日报", true],
  ["－标签：创新", "tag", "创新", true],
  ["tag:a:b", "tag", "a:b", false],
])("the field of %s is %s %s, taken out: %s", (text, name, value, isExcluded) => {
  expect(parseQuery(text, table)).toEqual({ ...nothing, fields: [{ name, value, isExcluded }] });
});

test.each([
  ["http://www.example.com", term("http://www.example.com")],
  ["记者：张三", term("记者:张三")],
  ["-编辑:李四", term("编辑:李四", { isExcluded: true })],
  ['foo:"a b"', term("foo:a b", { isPhrase: true })],
  ["category:", term("category:")],
  ["constructor:x", term("constructor:x")],
  ["南通日报:港口", term("南通日报:港口")],
])("what names no field is text: %s", (text, words) => {
  expect(parseQuery(text, table)).toEqual({ ...nothing, terms: [words] });
});

test.each([
  ["year:2022", "2022-01-01", "2022-12-31"],
  ["年份：２０２２", "2022-01-01", "2022-12-31"],
  ["year:2022-03", "2022-03-01", "2022-03-31"],
  ["from:2022", "2022-01-01", ""],
  ["from:2022-3", "2022-03-01", ""],
  ["from:2022/3/9", "2022-03-09", ""],
  ["from:20220311", "2022-03-11", ""],
  ["to:2022", "", "2022-12-31"],
  ["to:2022.03", "", "2022-03-31"],
  ["to:2022-03-11", "", "2022-03-11"],
  ['to:"2022-03-11"', "", "2022-03-11"],
  ["from:2022-01 to:2022-03", "2022-01-01", "2022-03-31"],
  ["from:2021 from:2022 to:2024 to:2023", "2022-01-01", "2023-12-31"],
  ["year:2022 from:2022-06", "2022-06-01", "2022-12-31"],
])("the days of %s are from %s to %s", (text, from, to) => {
  expect(parseQuery(text, table)).toEqual({ ...nothing, from, to });
});

test.each([
  ["year:22"],
  ["from:2022-13"],
  ["from:2022-00"],
  ["to:2022-03-32"],
  ["to:2022-03-00"],
  ["to:昨天"],
  ["年份：去年"],
  ["-year:2022"],
])("%s is a fault, and is said as it was written", (text) => {
  expect(parseQuery(`南通 ${text}`, table)).toEqual({ ...nothing, terms: [term("南通")], faults: [text] });
});

test("a phrase asks for what stands between the marks, folded", () => {
  const between = fc.string({ unit: "binary" }).filter((text) => !/["“”＂]/.test(text));
  fc.assert(
    fc.property(between, fc.constantFrom('""', "“”", "＂＂", '”"'), (text, [open, close]) => {
      const folded = fold(text.replaceAll("\n", " "), table);
      expect(parseQuery(`${open}${text}${close}`, table)).toEqual({
        ...nothing,
        terms: folded === "" ? [] : [term(folded, { isPhrase: true })],
      });
    }),
  );
});

test("whatever is typed, no term is empty or has a line end or a quotation mark", () => {
  const pieces = fc.constantFrom(
    ...Array.from('-－"“”＂:：  \n港口a1０'),
    "tag:",
    "报纸：",
    "year:",
    "2022",
    "\u200b",
    "\r",
  );
  fc.assert(
    fc.property(fc.array(pieces), (all) => {
      const { terms, fields } = parseQuery(all.join(""), table);
      for (const { text } of terms) expect(text).toMatch(/^[^\n"]+$/);
      for (const { value } of fields) expect(value).toMatch(/^[^\n"]+$/);
    }),
    { numRuns: 1000 },
  );
});
