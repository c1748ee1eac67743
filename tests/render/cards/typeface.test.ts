import module from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { fill, steps } from "../../../src/render/cards/fill.ts";
import { cardTypeface } from "../../../src/render/cards/typeface.ts";

const typeface = cardTypeface();

test.each([
  ["", true],
  ["南通日报新闻", true],
  ["21世纪经济报道（网络版）", true],
  ["“一带一路”——专刊", true],
  ["China Daily ~ 2022", true],
  ["ＮＴ２４", true],
  ["朱镕基", false],
  ["南通日報", false],
  ["Ⅳ", false],
  ["新闻😀", false],
  ["café", false],
  ["新华·江苏", false],
  ["南通\n日报", false],
  ["\r", false],
  ["\u0007", false],
])("it has %j: %j", (words, expected) => {
  expect(typeface.has(words)).toBe(expected);
});

const [width, height, size] = [1200, 160, 72];
const fontFile = module
  .createRequire(import.meta.url)
  .resolve("@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf");

// That library shapes by the rules of HarfBuzz, but reads the whole font for each picture.
test.each(["南通日报新闻", "AVATAR To We, (V) ", "www.finews.example", "“Tea”、《Yes》——新闻", ""])(
  "%j stands as resvg would set it",
  (words) => {
    const text = `<text x="84" y="100" font-size="${size}" font-family="ZCOOL XiaoWei">${words}</text>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${text}</svg>`;
    const theirs = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [fontFile] } }).render().pixels;
    const { outlines } = typeface.setLine(words);
    const ours = fill([{ outlines, x: 84, y: 100, scale: size / typeface.em }], width, height).pixels;
    const difference = ours.reduce(
      (most, step, at) => Math.max(most, Math.abs((255 * step) / steps - theirs[4 * at + 3]!)),
      0,
    );
    // Its smooth edges are less exact, from 4 by 4 points in a pixel; a letter that stands elsewhere would differ by 255.
    expect(difference).toBeLessThan(96);
    expect(ours.some((step) => step > 0)).toBe(words !== "");
  },
);

test("the width of a line is that of its characters, drawn together where they leave a gap", () => {
  const widthOf = (words: string) => typeface.setLine(words).width;
  expect(widthOf("南通")).toBe(widthOf("南") + widthOf("通"));
  expect(widthOf(".w")).toBeLessThan(widthOf(".") + widthOf("w"));
  expect(widthOf("AV")).toBeLessThan(widthOf("A") + widthOf("V"));
});
