import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { archivedAddress, provenanceOf } from "../../src/render/provenance.ts";
import type { SiteOptions } from "../../src/config.ts";
import type { Permalink } from "../../src/model.ts";
import { archiveOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";
import { drawn } from "../support/pages.ts";

const github = { url: "https://github.com/o/r" };

/** The first article's page, what its provenance says and where it leads. */
function provenanceOn(files: Files, options: Partial<SiteOptions> = {}) {
  const { pages, archive } = drawn(files, options);
  const $ = load(pages.get(archive.entries[0]!.permalink.slice(1))!);
  const rows = $(".provenance dl > div").toArray();
  return {
    said: rows.map((row) => [$(row).find("dt").text(), $(row).find("dd").text()]),
    links: $(".provenance a")
      .toArray()
      .map((link) => [$(link).text(), $(link).attr("href")]),
  };
}

test("an article leads to its original, the copy of it nearest its day, and its file", () => {
  const original = "http://a.example/x.html?infoCode=NW1";
  const files = { "2022-03-11-a.md": { source: "南通日报", original } };
  expect(provenanceOn(files, { repository: github })).toEqual({
    said: [
      ["来源", "南通日报"],
      ["原文地址", `${original}　互联网档案馆存档`],
      ["源文件", "posts/2022-03-11-a.md　在源文件中改正"],
      ["SHA-256", `${"0".repeat(12)}…${"0".repeat(64)}`],
      ["指正", "报告本文的错误"],
    ],
    links: [
      [original, original],
      ["互联网档案馆存档", `https://web.archive.org/web/20220310180040/${original}`],
      ["在源文件中改正", "https://github.com/o/r/edit/main/posts/2022-03-11-a.md"],
      [
        "报告本文的错误",
        `https://github.com/o/r/issues/new?template=correction.yml&title=${encodeURIComponent("指正：标题 2022-03-11-a.md")}&address=${encodeURIComponent("https://archive.example/2022/03/11/a.html")}`,
      ],
    ],
  });
});

test("without a repository the file is named, and nothing leads to it", () => {
  const { said, links } = provenanceOn({ "2022-03-11-a.md": {} });
  expect(said.map(([name]) => name)).toEqual(["源文件", "SHA-256"]);
  expect(said[0]![1]).toBe("2022-03-11-a.md");
  expect(links).toEqual([]);
});

test("of merged copies every paper, original and file is named, each once", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  const { said } = provenanceOn({
    "a.md": { ...copy, source: "南通日报", original: "https://a.example/1" },
    "b.md": { ...copy, source: "券商中国", original: "https://a.example/2" },
    "c.md": { ...copy, source: "南通日报", original: "https://a.example/1" },
  });
  const all = (wanted: string) => said.flatMap(([name, text]) => (name === wanted ? [text!.split("　")[0]] : []));
  expect(all("来源")).toEqual(["南通日报、券商中国"]);
  expect(all("原文地址")).toEqual(["https://a.example/1", "https://a.example/2"]);
  expect(all("源文件")).toEqual(["a.md", "b.md", "c.md"]);
});

test("the files that an article was imported from are named before its own, and lead to where they are published", () => {
  const { article, sources, permalink } = archiveOf({ "a.md": {} }).entries[0]!;
  const keptSources = ["/sources/2022/004.txt", "/sources/page.html.txt"] as Permalink[];
  const { keptSources: shown } = provenanceOf({ article, sources, permalink, keptSources }, siteOf());
  expect(shown).toEqual([
    { permalink: "/sources/2022/004.txt", name: "2022/004.txt" },
    { permalink: "/sources/page.html.txt", name: "page.html.txt" },
  ]);
});

test.each([
  ["2022-03-10T18:00:40Z", "https://web.archive.org/web/20220310180040/http://a.example/?a=1#b"],
  ["2022-03-10T16:00:00Z", "https://web.archive.org/web/20220310160000/http://a.example/?a=1#b"],
])("the copy nearest %s is at %s", (instant, address) => {
  expect(archivedAddress("http://a.example/?a=1#b", instant)).toBe(address);
});
