import { expect, test } from "vitest";
import { articleOf, siteOf } from "../support/articles.ts";

const keys = (yaml: string) => `---\ntitle: 标题\n${yaml}\n---\n正文。`;

test("a control character in a permalink is a reason not to follow it", () => {
  const article = articleOf(keys('permalink: "/x\\u0001y.html"'));
  expect(article.warnings).toMatchObject([{ rule: "permalink-not-inside", values: { permalink: "/xy.html" } }]);
  expect(article.permalink).not.toBe("/xy.html");
});

test("a permalink that is not followed is noted, and the default is used", () => {
  const article = articleOf(keys("permalink: /../../etc/x.html"), { path: "2022-03-11-x.md" });
  expect(article.permalink).toBe("/2022/03/11/x.html");
  expect(article.warnings).toMatchObject([{ rule: "permalink-not-inside", line: 3, column: 12 }]);
});

test("a date without a zone is in the site's, and the day on which Jekyll put it redirects", () => {
  const article = articleOf(keys("date: 2021-12-08 18:00:00\ncategories: emnews"));
  expect(article.permalink).toBe("/emnews/2021/12/08/a.html");
  expect(article.formerPermalinks).toEqual(["/emnews/2021/12/09/a.html"]);
});

test("so does the one it put a permalink's placeholders on", () => {
  const article = articleOf(keys("date: 2021-12-08 18:00:00\npermalink: /:year/:month/:day/x.html"));
  expect(article.permalink).toBe("/2021/12/08/x.html");
  expect(article.formerPermalinks).toEqual(["/2021/12/09/x.html"]);
});

test.each([
  ["date: 2021-12-08 10:46:18"],
  ["date: 2021-12-08 18:00:00 +0800"],
  ["date: 2021-12-08"],
  ["date: 2021-12-08 18:00:00\npermalink: /x.html"],
])("nothing redirects where Jekyll gave the same address: %j", (yaml) => {
  expect(articleOf(keys(yaml)).formerPermalinks).toEqual([]);
});

test.each<[yaml: string, former: readonly string[]]>([
  ["redirect_from: /old/a.html", ["/old/a.html"]],
  ["redirect_from: [/2012/03/a/, /b]", ["/2012/03/a/index.html", "/b.html"]],
  ["redirect_from:\n  - /%E6%97%A7.html\n  - /旧.html", ["/旧.html"]],
  ["redirect_from: /2022/03/11/a.html", []],
  ["redirect_from:", []],
  ["date: 2021-12-08 18:00:00\nredirect_from: /a/", ["/2021/12/09/a.html", "/a/index.html"]],
])("former addresses of %j are %j", (yaml, former) => {
  const { formerPermalinks, warnings } = articleOf(keys(yaml));
  expect(formerPermalinks).toEqual(former);
  expect(warnings.map(({ rule }) => rule)).not.toContain("redirect-not-made");
});

test.each(["https://example.org/a/", "//example.org/a/", "/../a/", "/a?p=1", "/feed.xml", "/index.html", "/:year/a"])(
  "nothing redirects from %j, and that is said",
  (address) => {
    const { formerPermalinks, warnings } = articleOf(keys(`redirect_from:\n  - "${address}"`));
    expect(formerPermalinks).toEqual([]);
    expect(warnings).toMatchObject([{ rule: "redirect-not-made", line: 4, values: { address } }]);
  },
);

test("of former addresses in a list, one that is no text is told of and the others count", () => {
  const { formerPermalinks, warnings } = articleOf(keys("redirect_from: [/a/, null, {b: /c/}]"));
  expect(formerPermalinks).toEqual(["/a/index.html"]);
  expect(warnings).toMatchObject([{ rule: "redirect-not-made", values: { address: '{"b":"/c/"}' } }]);
});

test("the configuration's template gives the default address", () => {
  const site = siteOf({ permalink: "/:year/:title/" });
  expect(articleOf(keys("categories: x"), { site }).permalink).toBe("/2022/a/index.html");
});

test.each([
  ["categories: 21shiji  nancai", "/category/21shiji  nancai.html"],
  ["categories: nantongribao", undefined],
  ["categories: [21shiji, nancai]", undefined],
])("the old category page of %j is %s", (yaml, formerCategory) => {
  expect(articleOf(keys(yaml)).formerCategory).toBe(formerCategory);
});
