import { expect, test } from "vitest";
import type { Day } from "../../src/model.ts";
import { dateline, dayHead, weekday } from "../../src/render/chineseDates.ts";
import { articlesOf } from "../support/archives.ts";

function publishedAt(date: string, precision = "") {
  return articlesOf({ "a.md": { date, date_precision: precision } })[0]!.published;
}

test.each([
  ["2022-03-11", "2022年3月11日"],
  ["2022-03-11 02:00", "2022年3月11日 02:00"],
  ["2022-03-11 02:00:40 +0800", "2022年3月11日 02:00"],
  ["2022-03-10 18:00:40 +0000", "2022年3月11日 02:00"],
  ["2022-03-11 00:00:00 +0800", "2022年3月11日 00:00"],
])("the dateline of %s is %s", (date, words) => {
  expect(dateline(publishedAt(date))).toBe(words);
});

test.each([
  ["day", "2022年2月8日"],
  ["month", "2022年2月"],
  ["year", "2022年"],
])("of a date known to the %s the dateline is %s, whatever its time", (precision, words) => {
  for (const date of ["2022-02-08", "2022-02-08 10:30:00 +0800"]) {
    expect(dateline(publishedAt(date, precision))).toBe(words);
  }
});

test.each([
  ["2022-03-11", 4, "3月11日　星期五"],
  ["2021-12-01", 2, "12月1日　星期三"],
  ["2022-03-07", 0, "3月7日　星期一"],
  ["2024-02-29", 3, "2月29日　星期四"],
  ["2023-01-01", 6, "1月1日　星期日"],
])("%s is %i days after Monday, and heads its day as %s", (day, after, head) => {
  expect(weekday(day as Day)).toBe(after);
  expect(dayHead(day as Day)).toBe(head);
});
