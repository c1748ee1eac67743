import { expect, test } from "vitest";
import { articleIn, articleTextIn, recordOf } from "../../src/bind/articleRecord.ts";
import { articleOf } from "../support/articles.ts";

const article = articleOf(`---
title: 标题
kicker: 肩题
subtitle: 副题
---
<p>第一段<a href="https://example.org/">。</a></p><h2>小标题</h2><p>第二段。</p>`);
const record = recordOf(article);

test("an article comes out of its record as it went in", () => {
  expect(articleIn(record.lines)).toEqual(article);
});

test("what is searched of it comes out alone", () => {
  const searched = articleTextIn(record.lines);
  expect(searched.text).toBe("第一段。\n小标题\n第二段。");
  expect(article).toMatchObject(searched);
  expect(searched).not.toHaveProperty("body");
});
