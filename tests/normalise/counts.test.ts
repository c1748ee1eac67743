import { expect, test } from "vitest";
import { countWords, readingMinutes } from "../../src/normalise/counts.ts";

test.each([
  ["", 0],
  ["，。！“”（）……", 0],
  ["南通日报", 4],
  ["南通日报。", 4],
  ["GDP增长8.5%", 4],
  ["1,234.5万吨", 3],
  ["mid-term review", 2],
  ["don't stop", 2],
  ["U.S. - China", 2],
  ["3+1", 2],
  ["〇", 1],
  ["𠮷野家", 3],
  ["㐀", 1],
  ["🎉🎉", 0],
  ["café Zürich", 2],
  ["e\u0301te\u0301", 1],
  ["Привет мир", 2],
  ["10月1日", 4],
  ["A股和B股", 5],
])("%j has %i words", (text, count) => {
  expect(countWords(text)).toBe(count);
});

test.each([
  [0, 1],
  [1, 1],
  [599, 1],
  [600, 2],
  [4000, 10],
])("%i characters take %i minutes", (characters, minutes) => {
  expect(readingMinutes(characters)).toBe(minutes);
});
