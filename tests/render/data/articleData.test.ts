import { expect, test } from "vitest";
import { articleData, articlePlace } from "../../../src/render/data/articleData.ts";
import { articleSchema } from "../../../src/render/data/articleSchema.ts";
import { archiveOf, articlesOf, entryOf, type Files } from "../../support/archives.ts";
import { siteOf } from "../../support/articles.ts";
import { faultsBy } from "../../support/schema.ts";

const site = siteOf();

function dataOf(files: Files, path: string) {
  const article = articlesOf(files).find((candidate) => candidate.path === path)!;
  return articleData(article, articlePlace(entryOf(archiveOf(files), path)), site);
}

test("a record holds what is known of the article, in the order of the schema", () => {
  const data = dataOf(
    {
      "2022-03-11-a.md": {
        title: "百亿级项目",
        kicker: "奋进新征程",
        categories: "nantongribao",
        tags: "南通日报新闻",
        source: "南通日报",
        original: "https://a.example/?a=1&b=2",
        author: "陈可",
        body: "<p>项目为王，见<a data-code='0,300568,1'>星源材质</a>。</p><p>再创新。</p>",
      },
    },
    "2022-03-11-a.md",
  );
  expect(data).toMatchObject({
    url: "https://archive.example/nantongribao/2022/03/11/a.html",
    permalink: "/nantongribao/2022/03/11/a.html",
    title: "百亿级项目",
    kicker: "奋进新征程",
    subtitle: null,
    published: "2022-03-11T02:00:40+08:00",
    day: "2022-03-11",
    precision: "second",
    sources: [{ name: "南通日报", addresses: ["https://a.example/?a=1&b=2"] }],
    infoCode: null,
    categories: [{ slug: "nantongribao", label: "南通日报新闻" }],
    tags: [{ slug: "南通日报新闻", label: "南通日报新闻" }],
    byline: { authors: ["陈可"], photographers: [], editors: [] },
    text: "项目为王，见星源材质。\n再创新。",
    copies: [],
    file: "2022-03-11-a.md",
  });
  const keys = Object.keys(articleSchema(site)["properties"] as object).filter((key) => key !== "body");
  expect(Object.keys(data)).toEqual(keys);
  expect(faultsBy(articleSchema(site))(data)).toEqual([]);
});

test("an article of which little is known has a record with nulls and empty lists", () => {
  const data = dataOf({ "2022-03-11-a.md": { date: "2022-03-11", body: "" } }, "2022-03-11-a.md");
  expect(data).toMatchObject({ precision: "day", sources: [], infoCode: null, categories: [], tags: [], text: "" });
  expect(faultsBy(articleSchema(site))(data)).toEqual([]);
});

test.each(["month", "year"])("a date known to the %s is said to be", (precision) => {
  const data = dataOf({ "a.md": { date: "2022-02-08", date_precision: precision, review: "作者不详" } }, "a.md");
  expect(data).toMatchObject({ day: "2022-02-08", precision });
  expect(JSON.stringify(data)).not.toContain("作者不详");
  expect(faultsBy(articleSchema(site))(data)).toEqual([]);
});

test("merged copies are named, with all the papers they stood in and the terms of all", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  const data = dataOf(
    {
      "2022-03-11-a.md": { ...copy, source: "南通日报", categories: "a" },
      "2022-03-11-b.md": { ...copy, source: "券商中国", categories: "b", original: "https://b.example/" },
    },
    "2022-03-11-a.md",
  );
  expect(data).toMatchObject({
    copies: ["2022-03-11-b.md"],
    sources: [
      { name: "南通日报", addresses: [] },
      { name: "券商中国", addresses: ["https://b.example/"] },
    ],
    categories: [{ slug: "a" }, { slug: "b" }],
  });
});
