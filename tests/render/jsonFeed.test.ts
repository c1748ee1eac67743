import { expect, test } from "vitest";
import { jsonFeed } from "../../src/render/jsonFeed.ts";
import { archiveOf } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";

const site = siteOf({ title: "档案", description: "区域经济新闻。", url: "https://example.org/finews" });

test("the feed says what it is and where it stands", () => {
  expect(jsonFeed([], site)).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "档案",
    description: "区域经济新闻。",
    home_page_url: "https://example.org/finews/",
    feed_url: "https://example.org/finews/feed.json",
    language: "zh-CN",
    items: [],
  });
});

test("an article is an item with all that is known of it", () => {
  const { entries } = archiveOf({
    "2022-03-11-百亿.md": {
      title: "百亿级 <项目>",
      categories: "nantongribao",
      tags: ["南通日报新闻", "南通"],
      author: ["陈可", "张睿"],
      original: "https://a.example/1",
      body: "<p>项目为王。</p>",
    },
  });
  expect(jsonFeed(entries, site)["items"]).toEqual([
    {
      id: "https://example.org/finews/nantongribao/2022/03/11/%E7%99%BE%E4%BA%BF.html",
      url: "https://example.org/finews/nantongribao/2022/03/11/%E7%99%BE%E4%BA%BF.html",
      external_url: "https://a.example/1",
      title: "百亿级 <项目>",
      content_text: "项目为王。",
      date_published: "2022-03-11T02:00:40+08:00",
      authors: [{ name: "陈可" }, { name: "张睿" }],
      tags: ["南通日报新闻", "南通"],
    },
  ]);
});

test("an article of unknown origin has no external address", () => {
  const { items } = jsonFeed(archiveOf({ "a.md": {} }).entries, site) as { items: readonly object[] };
  expect(items[0]).not.toHaveProperty("external_url");
});

test("items stand in the order of the entries", () => {
  const { entries } = archiveOf({ "a.md": { date: "2022-03-10" }, "b.md": { date: "2022-03-11" } });
  expect(jsonFeed(entries, site)["items"]).toMatchObject([{ title: "标题 b.md" }, { title: "标题 a.md" }]);
});
