import { expect, test } from "vitest";
import { articleIn, recordOf } from "../../src/bind/articleRecord.ts";
import { articleOf } from "../support/articles.ts";

const article = articleOf(`---
title: 标题
kicker: 肩题
subtitle: 副题
---
<p>第一段<a href="https://example.org/">。</a></p><h2>小标题</h2><p>第二段。</p>`);
const record = recordOf(article);
const opened = () => articleIn(record.lines);

test.each<[string, (whole: typeof article) => unknown]>([
  ["copied", (whole) => ({ ...whole })],
  ["printed", (whole) => JSON.parse(JSON.stringify(whole)) as unknown],
  ["gone through", (whole) => Object.fromEntries(Object.entries(whole))],
  ["read one by one", (whole) => ({ ...article, text: whole.text, links: whole.links, extra: whole.extra })],
])("an article comes out of its record as it went in, when it is %s", (_, seen) => {
  expect(seen(opened())).toEqual(article);
});

test("what of an article is not asked for is not read", () => {
  const whole = opened();
  const waiting = Object.entries(Object.getOwnPropertyDescriptors(whole)).filter(([, property]) => "get" in property);
  expect(waiting.map(([key]) => key).sort()).toEqual([
    "body",
    "extra",
    "headings",
    "images",
    "inferred",
    "links",
    "paragraphs",
    "securities",
    "text",
  ]);
  expect(whole.paragraphs).toBe(whole.paragraphs);
});
