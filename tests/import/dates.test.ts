import { expect, test } from "vitest";
import { earliestDay, numberOf, readGivenDate, readPageDate } from "../../src/import/dates.ts";
import { readMasthead } from "../../src/import/masthead.ts";

const pageDate = (lines: readonly string[], stated?: string) =>
  readPageDate(
    lines.map((line) => readMasthead(line) ?? []),
    stated,
  );

test.each([
  [["2022年10月13日 星期四"], undefined, "2022-10-13 day"],
  [["一九八九年十一月二日 星期四"], undefined, "1989-11-02 day"],
  [["二〇二二年十月十三日"], undefined, "2022-10-13 day"],
  [["2015.08.26 星期三"], undefined, "2015-08-26 day"],
  [["《洪泽日报》2018年10月刊"], undefined, "2018-10-01 month"],
  [["《洪泽日报》2018年10月刊", "2018年10月8日"], undefined, "2018-10-08 day"],
  [["2018年10月"], "2018-10-08T09:30:00+08:00", "2018-10-08 09:30:00 +0800 day"],
  [["2022年2月30日"], undefined, "none"],
  [["A6"], undefined, "none"],
])("the page that says %j and states %s is of %s", (lines, stated, day) => {
  const { date } = pageDate(lines, stated);
  expect(date ? `${date.date} ${date.precision}` : "none").toBe(day);
});

test("a date whose weekday does not fit is not taken, and said", () => {
  expect(pageDate(["2022年10月13日 星期五"])).toEqual({ notes: [{ kind: "weekday", date: "2022年10月13日" }] });
});

test("of two dates the first is taken, and both are said", () => {
  const { date, notes } = pageDate(["2022年10月13日", "2022年10月14日"]);
  expect(date?.date).toBe("2022-10-13");
  expect(notes).toEqual([{ kind: "dates", dates: ["2022-10-13", "2022-10-14"] }]);
});

test.each([
  ["2022", { date: "2022-01-01", precision: "year" }],
  ["2022年2月", { date: "2022-02-01", precision: "month" }],
  ["2022-2-8", { date: "2022-02-08", precision: "day" }],
  ["2022-02-30", undefined],
  ["昨天", undefined],
])("given %s", (text, date) => {
  expect(readGivenDate(text)).toEqual(date);
});

test.each([
  ["2月8日举行开工仪式，3月前完成。", "2022-02-08"],
  ["2021年2月20日，2月9日", "2022-02-09"],
  ["没有日子", "2022-02-01"],
])("an article of February 2022 that says %s is of %s at the earliest", (text, day) => {
  expect(earliestDay({ date: "2022-02-01", precision: "month" }, text)).toBe(day);
});

test.each([
  ["二", 2],
  ["十", 10],
  ["十三", 13],
  ["二十", 20],
  ["三十一", 31],
])("%s is %i", (text, number) => {
  expect(numberOf(text)).toBe(number);
});
