import { expect, test } from "vitest";
import { drawName, shades } from "../../../src/render/cards/cardName.ts";
import { cardTypeface, type Stroke } from "../../../src/render/cards/typeface.ts";

/** Each character is a square that fills its em from the base line up. */
const typeface = {
  em: 100,
  setLine: (words: string) => ({
    outlines: Array.from(words).flatMap((_, at): readonly Stroke[] => [
      { type: "M", x: 100 * at, y: 0 },
      { type: "L", x: 100 * at + 100, y: 0 },
      { type: "L", x: 100 * at + 100, y: 85 },
      { type: "L", x: 100 * at, y: 85 },
      { type: "Z" },
    ]),
    width: 100 * words.length,
  }),
};

test("the shades of a name lead from paper to ink", () => {
  expect([shades[0], shades[8], shades[16]]).toEqual([0xfaf8f3, 0x8d8b87, 0x1f1d1a]);
  expect(new Set(shades).size).toBe(shades.length);
});

test.each([
  ["", { left: 76, top: 238, width: 16, height: 168 }],
  ["南通日报", { left: 76, top: 238, width: 528, height: 168 }],
  ["东方财富网滚动新闻中心频道", { left: 76, top: 186, width: 952, height: 272 }],
])("%j takes as much of the card as its lines need", (name, place) => {
  expect(drawName(name, typeface)).toMatchObject(place);
});

test("a line stands with its base a little below the middle", () => {
  const { pixels, width, top } = drawName("南", typeface);
  const at = (x: number, y: number) => pixels[(y - top) * width + x];
  // 128 pixels of type, whose base line is 0.36 of that below 322.
  expect([at(64, 258), at(64, 262), at(64, 366), at(64, 370)]).toEqual([0, 16, 16, 0]);
  expect([at(6, 300), at(9, 300), at(134, 300), at(137, 300)]).toEqual([0, 16, 16, 0]);
});

test("no name reaches the rules, or the end of what is drawn of the card", () => {
  const wide = ["WWW.NTMMW.COM", "W".repeat(13), "@".repeat(200)];
  for (const name of ["fj", "新", "新".repeat(9), "新".repeat(20), "新".repeat(100), "ÿjgW".repeat(9), ...wide]) {
    const { left, top, width, height, pixels } = drawName(name, cardTypeface());
    expect(left + width).toBeLessThanOrEqual(1200 - 84 + 8);
    expect(top).toBeGreaterThan(156);
    expect(top + height).toBeLessThan(478);
    const edge = pixels.filter(
      (_, at) => at < width || at >= pixels.length - width || [0, width - 1].includes(at % width),
    );
    expect(edge.every((step) => step === 0)).toBe(true);
  }
});
