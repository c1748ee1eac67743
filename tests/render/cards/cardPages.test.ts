import { expect, test } from "vitest";
import type { SiteOptions } from "../../../src/config.ts";
import { cardAddress, cardPages } from "../../../src/render/cards/cardPages.ts";
import { archiveOf, termOf, type Files } from "../../support/archives.ts";
import { siteOf } from "../../support/articles.ts";

const article = { categories: "nantongribao", tags: "南通日报新闻" };
const cardsOf = (files: Files, options: Partial<SiteOptions> = {}) =>
  [...cardPages(archiveOf(files, siteOf(options)), siteOf(options))].map((page) => ({
    permalink: page.permalink,
    context: page.context(),
    fingerprint: page.fingerprint(),
  }));

test("the site has a card and each category has one; tags have none", () => {
  const host = "archive.example";
  const archive = "区域经济新闻档案";
  expect(cardsOf({ "a.md": article })).toMatchObject([
    { permalink: "/assets/cards/site.png", context: { name: archive, host } },
    { permalink: "/assets/cards/category/nantongribao.png", context: { name: "南通日报新闻", archive, host } },
  ]);
});

test("the address of a category's card is known from the category's own", () => {
  const category = termOf(archiveOf({ "a.md": article }).categories, "nantongribao");
  expect(cardAddress(category)).toBe("/assets/cards/category/nantongribao.png");
});

test("another article leaves the cards as they are, another name does not", () => {
  const before = cardsOf({ "a.md": article });
  expect(cardsOf({ "a.md": article, "b.md": article })).toEqual(before);
  const [site, category] = cardsOf({ "a.md": article }, { labels: { nantongribao: "南通日报" } });
  expect(site).toEqual(before[0]);
  expect(category!.fingerprint).not.toBe(before[1]!.fingerprint);
});

test("a site that wants no cards has none", () => {
  expect(cardsOf({ "a.md": article }, { cards: false })).toEqual([]);
});
