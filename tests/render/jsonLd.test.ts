import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { jsonLdOf, type Described } from "../../src/render/jsonLd.ts";
import { archiveOf, articlesOf, entryOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";
import { drawn } from "../support/pages.ts";

/** The texts of a page's script elements, as a browser would cut them. */
function scriptsIn(html: string): readonly string[] {
  const scripts: string[] = [];
  let isInside = false;
  const parser = new Parser({
    onopentag(name, { src }) {
      isInside = name === "script" && src === undefined;
      if (isInside) scripts.push("");
    },
    ontext(text) {
      if (isInside) scripts.push(`${scripts.pop()}${text}`);
    },
    onclosetag() {
      isInside = false;
    },
  });
  parser.end(html);
  return scripts;
}

test("an article is described with all that is known of it", () => {
  const archive = archiveOf({
    "2022-03-11-a.md": {
      title: "百亿级项目",
      categories: "nantongribao",
      tags: ["南通日报新闻", "南通"],
      author: ["陈可", "南通市统计局"],
      source: "南通日报",
      original: "https://a.example/1",
      page: "第5版",
      body: "<p>项目为王，引领产业振兴。</p>",
    },
  });
  expect(jsonLdOf(entryOf(archive, "2022-03-11-a.md"), siteOf({ title: "档案" }))).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "https://archive.example/nantongribao/2022/03/11/a.html",
    url: "https://archive.example/nantongribao/2022/03/11/a.html",
    headline: "百亿级项目",
    description: "项目为王，引领产业振兴。",
    datePublished: "2022-03-11T02:00:40+08:00",
    inLanguage: "zh-CN",
    wordCount: 10,
    articleSection: ["南通日报新闻"],
    keywords: ["南通日报新闻", "南通"],
    author: [
      { "@type": "Person", name: "陈可" },
      { "@type": "Organization", name: "南通市统计局" },
    ],
    publisher: [{ "@type": "NewsMediaOrganization", name: "南通日报" }],
    printPage: "5",
    isBasedOn: ["https://a.example/1"],
    isPartOf: { "@type": "WebSite", name: "档案", url: "https://archive.example/" },
  });
});

test("a month or a year is told as such, and so are the lines around the title", () => {
  const [article] = articlesOf({
    "a.md": { date: "2022-02-08 10:00:00", date_precision: "month", kicker: "肩题", subtitle: "副题" },
  });
  const entry = entryOf(archiveOf({ "a.md": {} }), "a.md");
  const { permalink, categories, tags, sources } = entry;
  const described = (other: Partial<Described["article"]>) =>
    jsonLdOf({ permalink, categories, tags, sources, article: { ...article!, ...other } }, siteOf());
  expect(described({})).toMatchObject({ datePublished: "2022-02", alternativeHeadline: ["肩题", "副题"] });
  const published = { ...article!.published, precision: "year" as const };
  expect(described({ published })).toMatchObject({ datePublished: "2022" });
});

test("the papers and originals of merged copies are all named, each once", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  const archive = archiveOf({
    "a.md": { ...copy, source: "南通日报", original: "https://a.example/1" },
    "b.md": { ...copy, source: "券商中国", original: "https://a.example/2" },
    "c.md": { ...copy, source: "南通日报", original: "https://a.example/1" },
  });
  const { publisher, isBasedOn } = jsonLdOf(entryOf(archive, "a.md"), siteOf());
  expect(publisher).toEqual(["南通日报", "券商中国"].map((name) => ({ "@type": "NewsMediaOrganization", name })));
  expect(isBasedOn).toEqual(["https://a.example/1", "https://a.example/2"]);
});

test("an article of unknown origin is based on nothing", () => {
  expect(jsonLdOf(entryOf(archiveOf({ "a.md": {} }), "a.md"), siteOf())).not.toHaveProperty("isBasedOn");
});

test.each([
  ["</script><script>alert(1)</script>"],
  ["<!-- <script>"],
  ["a ]]> b & c \" d ' e \\ f"],
  ["🎉 \u2028 \u202E \u0000"],
  ["</SCRIPT\n><img src=x onerror=alert(1)>"],
])("the title %j cannot leave the script element of its page", (title) => {
  const hostile: Files = {
    "2022-03-11-a.md": { title, author: title, source: title, category: title, tag: title, excerpt: title },
  };
  const { pages, archive } = drawn(hostile);
  const scripts = scriptsIn(pages.get(archive.entries[0]!.permalink.slice(1))!);
  expect(scripts).toHaveLength(1);
  expect(JSON.parse(scripts[0]!)).toMatchObject({ headline: archive.entries[0]!.article.title });
});
