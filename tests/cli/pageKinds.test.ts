import { expect, test } from "vitest";
import { kindOf } from "../../src/cli/pageKinds.ts";

test.each([
  ["index.html", "home"],
  ["feed.xml", "feeds"],
  ["category/nantongribao/feed.xml", "feeds"],
  ["category/nantongribao.html", "categories"],
  ["category/nantongribao/2022-03.html", "categories"],
  ["tag/南通日报新闻.html", "tags"],
  ["volume/2022-03.html", "months and years"],
  ["compare/a/b.html", "texts side by side"],
  ["search.html", "search"],
  ["search/2022-03-0rbhqn7nvge.bin", "search"],
  ["data.html", "data"],
  ["data/articles.csv", "data"],
  ["api/index.json", "data"],
  ["sitemap.xml", "sitemaps"],
  ["sitemap/2022-03.xml", "sitemaps"],
  ["assets/style.css", "styles, scripts, pictures"],
  ["nantongribao/2022/03/11/a.html", "articles and redirects"],
  ["2022/03/11/index.html", "articles and redirects"],
  ["data-quality.html", "other"],
  ["robots.txt", "other"],
])("%s is one of the %s", (path, kind) => {
  expect(kindOf(path).name.en).toBe(kind);
});
