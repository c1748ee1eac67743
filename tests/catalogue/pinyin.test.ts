import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf, readingsSoFar, recallReadings } from "../../src/catalogue/pinyin.ts";

test.each([
  ["南通日报新闻", "N", "nan tong ri bao xin wen"],
  ["重庆日报", "C", "chong qing ri bao"],
  ["长江商报", "C", "chang jiang shang bao"],
  ["绿色金融", "L", "lv se jin rong"],
  ["21世纪经济报道", "#", "21 shi ji jing ji bao dao"],
  ["TechWeb", "T", "techweb"],
  ["techweb", "T", "techweb"],
  ["“双碳”目标", "#", "“ shuang tan ” mu biao"],
  ["🎉", "#", "🎉"],
  ["Ωmega", "#", "ωmega"],
])("%s stands under %s and is sorted by %j", (label, initial, key) => {
  expect(readingOf(label)).toEqual({ initial, key });
});

test.each([
  ["Économie", "E"],
  ["Åland", "A"],
  ["ＴｅｃｈＷｅｂ", "T"],
])("%s stands under its bare letter %s", (label, initial) => {
  expect(readingOf(label).initial).toBe(initial);
});

test.each([["ßeta"], ["ﬁnance"], ["ŉ"]])("the initial of %s is one letter or #", (label) => {
  expect(readingOf(label).initial).toMatch(/^[A-Z#]$/);
});

test("every label stands under one letter or #, and is read the same each time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (label) => {
      const reading = readingOf(label);
      expect(reading.initial).toMatch(/^[A-Z#]$/);
      expect(readingOf(label)).toEqual(reading);
    }),
  );
});

test("what has been read once is known, and what is recalled is not read again", () => {
  const reading = readingOf("启东日报");
  expect(readingsSoFar().get("启东日报")).toBe(reading);
  const recalled = { key: "hai men ri bao", initial: "H" };
  recallReadings([["海门日报", recalled]]);
  expect(readingOf("海门日报")).toBe(recalled);
});
