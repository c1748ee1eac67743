import { expect, test } from "vitest";
import { infoCodeOf, takeTail } from "../../src/normalise/tail.ts";
import { articleOf } from "../support/articles.ts";

const address = "http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203112305042277";

test.each([
  ["[返回东财滚动新闻](//finews.zning.me/emnews/)\n[返回首页](//finews.zning.me/)"],
  ["[返回东财滚动新闻](../emnews/)\n[返回首页](../)"],
  ["[返回东财滚动新闻](//finews.withounder.com/emnews/)｜[返回首页](//finews.withounder.com/)"],
  ["[返回南通日报新闻](//finews.withounder.com/category/nantongribao.html)｜[返回首页](//finews.withounder.com/)"],
  ["[返回安信国际新闻](//finews.withounder.com/category/anxinguoji(xianggang).html) | [返回首页](/)"],
  ["[返回21世纪新闻](//finews.withounder.com/category/21shiji  nancai.html)｜[返回首页](/)\n\n"],
  ["  [返回首页](/)  "],
  ["---\n\n[返回首页](/)"],
  ["返回南通日报新闻｜返回首页"],
])("the footer %j is taken off", (footer) => {
  expect(takeTail(`正文。\n\n<${address}>\n\n${footer}`)).toEqual({
    body: "正文。",
    originalAddress: address,
  });
});

test.each([
  [`<${address}>`, address],
  [address, address],
  ["原文链接：https://a.example/b.html", "https://a.example/b.html"],
  ["原文: <https://a.example/b.html>", "https://a.example/b.html"],
  ["原文地址：HTTPS://a.example/b", "HTTPS://a.example/b"],
])("the address line %s is taken off without a footer too", (line, originalAddress) => {
  expect(takeTail(`正文。\n\n${line}\n`)).toEqual({ body: "正文。", originalAddress });
});

test.each([
  ["正文。"],
  ["正文。\n\n---"],
  ["返回首页"],
  [""],
  ["正文，见 https://a.example/b"],
  ["[返回首页](/) 之后还有字"],
  ["[查看全文](/x.html)"],
  ["ftp://a.example/b"],
  ["<https://a.example/b c>"],
])("%j has no tail", (body) => {
  expect(takeTail(body)).toEqual({ body });
});

test("of two addresses only the last is the original's", () => {
  expect(takeTail("正文。\n\nhttps://a.example/1\n\nhttps://a.example/2")).toEqual({
    body: "正文。\n\nhttps://a.example/1",

    originalAddress: "https://a.example/2",
  });
});

test.each([
  [
    `<p><a href="${address}">${address}</a></p><p><a href="/emnews/">返回东财滚动新闻</a>｜<a href="/">返回首页</a></p>`,
  ],
  [`<p>${address}</p><p><a href="/emnews/">返回东财滚动新闻</a></p><p><a href="/">返回首页</a></p>`],
  [`<div>原文链接：<a href="${address}">查看</a></div>`],
  [`<p><a href="${address}">查看原文</a></p>`],
])("the tail %s in HTML is taken off", (tail) => {
  const article = articleOf(`<p>正文。</p>${tail}`, { path: "2022-03-11-a.html" });
  expect(article).toMatchObject({
    text: "正文。",
    originalAddress: address,
    infoCode: "NW202203112305042277",
    links: [],
  });
});

test.each([
  ['<p><a href="https://a.example/1">别的链接</a></p>'],
  ['<p><a href="/x.html">返回故里</a>的故事</p>'],
  ['<p><a href="https://b.example/">https://a.example/</a></p>'],
])("%s stays in the text", (paragraph) => {
  const article = articleOf(`<p>正文。</p>${paragraph}`, { path: "2022-03-11-a.html" });
  expect(article.paragraphs).toHaveLength(2);
  expect(article).not.toHaveProperty("originalAddress");
});

test("a paragraph of many returns is read in no time", () => {
  const article = articleOf(`<p>正文。</p><p><a href="/">返回首页</a>${"返回甲".repeat(26)}｜乙</p>`);
  expect(article.paragraphs).toHaveLength(2);
});

test.each([
  [address, "NW202203112305042277"],
  ["http://a.example/?x=1&infoCode=AP202112081234567890", "AP202112081234567890"],
  ["http://finance.eastmoney.com/news/11060,202112082206672930.html", "202112082206672930"],
  ["http://finance.eastmoney.com/a/202112082206672930.html", "202112082206672930"],
  ["http://a.example/?infoCode=", undefined],
  ["http://a.example/news/1.html", undefined],
])("the code in %s is %s", (original, code) => {
  expect(infoCodeOf(original)).toBe(code);
});
