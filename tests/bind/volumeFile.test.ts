import { expect, test } from "vitest";
import { articleOpener, recordOf, writeVolume } from "../../src/bind/volumeFile.ts";
import type { Article, Month } from "../../src/model.ts";
import { articleOf } from "../support/articles.ts";
import { temporaryFolder } from "../support/command.ts";

const article = articleOf('<p>第一段<a href="https://example.org/">。</a></p><h2>小标题</h2><p>第二段。</p>');
const month = article.published.day.slice(0, 7) as Month;

/** The article as it comes out of a volume. */
function opened(): Article {
  const folder = temporaryFolder();
  const { file } = writeVolume(folder, month, [recordOf(article)]);
  return articleOpener(folder, new Map([[month, file]]))({ month, at: 0 });
}

test.each<[string, (whole: Article) => unknown]>([
  ["copied", (whole) => ({ ...whole })],
  ["printed", (whole) => JSON.parse(JSON.stringify(whole)) as unknown],
  ["gone through", (whole) => Object.fromEntries(Object.entries(whole))],
  ["read one by one", (whole) => ({ ...article, text: whole.text, links: whole.links, extra: whole.extra })],
])("an article comes out of its volume as it went in, when it is %s", (_, seen) => {
  expect(seen(opened())).toEqual(article);
});

test("what of an article is not asked for is not read", () => {
  const whole = opened();
  const waiting = Object.entries(Object.getOwnPropertyDescriptors(whole)).filter(([, property]) => "get" in property);
  expect(waiting.map(([key]) => key).sort()).toEqual([
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
