import { expect, test } from "vitest";
import { readHtmlHead, readMarkdownHead, readRstHead } from "../../../../src/import/systems/pelican/metadata.ts";

test.each([
  [readMarkdownHead, "Title: 甲\nSummary: 一\n    二\n\n正文", { title: "甲", summary: "一\n二" }, 5],
  [readMarkdownHead, "---\ntitle: 甲\n---\n正文", { title: "甲" }, 4],
  [readMarkdownHead, "正文：没有文首", {}, 1],
  [
    readRstHead,
    "甲乙\n####\n\n:date: 2022-03-11\n:tags: 一,\n  二\n\n正文",
    { title: "甲乙", date: "2022-03-11", tags: "一,\n二" },
    7,
  ],
  [readRstHead, "====\n甲乙\n====\n\n:date: 2022-03-11\n\n正文", { title: "甲乙", date: "2022-03-11" }, 6],
  [
    readHtmlHead,
    '<html><head>\n<title>甲 &amp; 乙</title><meta name="Tags" contents="一"></head>\n<body>正文</body></html>',
    { title: "甲 & 乙", tags: "一" },
    3,
  ],
] as const)("%o reads the head of %j", (read, text, metadata, bodyLine) => {
  const file = read(text);
  expect(Object.fromEntries(file.metadata)).toEqual(metadata);
  expect(file.bodyLine).toBe(bodyLine);
  expect(file.body.trim()).toMatch(/^正文/);
});
