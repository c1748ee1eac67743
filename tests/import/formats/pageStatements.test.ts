import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readHtml } from "../../../src/import/formats/html.ts";
import { withoutSite } from "../../../src/import/formats/pageStatements.ts";

const statedBy = (head: string) =>
  readHtml(Buffer.from(`<head>${head}</head><body>正文`)).statements.map(({ field, value, from }) => [
    field,
    value,
    from,
  ]);

test.each([
  ["港口吞吐量创新高_江海新闻_南通网", "港口吞吐量创新高"],
  ["港口吞吐量创新高-新华网", "港口吞吐量创新高"],
  ["一粒种子里的“芯”事--江海频道--民声网", "一粒种子里的“芯”事"],
  ["江海日报-码头“第三通道”开通", "码头“第三通道”开通"],
  ["老城改造三年账本 - 江海论坛 - Powered by Discuz!", "老城改造三年账本"],
  ["净利润同比预增40%-60%", "净利润同比预增40%-60%"],
  ["张桂兰：守望——记南通老街修缮", "张桂兰：守望——记南通老街修缮"],
  ["江海网", "江海网"],
])("of the page's title %j the article's is %j", (title, article) => {
  expect(withoutSite(title)).toBe(article);
});

test.each([
  ['<meta property="og:title" content="标题">', ["title", "标题", '<meta property="og:title">']],
  ['<meta name="PubDate" content="2022-10-13 08:30">', ["date", "2022-10-13 08:30", '<meta name="PubDate">']],
  ['<meta name="author" content="陈可">', ["byline", "陈可", '<meta name="author">']],
  ['<link rel="canonical" href="https://a.org/1">', ["address", "https://a.org/1", '<link rel="canonical">']],
])("%s states %j", (head, statement) => expect(statedBy(head)).toEqual([statement]));

test("browsers say where they saved a page from", () => {
  const page = (comment: string) => readHtml(Buffer.from(`<!DOCTYPE html>\n<!-- ${comment} -->\n<html><body>正文`));
  expect(page("saved from url=(0024)https://example.org/a?b=1").statements).toEqual([
    { field: "address", value: "https://example.org/a?b=1", from: "saved from url" },
  ]);
  expect(page("saved from url=(0014)about:internet").statements).toEqual([]);
});

test.each([
  ["an editor's number", '<meta name="author" content="1000123">'],
  ["a name that objects have by themselves", '<meta name="constructor" content="x">'],
  ["JSON-LD that is none", '<script type="application/ld+json">{"@type": </script>'],
  ["JSON-LD of something else", '<script type="application/ld+json">{"@type": "WebSite", "headline": "x"}</script>'],
])("%s states nothing", (_, head) => expect(statedBy(head)).toEqual([]));

test("JSON-LD is read in lists and graphs, with people as names and records", () => {
  const article = {
    "@type": ["NewsArticle"],
    headline: "标题",
    author: ["陈可", { name: "司占伟" }],
    publisher: { name: "江海日报" },
  };
  expect(statedBy(`<script type="application/ld+json">${JSON.stringify({ "@graph": [article] })}</script>`)).toEqual([
    ["title", "标题", "JSON-LD headline"],
    ["byline", "陈可", "JSON-LD author"],
    ["byline", "司占伟", "JSON-LD author"],
    ["source", "江海日报", "JSON-LD publisher"],
  ]);
});

test("WeChat's elements say the author, the account and the day", () => {
  const { statements } = readHtml(
    readFileSync(path.join(import.meta.dirname, "../../fixtures/import/pages/wechat.html")),
  );
  expect(statements).toContainEqual({ field: "date", value: "2023-05-18 18:30", from: "#publish_time" });
  expect(statements).toContainEqual({ field: "source", value: "滨江发布", from: "#js_name" });
  expect(statements.filter(({ field }) => field === "byline").map(({ value }) => value)).toEqual(["小滨", "小滨"]);
});
