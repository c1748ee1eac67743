import { expect, test } from "vitest";
import { nearTitle } from "../../src/catalogue/nearTitle.ts";
import { archiveOf } from "../support/archives.ts";

const title = "百亿级项目缘何“落子”南通开发区";
const { entries } = archiveOf({ "a.md": { title }, "b.md": { title: "今日要闻 3月11日" }, "c.md": { title: "短" } });

test.each([
  ["the same title", title],
  ["other quotation marks and spaces", "百亿级项目缘何 「落子」 南通开发区"],
  ["what papers add", "百亿级项目缘何“落子”南通开发区（组图）"],
  ["a word that is another", "百亿级项目为何“落子”南通开发区"],
])("%s is found", (_, other) => {
  expect(nearTitle(other, entries)?.path).toBe("a.md");
});

test.each([
  ["another title", "南通开发区百亿级项目开工"],
  ["a standing head with another day", "今日要闻 3月12日"],
  ["a short title", "长"],
  ["a title that holds no letter", "……"],
])("%s is not", (_, other) => {
  expect(nearTitle(other, entries)).toBeUndefined();
});
