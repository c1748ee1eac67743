import { expect, test } from "vitest";
import type { Card } from "../../../src/render/cards/cardPages.ts";
import { drawCard } from "../../../src/render/cards/drawCard.ts";
import type { Making } from "../../../src/render/makers.ts";

const host = "finews.example";
const drawn = (card: Card) => Buffer.from(drawCard(card, {} as Making) as Uint8Array);

test("a card is a PNG of the size that its pages tell", () => {
  const png = drawn({ name: "南通日报新闻", archive: "区域经济新闻档案", host });
  expect(png.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(20_000);
});

test("the same card is the same file, another one is not", () => {
  expect(drawn({ name: "南通日报", host })).toEqual(drawn({ name: "南通日报", host }));
  expect(drawn({ name: "南通日报", host })).not.toEqual(drawn({ name: "江海晚报", host }));
});

test("a card is the same whatever was drawn before it", () => {
  const archive = "区域经济新闻档案";
  const before = drawn({ name: "南通日报", archive, host });
  drawn({ name: "东方财富网滚动新闻中心频道——“一带一路”专刊", archive, host });
  drawn({ name: archive, host });
  expect(drawn({ name: "南通日报", archive, host })).toEqual(before);
});

test("a name that the font does not have gives way to the archive's, whatever fonts the machine has", () => {
  const archive = "区域经济新闻档案";
  expect(drawn({ name: "朱镕基文选", archive, host })).toEqual(drawn({ name: archive, host }));
  expect(drawn({ name: "南通日报", archive: "區域經濟", host })).toEqual(drawn({ name: "南通日报", host }));
});

test("a card of which the font has nothing says where the archive stands", () => {
  expect(drawn({ name: "區域", archive: "區域經濟", host })).toEqual(drawn({ name: "", host }));
});

test("a middle dot is set as the one that the font has", () => {
  expect(drawn({ name: "新华·江苏", host })).toEqual(drawn({ name: "新华•江苏", host }));
});
