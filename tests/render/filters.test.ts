import { expect, test } from "vitest";
import type { Day, Month } from "../../src/model.ts";
import { longDay } from "../../src/render/chineseDates.ts";
import { filtersOf, spanOf } from "../../src/render/filters.ts";
import { archiveOf, entryOf } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";

const filters = filtersOf(siteOf({ url: "https://example.org/finews" }), (text) => text);

test.each([
  ["longDay", "2022-03-01", "2022年3月1日"],
  ["longMonth", "2021-12", "2021年12月"],
  ["longMonth", "2022-03-11", "2022年3月"],
  ["monthOfYear", "2022-03", "3月"],
  ["slashedDay", "2022-03-11", "2022/03/11"],
  ["href", "/category/index.html", "/finews/category/"],
  ["absolute", "/feed.xml", "https://example.org/finews/feed.xml"],
] as const)("%s of %s is %s", (name, value, expected) => {
  expect(filters[name](value as Day & Month)).toBe(expected);
});

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [12345, "12,345"],
  [1234567, "1,234,567"],
])("%i is grouped as %s", (count, grouped) => {
  expect(filters.grouped(count)).toBe(grouped);
});

test.each([
  [
    { "a.md": { date: "2022-03-11" }, "b.md": { date: "2021-12-31" } },
    "2021年12月31日 – 2022年3月11日",
    "2021.12 – 2022.03",
  ],
  [{ "a.md": { date: "2022-03-11" }, "b.md": { date: "2022-03-01" } }, "2022年3月1日 – 2022年3月11日", "2022.03"],
  [{ "a.md": { date: "2022-03-11" } }, "2022年3月11日", "2022.03"],
  [{}, "", ""],
])("%j spans %j, in months %j", (files, days, months) => {
  const { entries } = archiveOf(files);
  expect([spanOf(entries, longDay), filters.monthSpan(entries)]).toEqual([days, months]);
});

test("limit takes the first so many", () => {
  expect(filters.limit(["a", "b", "c"], 2)).toEqual(["a", "b"]);
  expect(filters.limit(["a"], 2)).toEqual(["a"]);
});

test("largest takes the terms with the most articles, of equals in the order given", () => {
  const { tags } = archiveOf({ "a.md": { tags: ["甲", "乙", "丁"] }, "b.md": { tags: ["乙"] } });
  expect(filters.largest(tags, 2).map(({ label }) => label)).toEqual(["乙", "丁"]);
  expect(tags.map(({ label }) => label)).toEqual(["丁", "甲", "乙"]);
});

test("the papers of an article stand in one line, each once, those without a name left out", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  const archive = archiveOf({
    "a.md": { ...copy, source: "南通日报" },
    "b.md": { ...copy, source: "券商中国" },
    "c.md": { ...copy, source: "南通日报", original: "https://a.example/" },
    "d.md": { ...copy, original: "https://b.example/" },
  });
  expect(filters.sourceNames(entryOf(archive, "a.md"))).toBe("南通日报、券商中国");
});

test("an article without a paper has an empty line", () => {
  expect(filters.sourceNames(entryOf(archiveOf({ "a.md": {} }), "a.md"))).toBe("");
});

test("jsonLd and jsonFeed are marked as safe, and nothing else", () => {
  const marked: string[] = [];
  const { jsonLd, jsonFeed, ...others } = filtersOf(siteOf(), (text) => {
    marked.push(text);
    return text;
  });
  const { entries } = archiveOf({ "a.md": { title: "</script>" } });
  jsonLd(entries[0]!);
  jsonFeed(entries);
  others.sourceNames(entries[0]!);
  expect(marked.map((text) => (JSON.parse(text) as { headline?: string }).headline)).toEqual(["</script>", undefined]);
  expect(marked[0]).not.toContain("<");
});
