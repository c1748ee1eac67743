import { expect, test } from "vitest";
import { printedPage } from "../../src/normalise/printedPage.ts";
import { articleOf } from "../support/articles.ts";

test.each([
  ["5", "5"],
  ["A05", "A05"],
  ["第5版", "5"],
  ["第 A05 版", "A05"],
  ["要闻版", "要闻"],
  ["  3\n", "3"],
  ["", undefined],
  ["第版", undefined],
  ["一段不是版次的很长的文字，放错了地方", undefined],
  [undefined, undefined],
])("the page %j is %j", (stated, page) => {
  expect(printedPage(stated)).toBe(page);
});

test.each([
  ["5", "5"],
  ["第5版", "5"],
  ["[1, 2]", undefined],
  ["true", undefined],
])("page: %s in the front matter is the page %j", (value, page) => {
  expect(articleOf(`---\ntitle: 标题\ndate: 2022-03-11\npage: ${value}\n---\n<p>正文。</p>`).page).toBe(page);
});
