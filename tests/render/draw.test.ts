import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../../src/catalogue/catalogue.ts";
import { FangzhiError } from "../../src/errors.ts";
import { drawPageSets } from "../../src/render/draw.ts";
import { pressOf, type Press } from "../../src/render/press.ts";
import { articlesOf, entriesOf, type Files } from "../support/archives.ts";
import { project, temporaryFolder, writeFiles } from "../support/command.ts";
import { drawingOf, drawn } from "../support/pages.ts";
import { childrenOf, readXml } from "../support/xml.ts";

const setLayouts = ["term", "termMonth", "termFeed", "year", "month", "sitemap", "redirect"];

/** The pages of sets of a site whose owner wrote these layouts; those not named draw nothing. */
function pagesWith(layouts: Readonly<Record<string, string>>, files: Files) {
  const root = temporaryFolder();
  const bare = Object.fromEntries([...setLayouts, "article"].map((name) => [`layouts/${name}.njk`, ""]));
  const own = Object.fromEntries(Object.entries(layouts).map(([name, text]) => [`layouts/${name}.njk`, text]));
  writeFiles(root, { ...bare, ...own });
  const press = pressOf({ url: "https://archive.example" }, root);
  const articles = articlesOf(files, press.site);
  return [...drawPageSets(press, drawingOf(press.site, catalogue(entriesOf(articles), press.site), articles))];
}

function articlePage(layouts: Readonly<Record<string, string>>, keys: Readonly<Record<string, unknown>>) {
  const pages = pagesWith(layouts, { "2022-03-11-a.md": keys });
  return pages.find((page) => page.path === "2022/03/11/a.html")!;
}

/** A shell page that is XML, drawn as Eleventy would. */
function shellPage(press: Press, name: string): string {
  const template = readFileSync(path.join(project, "layouts/pages", name), "utf8");
  return press.environment.renderString(template.replace(/^---\n.*?\n---\n/s, ""), {});
}

test.each([
  ["a layout that the owner added", "essay", "essay"],
  ["no layout", undefined, "article"],
  ["Jekyll's layout, which is not there", "post", "article"],
  ["the frame of all pages", "base", "article"],
  ["the layout of another set", "redirect", "article"],
  ["a layout outside the folder", "../layouts/essay", "article"],
  ["a layout below the folder", "partials/list", "article"],
])("an article that asks for %s is drawn by the layout that is right for it", (_, layout, expected) => {
  const layouts = { article: "article", essay: "essay", base: "base", redirect: "redirect", "partials/list": "list" };
  const page = articlePage(layouts, layout === undefined ? {} : { layout });
  expect(page.from).toBe(`layouts/${expected}.njk`);
  expect(page.content()).toBe(expected);
});

test("a layout sees the page's context and address", () => {
  const page = articlePage({ article: "{{ title }} {{ page.url }} {{ entry.article.path }} {{ site.title }}" }, {});
  expect(page.content()).toBe("标题 2022-03-11-a.md /2022/03/11/a.html 2022-03-11-a.md 区域经济新闻档案");
});

test("mark-up and template syntax of an article are only text", () => {
  const page = articlePage({ article: "{{ title }}" }, { title: "{{ 7 * 7 }} {% raw %} &amp;lt; 2 < 3" });
  expect(page.content()).toBe("{{ 7 * 7 }} {% raw %} &amp;lt; 2 &lt; 3");
});

test("a page is drawn only when its content is asked for, and a faulty layout is named with the page", () => {
  const page = articlePage({ article: "{{ title | nothing }}" }, {});
  expect(() => page.content()).toThrow(FangzhiError);
  expect(() => page.content()).toThrow(/^layouts\/article\.njk cannot draw \/2022\/03\/11\/a\.html: .*nothing/s);
});

const nasty = [
  "a ]]> b",
  "AT&T &amp; &copy;",
  "<b>粗</b> 2 < 3",
  "🎉🀄𠮷",
  "\u0000\u0001\u000B\u001F\u007F\uFFFE控制",
  `"'`,
];

test.each(nasty)("feeds and sitemaps are well-formed with %j in titles and names", (text) => {
  const title = `标题 ${text}`;
  const { press, pages, archive } = drawn(
    {
      "2022-03-11-a.md": { title, category: text, tag: text, author: text, source: text, excerpt: text, slug: text },
      "2022-03-12-b.md": { title, category: text, date: "2022-03-12", body: `<p>${text}</p>` },
    },
    { latest: 1 },
  );
  const xml = [...pages].filter(([name]) => name.endsWith(".xml"));
  expect(xml).toHaveLength(4);
  for (const [, content] of xml) expect(() => readXml(content)).not.toThrow();
  expect(() => readXml(shellPage(press, "sitemap.njk"))).not.toThrow();

  const [entry, ...others] = childrenOf(readXml(shellPage(press, "feed.njk")), "entry");
  expect(others).toEqual([]);
  expect(childrenOf(entry!, "title")[0]!.text).toBe(archive.entries[0]!.article.title);
});

test("a feed has an entry for each article with its address, dates, author, category and summary", () => {
  const { press } = drawn({
    "2022-03-11-a.md": {
      title: "百亿级项目",
      category: "nantongribao",
      tag: "南通日报新闻",
      author: "陈可",
      original: "https://a.example/?a=1&b=2",
      body: "<p>项目为王。</p>",
    },
  });
  const feed = readXml(shellPage(press, "feed.njk"));
  expect(feed.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN" });
  const [entry] = childrenOf(feed, "entry");
  const address = "https://archive.example/nantongribao/2022/03/11/a.html";
  const text = Object.fromEntries(entry!.children.map((child) => [child.name, child.text]));
  expect(text).toMatchObject({
    title: "百亿级项目",
    id: address,
    published: "2022-03-11T02:00:40+08:00",
    updated: "2022-03-11T02:00:40+08:00",
    summary: "项目为王。",
  });
  expect(childrenOf(entry!, "link").map(({ attributes }) => attributes)).toEqual([
    { rel: "alternate", type: "text/html", href: address },
    { rel: "via", href: "https://a.example/?a=1&b=2" },
  ]);
  expect(childrenOf(entry!, "category").map(({ attributes }) => attributes)).toEqual([
    { term: "nantongribao", label: "南通日报新闻" },
  ]);
  expect(childrenOf(entry!, "author")[0]!.children.map(({ name, text: author }) => [name, author])).toEqual([
    ["name", "陈可"],
  ]);
});

test("the feed of an archive without articles is well-formed and dated", () => {
  const feed = readXml(shellPage(drawn({}).press, "feed.njk"));
  expect(childrenOf(feed, "entry")).toEqual([]);
  expect(childrenOf(feed, "updated")[0]!.text).toBe("1970-01-01T00:00:00Z");
});

test("the sitemap index leads to each sitemap, and each to its pages with the day they changed", () => {
  const { press, pages } = drawn({ "2022-03-11-a.md": { slug: "百亿" }, "2021-12-31-b.md": { date: "2021-12-31" } });
  const index = readXml(shellPage(press, "sitemap.njk"));
  const locations = index.children.map((child) => childrenOf(child, "loc")[0]!.text);
  expect(locations).toEqual(
    ["pages", "2022-03", "2021-12"].map((name) => `https://archive.example/sitemap/${name}.xml`),
  );
  const [url] = readXml(pages.get("sitemap/2022-03.xml")!).children;
  expect(url!.children.map(({ name, text }) => [name, text])).toEqual([
    ["loc", "https://archive.example/2022/03/11/%E7%99%BE%E4%BA%BF.html"],
    ["lastmod", "2022-03-11"],
  ]);
});

test.each([
  ["<a>]]></a>"],
  ["<a>\u0001</a>"],
  ["<a>&copy;</a>"],
  ["<a>&</a>"],
  ["<a>&#0;</a>"],
  ["<a b='1' b='2'/>"],
  ["<a b='<'/>"],
  ["<a><b></a></b>"],
  ["<a>"],
  ["<a/><b/>"],
  ["<a/>text"],
  ["text"],
])("these tests would see that %j is not XML", (document) => {
  expect(() => readXml(`<?xml version="1.0" encoding="utf-8"?>\n${document}`)).toThrow(/^Expected /);
});
