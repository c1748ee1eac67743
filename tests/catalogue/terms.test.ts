import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Taxonomy } from "../../src/catalogue/terms.ts";
import { shortHash } from "../../src/hash.ts";
import type { Slug } from "../../src/model.ts";
import { archiveOf, termOf, type Files } from "../support/archives.ts";

function addressesOf(slugs: readonly string[]): readonly string[] {
  const terms = slugs.map((slug) => ({ slug: slug as Slug, label: slug }));
  return new Taxonomy(
    "tag",
    terms.map((term) => [term, 1] as const),
  )
    .termsOf(terms)
    .map(({ permalink }) => permalink);
}

function tagged(labels: readonly string[]) {
  return archiveOf(Object.fromEntries(labels.map((tag, index) => [`${index}.md`, { tag }]))).tags;
}

test.each([
  ["南通日报", "/tag/南通日报.html"],
  ["TechWeb", "/tag/TechWeb.html"],
  ["2022-03", "/tag/2022-03.html"],
  ["feed", "/tag/feed.html"],
  ["indexes", "/tag/indexes.html"],
  ["a.htm.b", "/tag/a.htm.b.html"],
])("the tag %s stands at %s", (slug, permalink) => {
  expect(addressesOf([slug])).toEqual([permalink]);
});

test.each(["index", "INDEX", "x.html", "x.HTM", "feed.xml"])(
  "the tag %s, which would make another page's file, gets a short hash",
  (slug) => {
    expect(addressesOf([slug])).toEqual([`/tag/${slug}-${shortHash(slug, 4)}.html`]);
  },
);

test("of slugs that differ only in case all but the first get a short hash", () => {
  const [lower, upper, mixed] = addressesOf(["techweb", "TECHWEB", "TechWeb"]);
  expect(upper).toBe("/tag/TECHWEB.html");
  expect(mixed).toMatch(/^\/tag\/TechWeb-[0-9a-f]{4}\.html$/);
  expect(lower).toMatch(/^\/tag\/techweb-[0-9a-f]{4}\.html$/);
});

test("a slug that looks like another's with its hash keeps that one's file", () => {
  const addresses = addressesOf(["AB", "ab", `ab-${shortHash("ab", 4)}`]);
  expect(new Set(addresses).size).toBe(3);
});

test("no two tags share a file, and none has its file where another has its folder", () => {
  const stems = ["a", "A", "b", "index", "Index", "a.html", "A.html", "feed", "feed.xml"];
  const slugs = fc.constantFrom(...stems, ...stems.map((stem) => `${stem}-${shortHash(stem, 4)}`));
  fc.assert(
    fc.property(fc.uniqueArray(slugs), (some) => {
      const files = addressesOf(some).map((address) => address.toLowerCase());
      const folders = files.map((file) => file.replace(/\.html$/, ""));
      expect(new Set([...files, ...folders, "/tag/index.html"]).size).toBe(2 * some.length + 1);
    }),
  );
});

test("a term has its articles newest first, and months newest first with their own addresses", () => {
  const tag = "南通日报新闻";
  const { tags } = archiveOf({
    "a.md": { tag, date: "2021-12-31" },
    "b.md": { tag, date: "2022-03-11" },
    "c.md": { tag, date: "2022-03-12" },
    "d.md": { tag: "别的", date: "2022-02-01" },
  });
  const { entries, months } = termOf(tags, tag);
  expect(entries.map(({ article }) => article.path)).toEqual(["c.md", "b.md", "a.md"]);
  expect(
    months.map((month) => [month.month, month.permalink, month.entries.map(({ article }) => article.path)]),
  ).toEqual([
    ["2022-03", "/tag/南通日报新闻/2022-03.html", ["c.md", "b.md"]],
    ["2021-12", "/tag/南通日报新闻/2021-12.html", ["a.md"]],
  ]);
});

test("an article is filed once under a term that it names twice", () => {
  const { categories, tags } = archiveOf({ "a.md": { categories: ["x y", "x-y", "x/y"], tags: ["甲", "甲", " 甲 "] } });
  expect(categories.map(({ slug, entries }) => [slug, entries.length])).toEqual([["x-y", 1]]);
  expect(tags.map(({ slug, entries }) => [slug, entries.length])).toEqual([["甲", 1]]);
});

test("a category and a tag of one name are two terms", () => {
  const { categories, tags } = archiveOf({ "a.md": { category: "南通", tag: "南通" } });
  expect([...categories, ...tags].map(({ permalink }) => permalink)).toEqual(["/category/南通.html", "/tag/南通.html"]);
});

test("a tag is labelled by its most frequent wording, of equals by the first in code units", () => {
  const files = (wordings: readonly string[]): Files =>
    Object.fromEntries(wordings.map((wording, index) => [`${index}.md`, { tags: [wording] }]));
  expect(archiveOf(files(["双 碳", "双/碳", "双/碳"])).tags.map(({ label }) => label)).toEqual(["双/碳"]);
  expect(archiveOf(files(["双/碳", "双 碳"])).tags.map(({ label }) => label)).toEqual(["双 碳"]);
});

test("terms stand by pinyin, and those that begin with no letter last", () => {
  const labels = ["Zebra", "21世纪", "重庆日报", "安徽日报", "长江商报", "TechWeb", "🎉", "北京商报"];
  expect(tagged(labels).map(({ label }) => label)).toEqual([
    "安徽日报",
    "北京商报",
    "长江商报",
    "重庆日报",
    "TechWeb",
    "Zebra",
    "21世纪",
    "🎉",
  ]);
});

test("terms stand in the order of the letters they are listed under", () => {
  const initials = tagged(["Économie", "Zebra", "Estonia", "Åland", "安徽", "21"]).map(({ initial }) => initial);
  expect(initials).toEqual(["A", "A", "E", "E", "Z", "#"]);
});

test("terms that are read alike stand by label", () => {
  expect(tagged(["诗", "师", "狮"]).map(({ label }) => label)).toEqual(["师", "狮", "诗"]);
});
