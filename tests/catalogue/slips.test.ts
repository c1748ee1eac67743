import { expect, test } from "vitest";
import { findSlips, writtenAs } from "../../src/catalogue/slips.ts";
import { archiveOf, type Files } from "../support/archives.ts";

/** So many articles with a tag, and one with another. */
function archiveWith(key: "tags" | "categories", used: string, count: number, once: string) {
  const files: Record<string, Files[string]> = { "once.md": { [key]: [once] } };
  for (let index = 0; index < count; index++) files[`${index}.md`] = { [key]: [used] };
  return archiveOf(files);
}

function slips(used: string, once: string, count = 20, key: "tags" | "categories" = "tags"): readonly string[] {
  const archive = archiveWith(key, used, count, once);
  const terms = archive[key];
  return findSlips(terms, ({ entries }) => entries.length === 1).map(({ meant }) => writtenAs(meant));
}

test.each([
  ["another character", "南通日报新闻", "南通时报新闻"],
  ["a character too few", "南通日报新闻", "南通日报闻"],
  ["a character too many", "南通日报新闻", "南通日日报新闻"],
  ["two exchanged", "南通日报", "南日通报"],
  ["two slips in a long name", "21世纪经济报道新闻", "21世纪经剂报到新闻"],
  ["the same sound", "海洋局", "海阳局"],
  ["traditional characters", "经济", "經濟"],
  ["full width", "IPO", "ＩＰＯ"],
  ["another case", "GDP", "gdp"],
  ["a space", "A股", "A 股"],
  ["a slip in Latin letters", "techweb", "tehcweb"],
])("%s: for %s one is asked about %s", (_, used, once) => {
  expect(slips(used, once)).toEqual([used]);
});

test.each([
  ["short words", "经济", "经贸"],
  ["short words of one sound", "经济", "竞技"],
  ["short words of one sound in Latin letters", "IPO", "IPS"],
  ["other figures", "2021年年报", "2022年年报"],
  ["other words", "南通日报新闻", "新华日报评论"],
])("%s are not doubted: %s, %s", (_, used, once) => {
  expect(slips(used, once)).toEqual([]);
});

test("what is meant stands in many more articles", () => {
  expect(slips("南通日报新闻", "南通时报新闻", 4)).toEqual([]);
  expect(slips("南通日报新闻", "南通时报新闻", 5)).toEqual(["南通日报新闻"]);
});

test("categories are compared as they are written", () => {
  expect(slips("nantongribao", "nantonribao", 20, "categories")).toEqual(["nantongribao"]);
});

test("of two that may be meant it is the nearer one, then the more frequent one", () => {
  const files = Object.fromEntries([
    ["once.md", { tags: ["南通日报新问"] }],
    ...Array.from({ length: 9 }, (_, at) => [`a${at}.md`, { tags: ["南通晚报新闻"] }]),
    ...Array.from({ length: 6 }, (_, at) => [`b${at}.md`, { tags: ["南通日报新闻"] }]),
  ]) as Files;
  const found = findSlips(archiveOf(files).tags, ({ entries }) => entries.length === 1);
  expect(found.map(({ meant }) => meant.label)).toEqual(["南通日报新闻"]);
});
