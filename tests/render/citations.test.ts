import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { citationOf } from "../../src/render/citations.ts";
import { archiveOf, entryOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";
import { drawn } from "../support/pages.ts";

const site = siteOf();

function citationIn(files: Files, path = "2022-03-11-a.md") {
  return citationOf(entryOf(archiveOf(files), path), site);
}

test("an article is cited with its paper, its page and its address in this archive", () => {
  const keys = {
    title: "百亿",
    slug: "百亿",
    author: ["陈可", "顾一帆"],
    source: "南通日报",
    page: "第5版",
    original: "https://a.example/",
  };
  expect(citationIn({ "2022-03-11-a.md": keys })).toEqual({
    id: expect.stringMatching(/^20220311-[0-9a-f]{10}$/) as string,
    title: "百亿",
    authors: ["陈可", "顾一帆"],
    paper: "南通日报",
    page: "5",
    issued: "2022-03-11",
    url: "https://archive.example/2022/03/11/%E7%99%BE%E4%BA%BF.html",
    language: "zh-CN",
  });
});

test("an article of no known paper and no known author is cited without", () => {
  const citation = citationIn({ "2022-03-11-a.md": {} });
  expect(citation.authors).toEqual([]);
  expect(Object.keys(citation)).not.toContain("paper");
});

test("an agency is not cited as a newspaper, unless the article has a page of it", () => {
  const agency = citationIn({ "2022-03-11-a.md": { source: "财联社" } });
  expect([agency.paper, agency.publisher]).toEqual([undefined, "财联社"]);
  const printed = citationIn({ "2022-03-11-a.md": { source: "财联社", page: 2 } });
  expect([printed.paper, printed.publisher]).toEqual(["财联社", undefined]);
});

test("merged copies are cited after the one that has the page, or the first whose paper is known", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  expect(citationIn({ "a.md": { ...copy, source: "甲报" }, "b.md": { ...copy, source: "乙报" } }, "a.md").paper).toBe(
    "甲报",
  );
  expect(citationIn({ "a.md": copy, "b.md": { ...copy, source: "乙报" } }, "a.md").paper).toBe("乙报");
});

test.each([
  ["month", "2022-03", /^202203-/],
  ["year", "2022", /^2022-/],
])("an article of which only the %s is known is cited with it", (precision, issued, id) => {
  expect(citationIn({ "2022-03-11-a.md": { date_precision: precision } })).toMatchObject({
    issued,
    id: expect.stringMatching(id) as string,
  });
});

test("the lines around a title are no part of what is cited", () => {
  expect(citationIn({ "2022-03-11-a.md": { title: "标题", kicker: "肩题", subtitle: "副题" } }).title).toBe("标题");
});

/** What Zotero's Embedded Metadata translator (zotero/translators, 2025-10) makes of a page's meta elements. */
function zoteroItem(html: string) {
  const $ = load(html);
  const all = (name: string) =>
    $(`meta[name="${name}"]`)
      .toArray()
      .map((meta) => $(meta).attr("content"));
  // Any of these would make it something else, whatever else is said.
  const forced = ["journal", "inbook", "book", "conference"].flatMap((of) => all(`citation_${of}_title`));
  return {
    itemType: forced.length > 0 ? "forced" : all("dc.type")[0],
    title: all("citation_title"),
    creators: all("citation_author"),
    publicationTitle: all("prism.publicationName"),
    date: all("citation_publication_date"),
    pages: all("citation_firstpage"),
    language: all("citation_language"),
    url: all("citation_public_url"),
  };
}

test("Zotero finds a newspaper article in the page's meta elements", () => {
  const keys = { title: "标题 & “引号” 2 < 3", author: ["陈可", "顾一帆"], source: "南通日报", page: 5 };
  const { pages } = drawn({ "2022-03-11-a.md": keys });
  expect(zoteroItem(pages.get("2022/03/11/a.html")!)).toEqual({
    itemType: "newspaperArticle",
    title: ["标题 & “引号” 2 < 3"],
    creators: ["陈可", "顾一帆"],
    publicationTitle: ["南通日报"],
    date: ["2022/03/11"],
    pages: ["5"],
    language: ["zh-CN"],
    url: ["https://archive.example/2022/03/11/a.html"],
  });
});

test("Zotero finds a page of the web where the source is no newspaper", () => {
  const { pages } = drawn({ "2022-03-11-a.md": { source: "财联社" } });
  const item = zoteroItem(pages.get("2022/03/11/a.html")!);
  expect([item.itemType, item.publicationTitle]).toEqual(["webpage", ["财联社"]]);
});

test("Zotero finds the same in the page's ContextObject", () => {
  const { pages } = drawn({ "2022-03-11-a.md": { title: "甲&乙", author: "陈可", source: "南通日报" } });
  const spans = load(pages.get("2022/03/11/a.html")!)("span.Z3988");
  expect(spans).toHaveLength(1);
  const pairs = new URLSearchParams(spans.attr("title"));
  expect(["rft.type", "rft.title", "rft.creator", "rft.source", "rft.date"].map((key) => pairs.get(key))).toEqual([
    "newspaperArticle",
    "甲&乙",
    "陈可",
    "南通日报",
    "2022-03-11",
  ]);
});

test("the page has both references as text, with room for the day of access", () => {
  const { pages } = drawn({
    "2022-03-11-a.md": { title: "标题", author: "陈可", source: "南通日报" },
    "2022-03-12-b.md": { title: "乙" },
  });
  const references = (page: string) => {
    const $ = load(pages.get(page)!);
    return $(".cite dl > div")
      .toArray()
      .map((row) => [$(row).find("dt").text(), $(row).find("dd").text()]);
  };
  expect(references("2022/03/11/a.html")).toEqual([
    ["报纸 [N]", "陈可. 标题[N]. 南通日报, 2022-03-11."],
    ["网络 [N/OL]", "陈可. 标题[N/OL]. 南通日报, 2022-03-11[____-__-__]. https://archive.example/2022/03/11/a.html."],
  ]);
  expect(references("2022/03/11/b.html")).toEqual([
    ["网络 [EB/OL]", "乙[EB/OL]. (2022-03-11)[____-__-__]. https://archive.example/2022/03/11/b.html."],
  ]);
});

test("a citation is in the language of its article, for those who hear it", () => {
  const languagesOf = (language: string) => {
    const { pages } = drawn({ "2022-03-11-a.md": { lang: language, source: "China Daily" } });
    return load(pages.get("2022/03/11/a.html")!)(".article, .cite dd")
      .toArray()
      .map(({ attribs }) => attribs["lang"]);
  };
  expect(languagesOf("en")).toEqual(["en", "en", "en"]);
  expect(languagesOf("zh-CN")).toEqual([undefined, undefined, undefined]);
});
