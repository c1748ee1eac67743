import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Archive, Entry, TermEntry } from "../../src/catalogue/archive.ts";
import { catalogue } from "../../src/catalogue/catalogue.ts";
import { archiveOf, articlesOf, entriesOf, entryOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";

const sentences = ["项目为王。", "引领产业振兴。", "企业落户南通。", "第一年达产。", "服务是关键。", "全市开工。"];

/** Front matter from so small a choice that copies, twins and conflicts are common. */
const keys = fc.record({
  title: fc.constantFrom("甲标题", "乙标题"),
  date: fc.constantFrom("2022-03-11 02:00:40 +0800", "2022-03-11 20:00:00", "2022-02-28 16:30:00 +0000", "2021-12-31"),
  categories: fc.constantFrom("nantongribao", "TechWeb", "techweb", "nantongribao techweb", "index"),
  tags: fc.constantFrom("南通日报新闻", "资讯", "资讯 南通日报新闻", "x.html", ""),
  body: fc.constantFrom(sentences.join(""), `> 导语。\n\n${sentences.join("")}`, sentences.toReversed().join("")),
});
const names = fc.constantFrom("202203112305042277", "NW202203112305042277", "a", "A", "b");
const folders = fc.constantFrom("", "x/", "y/");
const someFiles = fc
  .uniqueArray(fc.tuple(folders, names, keys), { selector: ([folder, name]) => folder + name, maxLength: 12 })
  .map((files): Files =>
    Object.fromEntries(files.map(([folder, name, post]) => [`${folder}2022-03-11-${name}.md`, post])),
  );

const permalinkOf = ({ permalink }: Pick<Entry, "permalink">) => permalink;

/** The archive without its circles: every entry and term in other records is its address. */
function projectionOf({ entries, categories, tags, years, volumes, redirects, findings }: Archive): string {
  const entry = (one: Entry) => ({
    article: one.article,
    permalink: one.permalink,
    rank: one.rank,
    time: one.time,
    hashes: [one.hash, one.rowHash],
    copies: one.copies.map(({ path }) => path),
    sources: one.sources,
    categories: one.categories.map(permalinkOf),
    tags: one.tags.map(permalinkOf),
    previous: one.previous?.permalink,
    next: one.next?.permalink,
    ofDay: [one.previousOfDay?.permalink, one.nextOfDay?.permalink],
    reprints: one.reprints.map(({ entry: reprint, isSameText }) => [reprint.permalink, isSameText]),
    related: one.related.map(permalinkOf),
  });
  const listed = <Listing extends { readonly entries: readonly Entry[] }>(listing: Listing) => ({
    ...listing,
    entries: listing.entries.map(permalinkOf),
  });
  const term = (one: TermEntry) => ({
    names: [one.kind, one.slug, one.label, one.permalink, one.feed, one.initial, one.hash],
    entries: one.entries.map(permalinkOf),
    months: one.months.map(listed),
  });
  return JSON.stringify({
    entries: entries.map(entry),
    terms: [...categories, ...tags].map(term),
    volumes: volumes.map((volume) => ({ ...listed(volume), days: volume.days.map(listed) })),
    years: years.map((year) => ({ ...year, months: year.months.map(({ volume }) => volume?.permalink) })),
    redirects,
    findings,
  });
}

test("an archive without articles is empty", () => {
  expect(catalogue([], siteOf())).toEqual({
    entries: [],
    categories: [],
    tags: [],
    years: [],
    volumes: [],
    redirects: [],
    findings: { heldBack: [], merged: [], warnings: [] },
  });
});

test("the archive is the same whatever the order in which articles come", () => {
  const site = siteOf();
  fc.assert(
    fc.property(someFiles, fc.infiniteStream(fc.nat()), (files, random) => {
      const articles = articlesOf(files, site);
      const shuffled = articles
        .map((article) => ({ article, place: random.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ article }) => article);
      expect(projectionOf(catalogue(entriesOf(shuffled), site))).toBe(
        projectionOf(catalogue(entriesOf(articles), site)),
      );
    }),
  );
});

test("every file becomes a page, a merged copy or is held back, once", () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const { entries, findings } = archiveOf(files);
      const told = [...findings.merged, ...findings.heldBack].map(({ path }) => path);
      expect([...entries.map(({ article }) => article.path), ...told].toSorted()).toEqual(
        Object.keys(files).toSorted(),
      );
    }),
  );
});

test("every entry, term, volume and redirect has a file of its own, also where case does not count", () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const { entries, categories, tags, years, volumes, redirects } = archiveOf(files);
      const terms = [...categories, ...tags];
      const addresses = [
        ...[...entries, ...terms, ...terms.flatMap(({ months }) => months), ...years, ...volumes].map(permalinkOf),
        ...redirects.map(({ from }) => from),
      ];
      expect(new Set(addresses.map((address) => address.normalize("NFC").toLowerCase())).size).toBe(addresses.length);
    }),
  );
});

test("entries stand newest first, then by address, and know their rank and time", () => {
  const { entries } = archiveOf({
    "b.md": { permalink: "/b.html" },
    "a.md": { permalink: "/a.html" },
    "old.md": { date: "2021-12-31" },
    "new.md": { date: "2022-03-11 02:00:41 +0800" },
  });
  expect(entries.map(({ article, rank }) => [article.path, rank])).toEqual([
    ["new.md", 0],
    ["a.md", 1],
    ["b.md", 2],
    ["old.md", 3],
  ]);
  expect(entries[1]!.time).toBe(Date.parse("2022-03-11T02:00:40+08:00"));
});

test("previous and next are the older and the newer article of the first category", () => {
  const archive = archiveOf({
    "1.md": { date: "2022-03-01", categories: ["techweb", "nantongribao"] },
    "2.md": { date: "2022-03-02", categories: ["nantongribao"] },
    "3.md": { date: "2022-03-03", categories: ["techweb"] },
    "4.md": { date: "2022-03-04", categories: ["nantongribao", "techweb"] },
    "5.md": { date: "2022-03-05" },
  });
  const beside = (path: string) => {
    const { previous, next } = entryOf(archive, path);
    return [previous?.article.path, next?.article.path];
  };
  expect(beside("1.md")).toEqual([undefined, "3.md"]);
  expect(beside("2.md")).toEqual(["1.md", "4.md"]);
  expect(beside("3.md")).toEqual(["1.md", "4.md"]);
  expect(beside("4.md")).toEqual(["2.md", undefined]);
  expect(beside("5.md")).toEqual([undefined, undefined]);
});

test("within a day previous and next are those of the archive's order, whatever their categories", () => {
  const archive = archiveOf({
    "1.md": { date: "2022-03-10 23:00:00" },
    "2.md": { date: "2022-03-11 01:00:00", category: "techweb" },
    "3.md": { date: "2022-03-11 02:00:00", category: "nantongribao" },
    "4.md": { date: "2022-03-11 03:00:00" },
  });
  const beside = (path: string) => {
    const { previousOfDay, nextOfDay } = entryOf(archive, path);
    return [previousOfDay?.path, nextOfDay?.path];
  };
  expect(beside("1.md")).toEqual([undefined, undefined]);
  expect(beside("2.md")).toEqual([undefined, "3.md"]);
  expect(beside("3.md")).toEqual(["2.md", "4.md"]);
  expect(beside("4.md")).toEqual(["3.md", undefined]);
});

test("a merged page has the categories, tags and papers of all its copies", () => {
  const title = "同一个标题";
  const archive = archiveOf({
    "2022-03-11-202203112305042277.md": {
      title,
      categories: "nantongribao",
      tags: "南通日报新闻",
      source: "南通日报",
      original: "https://a.example/1",
      body: sentences.join(""),
    },
    "2022-03-11-NW202203112305042277.md": {
      title,
      categories: "quanshangzhongguo",
      tags: ["券商中国", "南通日报新闻"],
      source: "券商中国",
      original: "https://b.example/2",
      body: sentences.join(""),
    },
    "2022-03-11-again.md": {
      title,
      categories: "nantongribao",
      source: "南通日报",
      original: "https://a.example/3",
      body: sentences.join(""),
    },
  });
  const [entry, ...others] = archive.entries;
  expect(others).toEqual([]);
  expect(entry!.categories.map(({ slug }) => slug)).toEqual(["nantongribao", "quanshangzhongguo"]);
  expect(entry!.tags.map(({ slug }) => slug)).toEqual(["南通日报新闻", "券商中国"]);
  expect(entry!.sources).toEqual([
    { name: "南通日报", addresses: ["https://a.example/1", "https://a.example/3"] },
    { name: "券商中国", addresses: ["https://b.example/2"] },
  ]);
  expect(archive.redirects.map(({ from }) => from)).toEqual([
    "/quanshangzhongguo/2022/03/11/NW202203112305042277.html",
    "/nantongribao/2022/03/11/again.html",
  ]);
  expect(archive.findings.merged.map(({ path, values }) => [path, values])).toEqual([
    ["2022-03-11-NW202203112305042277.md", { other: "2022-03-11-202203112305042277.md" }],
    ["2022-03-11-again.md", { other: "2022-03-11-202203112305042277.md" }],
  ]);
});

test("the copies of a merged page are filed once under a term", () => {
  const copy = { title: "标题", categories: "nantongribao", body: sentences.join("") };
  const { categories, volumes } = archiveOf({ "a.md": copy, "b.md": copy });
  expect(categories.map(({ entries }) => entries.length)).toEqual([1]);
  expect(volumes.map(({ entries }) => entries.length)).toEqual([1]);
});

test("an article that is held back votes for no label and makes no term", () => {
  const { categories, tags } = archiveOf({
    "a.md": { permalink: "/x.html", categories: "nantongribao", tags: "南通日报新闻" },
    "b.md": { permalink: "/x.html", categories: ["nantongribao", "b"], tags: "别的" },
    "c.md": { permalink: "/x.html", categories: "nantongribao", tags: "别的" },
  });
  expect([...categories, ...tags].map(({ label }) => label)).toEqual(["南通日报新闻", "南通日报新闻"]);
});

test.each([
  ["an article", "/nantongribao/2022/03/11/b.html"],
  ["a merged copy", "/nantongribao/2022/03/11/c.html"],
  ["a category", "/category/nantongribao.html"],
  ["a category of the old site", "https://finews.withounder.com/nantongribao/"],
  ["a category without its ending", "/category/nantongribao"],
  ["a month of a category", "/category/nantongribao/2022-03.html"],
  ["the feed of a category", "/category/nantongribao/feed.xml"],
  ["the overview of categories", "/category/"],
  ["the overview of categories by its file", "/category/index.html"],
  ["a volume", "/volume/2022-03.html"],
  ["the home page", "/"],
  ["a page of another host", "https://other.example/2022/03/11/nothing.html"],
])("a link to %s is not broken", (_, href) => {
  const post = { categories: "nantongribao", tags: "南通日报新闻" };
  const { findings } = archiveOf({
    "2022-03-11-a.md": { ...post, body: `<p>见<a href="${href}">这里</a>。</p>` },
    "2022-03-11-b.md": { ...post, title: "标题", body: "<p>乙。</p>" },
    "2022-03-11-c.md": { ...post, title: "标题", body: "<p>乙。</p>" },
  });
  expect(findings.warnings).toEqual([]);
});

test.each([
  ["an article", "/nantongribao/2022/03/11/nothing.html"],
  ["an article that differs in case", "/nantongribao/2022/03/11/A.html"],
  ["a category", "/category/nothing.html"],
  ["a tag", "/tag/nothing.html"],
  ["a month of a category", "/category/nantongribao/2021-01.html"],
  ["a page below an article", "/nantongribao/2022/03/11/a.html/b.html"],
])("a link to %s that is not there is told of", (_, href) => {
  const { findings } = archiveOf({
    "2022-03-11-a.md": { categories: "nantongribao", body: `<p>见<a href="${href}">这里</a>。</p>` },
  });
  expect(findings.warnings).toEqual([
    { rule: "broken-link", path: "2022-03-11-a.md", line: 1, column: 1, values: { address: href } },
  ]);
});
