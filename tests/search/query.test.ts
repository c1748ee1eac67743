import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/search/fold.ts";
import { asksNothing, parseQuery, type Query } from "../../src/search/query.ts";
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
  ["港口 －南通", [term("港口"), term("南通", { isExcluded: true })]],
  ["港口 -“南通 港口”", [term("港口"), term("南通 港口", { isExcluded: true, isPhrase: true })]],
  ["港口-南通", [term("港口-南通")]],
  ["-", []],
  ["－", []],
  ["--", []],
  ["- 南通", [term("南通")]],
  ["category:", []],
  ["-标签：", []],
  ["南通 from:", [term("南通")]],
  ['实现"双碳"目标', [term("实现"), term("双碳", { isPhrase: true }), term("目标")]],
  ["实现＂双碳＂目标", [term("实现"), term("双碳", { isPhrase: true }), term("目标")]],
  ["实现“双碳”目标", [term("实现“双碳”目标")]],
  ["隔膜 -锂电", [term("隔膜"), term("锂电", { isExcluded: true })]],
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
  ['tag:"学习强国平台"', "tag", "学习强国平台", false],
  ["tag:学习“强国”平台", "tag", "学习强国平台", false],
])("the field of %s is %s %s, taken out: %s", (text, name, value, isExcluded) => {
  expect(parseQuery(text, table)).toEqual({ ...nothing, fields: [{ name, value, isExcluded }] });
});

test.each([
  ["http://www.example.com", term("http://www.example.com")],
  ["记者：张三", term("记者:张三")],
  ['foo:"a b"', term("foo:a b", { isPhrase: true })],
  ["记者：", term("记者:")],
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
  ["year:2021年", "2021-01-01", "2021-12-31"],
  ["from:2022年3月", "2022-03-01", ""],
  ["to:2022年3月11日", "", "2022-03-11"],
  ["to:２０２２年３月１１号", "", "2022-03-11"],
  ["from:2022-01 to:2022-03", "2022-01-01", "2022-03-31"],
  ["from:2021 from:2022 to:2024 to:2023", "2022-01-01", "2023-12-31"],
  ["year:2022 from:2022-06", "2022-06-01", "2022-12-31"],
])("the days of %s are from %s to %s", (text, from, to) => {
  expect(parseQuery(text, table)).toEqual({ ...nothing, from, to });
});

test.each([
  ["day", "year:22"],
  ["day", "from:2022-13"],
  ["day", "from:2022-00"],
  ["day", "to:2022-03-32"],
  ["day", "to:2022-03-00"],
  ["day", "to:昨天"],
  ["day", "年份：去年"],
  ["day", "from:2022月"],
  ["excluded day", "-year:2022"],
  ["excluded day", "－from:2022-03"],
] as const)("a fault, %s: %s, is said as it was written", (kind, text) => {
  expect(parseQuery(`南通 ${text}`, table)).toEqual({
    ...nothing,
    terms: [term("南通")],
    faults: [{ kind, text }],
  });
});

test("bounds with no day between them are a fault", () => {
  const { faults } = parseQuery("南通 from:2022-03 to:2022-01", table);
  expect(faults).toEqual([{ kind: "no day", text: "2022-03-01 – 2022-01-31" }]);
});

test.each([["-南通"], ["－编辑:李四"], ["-“南通 港口” -隔膜"]])("%s names nothing to look for", (text) => {
  const query = parseQuery(text, table);
  expect(query.terms.every(({ isExcluded }) => isExcluded)).toBe(true);
  expect(query.faults).toEqual([{ kind: "nothing wanted", text }]);
  expect(asksNothing(query)).toBe(true);
});

test.each([
  ["", true],
  ["year:22", true],
  ["南通", false],
  ["-南通 tag:创新", false],
  ["-tag:创新", false],
  ["-南通 to:2022", false],
])("%j asks nothing: %s", (text, isNothing) => {
  expect(asksNothing(parseQuery(text, table))).toBe(isNothing);
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
