import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { frameSvg } from "../../../src/render/cards/cardSvg.ts";
import type { Stroke } from "../../../src/render/cards/typeface.ts";

/** Sets each character as a line to the right, as high as its code: so it can be read again. */
const typeface = {
  em: 100,
  setLine: (words: string) => ({
    outlines: Array.from(words, (character, x): Stroke => ({ type: "L", x, y: character.codePointAt(0)! })),
    width: 0,
  }),
};
const textsOf = (svg: string) => {
  const $ = load(svg, { xml: true });
  const paths = $("path[transform]").toArray();
  return paths.map((path) =>
    $(path)
      .attr("d")!
      .replaceAll(/L\d+ (\d+)/g, (_, code: string) => String.fromCodePoint(Number(code))),
  );
};

test("the frame of a category's card says the archive's name and where it stands", () => {
  const svg = frameSvg({ archive: "区域经济新闻档案", host: "finews.example" }, typeface);
  expect(textsOf(svg)).toEqual(["区域经济新闻档案", "finews.example"]);
});

test("the frame of the site's card says where it stands alone", () => {
  expect(textsOf(frameSvg({ host: "finews.example" }, typeface))).toEqual(["finews.example"]);
});

test("outlines are written as SVG has them", () => {
  const outlines: readonly Stroke[] = [
    { type: "M", x: 1, y: 2 },
    { type: "Q", x1: 3, y1: 4, x: 5, y: -6 },
    { type: "Z" },
  ];
  const svg = frameSvg({ host: "h" }, { em: 100, setLine: () => ({ outlines, width: 0 }) });
  expect(svg).toContain('<path transform="translate(84 552) scale(0.34 -0.34)" fill="#645e53" d="M1 2Q3 4 5 -6Z"/>');
});
