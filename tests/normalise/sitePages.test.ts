import { expect, test } from "vitest";
import { isSitePage } from "../../src/normalise/sitePages.ts";

test.each([
  ["/"],
  ["/index.html"],
  ["/Index.HTML"],
  ["/404.html"],
  ["/404/index.html"],
  ["/data-quality.html"],
  ["/feed.xml"],
  ["/feed.json"],
  ["/robots.txt"],
  ["/sitemap.xml"],
  ["/sitemap/2022-03.xml"],
  ["/category/"],
  ["/category/index.html"],
  ["/category.html"],
  ["/category/nantongribao.html"],
  ["/category/nantongribao/2022-03.html"],
  ["/category/nantongribao/feed.xml"],
  ["/tag/economy.html"],
  ["/TAG/economy.html"],
  ["/volume/2022-03.html"],
  ["/assets/style.css"],
  ["/search.html"],
  ["/search/index.json"],
  ["/data.html"],
  ["/data/articles.csv"],
  ["/api/index.json"],
  ["/sources/004.txt"],
  ["//category/x.html"],
])("%s is a page of the site itself", (address) => {
  expect(isSitePage(address)).toBe(true);
});

test.each([
  ["/nantongribao/2022/03/11/x.html"],
  ["/about.html"],
  ["/categories.html"],
  ["/tags/x.html"],
  ["/volumes.html"],
  ["/index/x.html"],
  ["/404/x.html"],
  ["/news/category/x.html"],
  ["/indexes.html"],
])("%s may be an article's", (address) => {
  expect(isSitePage(address)).toBe(false);
});
