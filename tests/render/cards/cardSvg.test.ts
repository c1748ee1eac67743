import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { cardSvg } from "../../../src/render/cards/cardSvg.ts";

const textsOf = (svg: string) => {
  const $ = load(svg, { xml: true });
  return $("text")
    .toArray()
    .map((element) => $(element).text());
};

test("a category's card says the archive's name, its own, and where it stands", () => {
  const svg = cardSvg({ name: "南通日报新闻", archive: "区域经济新闻档案", host: "finews.example" }, "Song");
  expect(textsOf(svg)).toEqual(["区域经济新闻档案", "南通日报新闻", "finews.example"]);
});

test("the site's card says its name once", () => {
  expect(textsOf(cardSvg({ name: "区域经济新闻档案", host: "finews.example" }, "Song"))).toEqual([
    "区域经济新闻档案",
    "finews.example",
  ]);
});

test("a name cannot break out of the card", () => {
  const svg = cardSvg({ name: "<b>&amp;", archive: "a<b", host: "h" }, "Song");
  expect(textsOf(svg)).toEqual(["a<b", "<b>&amp;", "h"]);
  expect(svg).not.toContain("<b>");
});
