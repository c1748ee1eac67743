import { describe, expect, test } from "vitest";
import type { Citation } from "../../src/cite/citation.ts";
import { cslItem } from "../../src/cite/cslJson.ts";
import { inPrint, online } from "../../src/cite/gbt7714.ts";
import { citationWith, citationWithoutPaper } from "../support/citations.ts";
import { setByCiteproc } from "../support/citeproc.ts";

const accessed = "2024-01-01";

test.each<[string, Citation, string]>([
  ["one author", citationWith(), "陈可. 百亿级项目缘何“落子”南通开发区[N]. 南通日报, 2022-03-11."],
  ["no author", citationWith({ title: "题名", authors: [] }), "题名[N]. 南通日报, 2022-03-11."],
  [
    "three authors",
    citationWith({ title: "题名", authors: ["甲", "乙", "丙"] }),
    "甲, 乙, 丙. 题名[N]. 南通日报, 2022-03-11.",
  ],
  [
    "four authors",
    citationWith({ title: "题名", authors: ["甲", "乙", "丙", "丁"] }),
    "甲, 乙, 丙, 等. 题名[N]. 南通日报, 2022-03-11.",
  ],
  [
    "four authors of an English article",
    citationWith({ title: "Title", authors: ["A", "B", "C", "D"], paper: "China Daily", language: "en" }),
    "A, B, C, et al. Title[N]. China Daily, 2022-03-11.",
  ],
  [
    "an author who ends in a full stop",
    citationWith({ title: "Title", authors: ["John Smith Jr."], paper: "China Daily", language: "en" }),
    "John Smith Jr. Title[N]. China Daily, 2022-03-11.",
  ],
  ["a page", citationWith({ title: "题名", page: "A05" }), "陈可. 题名[N]. 南通日报, 2022-03-11(A05)."],
  ["a month alone", citationWith({ title: "题名", issued: "2022-02" }), "陈可. 题名[N]. 南通日报, 2022-02."],
  ["a year alone", citationWith({ title: "题名", issued: "2022" }), "陈可. 题名[N]. 南通日报, 2022."],
])("%s, in print", (_, citation, expected) => {
  expect(inPrint(citation)).toBe(expected);
});

test.each<[string, Citation, string]>([
  [
    "an article",
    citationWith({ title: "题名", page: "5" }),
    "陈可. 题名[N/OL]. 南通日报, 2022-03-11(5)[2024-01-01]. https://archive.example/nantongribao/2022/03/11/a.html.",
  ],
  [
    "an article of no known paper",
    citationWithoutPaper({ title: "题名" }),
    "陈可. 题名[EB/OL]. (2022-03-11)[2024-01-01]. https://archive.example/nantongribao/2022/03/11/a.html.",
  ],
  [
    "an article of an agency",
    citationWithoutPaper({ title: "题名", publisher: "财联社" }),
    "陈可. 题名[EB/OL]. 财联社, 2022(2022-03-11)[2024-01-01]. https://archive.example/nantongribao/2022/03/11/a.html.",
  ],
  [
    "an article of an agency of which only the year is known",
    citationWithoutPaper({ title: "题名", publisher: "财联社", issued: "2022" }),
    "陈可. 题名[EB/OL]. 财联社, 2022[2024-01-01]. https://archive.example/nantongribao/2022/03/11/a.html.",
  ],
])("%s, online", (_, citation, expected) => {
  expect(online(citation, accessed)).toBe(expected);
});

test("an article of no known paper cannot be cited in print", () => {
  expect(inPrint(citationWithoutPaper())).toBeUndefined();
});

/**
 * Where this style, or citeproc with it, does not write what the standard says, or changes what the source says; each
 * takes citeproc's text to what is right.
 */
const quirks: readonly { readonly why: string; readonly mend: (text: string, citation: Citation) => string }[] = [
  {
    why: "the page of a newspaper stands in parentheses after the day (中国青年报, 2000-11-20(15)); the style has it as a journal's",
    mend: (text, { page }) => (page === undefined ? text : text.replace(`: ${page}`, `(${page})`)),
  },
  {
    why: "the day of a page of the web follows the year (4.6.2); the style has it only where no publisher is known",
    mend: (text, { publisher, issued }) =>
      publisher === undefined || issued === "2022"
        ? text
        : text.replace(`${publisher}, 2022[`, `${publisher}, 2022(${issued})[`),
  },
  {
    why: "the style sets whole names that it takes for family names in capitals; which part is one is not known",
    mend: (text, { authors }) => authors.reduce((mended, name) => mended.replace(name.toUpperCase(), name), text),
  },
];

describe("citeproc with the style of GB/T 7714—2015 writes the same", () => {
  test.each<[string, Citation]>([
    ["one author", citationWith()],
    ["no author", citationWith({ authors: [] })],
    ["two authors", citationWith({ authors: ["陈可", "江海区融媒体中心"] })],
    ["three authors", citationWith({ authors: ["甲", "乙", "丙"] })],
    ["four authors", citationWith({ authors: ["甲", "乙", "丙", "丁"] })],
    ["rare characters", citationWith({ title: "㐂𠮷与🎉：《“双碳”》（下）——100%、A&B，1,000亿元", authors: ["𠮷川"] })],
    ["a month alone", citationWith({ issued: "2022-02" })],
    ["a year alone", citationWith({ issued: "2022" })],
    ["a year alone and no paper", citationWithoutPaper({ issued: "2022" })],
    ["a page", citationWith({ page: "5" })],
    ["no paper", citationWithoutPaper()],
    ["an agency", citationWithoutPaper({ publisher: "财联社", authors: [] })],
    ["no paper and no author", citationWithoutPaper({ authors: [] })],
    ["an address with Han", citationWith({ url: "https://archive.example/%E7%99%BE%E4%BA%BF.html?a=1&b=2" })],
    [
      "an English article",
      citationWith({
        title: "What is new in Nantong?",
        authors: ["John Smith", "Wang Wei", "Li Si", "Zhao Liu"],
        paper: "China Daily",
        language: "en",
      }),
    ],
  ])("%s", (_, citation) => {
    const mended = (text: string) => quirks.reduce((so, { mend }) => mend(so, citation), text);
    const expected = citation.paper === undefined ? [] : [inPrint(citation)];
    const items = [...expected.map(() => cslItem(citation)), cslItem(citation, accessed)];
    expect(items.map((item) => mended(setByCiteproc(item)))).toEqual([...expected, online(citation, accessed)]);
  });
});
