import { expect, test } from "vitest";
import { hexoAddress, readPostName } from "../../../../src/import/systems/hexo/address.ts";
import type { HexoConfig } from "../../../../src/import/systems/hexo/config.ts";
import { articleDate } from "../../../../src/import/systems/articleDate.ts";

const config: HexoConfig = {
  sourceDir: "source",
  permalink: ":year/:month/:day/:title/",
  permalinkDefaults: { lang: "zh" },
  newPostName: ":title.md",
  defaultCategory: "uncategorized",
  categoryMap: { 南通: "nantong" },
  filenameCase: 0,
};
const post = {
  slug: "folder/My Post",
  title: "标题 One!",
  categories: [["南通", "Dev Zone"]],
  published: articleDate("2022-03-01 02:04:06", "Asia/Shanghai")!.published,
  permalink: undefined,
};

test.each<[pattern: string, address: string]>([
  [":year/:month/:day/:title/", "/2022/03/01/folder/My Post/"],
  [":year/:i_month/:i_day/:name.html", "/2022/3/1/My Post.html"],
  [":category/:post_title/", "/nantong/Dev-Zone/标题-one/"],
  ["/:lang/:hour:minute:second/", "/zh/020406/"],
  [":timestamp/", "/1646071446/"],
])("the pattern %s gives %s", (pattern, address) => {
  expect(hexoAddress(post, { ...config, permalink: pattern })).toEqual({ address });
});

test("an id that only Hexo's own data base knows cannot be told", () => {
  expect(hexoAddress(post, { ...config, permalink: "p/:id" })).toEqual({ reason: ":id" });
});

test.each<[path: string, pattern: string, name: { slug: string; day?: string }]>([
  ["a", ":title.md", { slug: "a" }],
  ["2022-03-01-a", ":year-:month-:day-:title.md", { slug: "a", day: "2022-03-01" }],
  ["2022/3/1/a", ":year/:i_month/:i_day/:title.md", { slug: "a", day: "2022-03-01" }],
  ["2022/2022-03-01-a", ":year/:year-:month-:day-:title.md", { slug: "a", day: "2022-03-01" }],
  ["a/a", ":title/:title.md", { slug: "a" }],
  ["b/c d", ":year-:month-:day-:title.md", { slug: "b-c-d" }],
])("%s called after %s is %j", (path, pattern, name) => {
  expect(readPostName(path, pattern)).toEqual(name);
});
