import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Day } from "../../src/model.ts";
import {
  isEmptyDate,
  isRough,
  knownDay,
  knownTime,
  monthOf,
  readDate,
  type DateFault,
  type DateReading,
} from "../../src/normalise/date.ts";

const shanghai = "Asia/Shanghai";

function reading(text: string, timeZone = shanghai): DateReading {
  const date = readDate(text, timeZone);
  if ("rule" in date) throw new Error(`Expected "${text}" to be read, got ${date.rule}`);
  return date;
}

function fault(text: string): DateFault {
  const date = readDate(text, shanghai);
  if (!("rule" in date)) throw new Error(`Expected "${text}" to be refused, got ${date.published.local}`);
  return date;
}

test.each([
  ["2022-03-11 02:00:40 +0800", "2022-03-11T02:00:40+08:00", "second"],
  ["2022-03-11 02:00:40+08:00", "2022-03-11T02:00:40+08:00", "second"],
  ["2022-03-11T18:00:40Z", "2022-03-12T02:00:40+08:00", "second"],
  ["2022-03-11 18:00:40 UTC", "2022-03-12T02:00:40+08:00", "second"],
  ["2022-03-10 20:00:00 -0800", "2022-03-11T12:00:00+08:00", "second"],
  ["2021-12-08 10:46:18", "2021-12-08T10:46:18+08:00", "second"],
  ["2004-12-23 13:25:31.123456789 Z", "2004-12-23T21:25:31+08:00", "second"],
  ["2022-03-11 02:00 +08:00", "2022-03-11T02:00:00+08:00", "minute"],
  ["2022-03-11 02:00", "2022-03-11T02:00:00+08:00", "minute"],
  ["2021-12-08", "2021-12-08T00:00:00+08:00", "day"],
  ["2024-02-29", "2024-02-29T00:00:00+08:00", "day"],
])("%s is %s, and needs no mending", (text, local, precision) => {
  const { published, mended } = reading(text);
  expect(published).toMatchObject({ local, precision, zone: shanghai, day: local.slice(0, 10) });
  expect(mended).toBeUndefined();
});

test("the instant is the same moment in UTC", () => {
  expect(reading("2022-03-11 02:00:40 +0800").published.instant).toBe("2022-03-10T18:00:40Z");
});

test.each([
  ["2017-02-10 00:10::00 -03:00", "2017-02-10 00:10:00 -0300", "2017-02-10T11:10:00+08:00"],
  ["2022-03-11 12.04 UTC", "2022-03-11 12:04 +0000", "2022-03-11T20:04:00+08:00"],
  ["2022-03-11 19:04 UtC", "2022-03-11 19:04 +0000", "2022-03-12T03:04:00+08:00"],
  ["2024-03-21 4:00:00 +0000", "2024-03-21 04:00:00 +0000", "2024-03-21T12:00:00+08:00"],
  ["2024-3-1 4:05:06", "2024-03-01 04:05:06", "2024-03-01T04:05:06+08:00"],
  ["2022-03-11 02:00:40 +8", "2022-03-11 02:00:40 +0800", "2022-03-11T02:00:40+08:00"],
  ["2022-03-11 02:00:40 +800", "2022-03-11 02:00:40 +0800", "2022-03-11T02:00:40+08:00"],
  ["2022-03-11 02:00:40 GMT+8", "2022-03-11 02:00:40 +0800", "2022-03-11T02:00:40+08:00"],
  ["2022-03-11 02:00:40 JST", "2022-03-11 02:00:40 +0900", "2022-03-11T01:00:40+08:00"],
  ["2022/03/11 10:00", "2022-03-11 10:00", "2022-03-11T10:00:00+08:00"],
  ["2022.03.11", "2022-03-11", "2022-03-11T00:00:00+08:00"],
  ["20220311", "2022-03-11", "2022-03-11T00:00:00+08:00"],
  ["2022年3月11日", "2022-03-11", "2022-03-11T00:00:00+08:00"],
  ["2022 年 3 月 11 日 18：30", "2022-03-11 18:30", "2022-03-11T18:30:00+08:00"],
  ["2022-03-11 06:30:00 PM", "2022-03-11 18:30:00", "2022-03-11T18:30:00+08:00"],
  ["2022-03-11 12:30 a.m.", "2022-03-11 00:30", "2022-03-11T00:30:00+08:00"],
  ["Friday Sep 3 11:21:31 2021", "2021-09-03 11:21:31", "2021-09-03T11:21:31+08:00"],
  ["Fri Sep  3 11:21:31 CEST 2021", "2021-09-03 11:21:31 +0200", "2021-09-03T17:21:31+08:00"],
  ["Fri Sep 3 11:21:31 2021", "2021-09-03 11:21:31", "2021-09-03T11:21:31+08:00"],
  ["Fri, 03 Sep 2021 23:21:31 +0200", "2021-09-03 23:21:31 +0200", "2021-09-04T05:21:31+08:00"],
  ["March 11, 2021 18:00", "2021-03-11 18:00", "2021-03-11T18:00:00+08:00"],
  ["11 March 2021", "2021-03-11", "2021-03-11T00:00:00+08:00"],
])("%s is mended to %s", (text, mended, local) => {
  expect(reading(text)).toMatchObject({ mended, published: { local } });
});

test.each([
  ["昨天", "date-unreadable"],
  ["Sun Jan  1 11:21:31 2024", "date-unreadable"],
  ["03/11/2022", "date-unreadable"],
  ["2022-03", "date-unreadable"],
  ["2022-03-11 下午", "date-unreadable"],
  ["2022-03/11", "date-unreadable"],
  ["2022-03-11 02", "date-unreadable"],
  ["12022-03-11", "date-unreadable"],
  ["2012-13-01", "date-no-month"],
  ["2012-00-10", "date-no-month"],
  ["2022-02-30", "date-no-day"],
  ["2023-02-29", "date-no-day"],
  ["1900-02-29", "date-no-day"],
  ["2022-04-31 10:00:00 +0800", "date-no-day"],
  ["2022-04-00", "date-no-day"],
  ["0000-01-01", "date-unreadable"],
  ["2022-03-11 24:00:00", "date-no-time"],
  ["2022-03-11 10:60", "date-no-time"],
  ["2022-03-11 10:00:60", "date-no-time"],
  ["2022-03-11 25:30 PM", "date-no-time"],
  ["2022-03-11 13:30 AM", "date-no-time"],
  ["2022-03-11 10:00:00 CST", "date-zone"],
  ["2022-03-11 10:00:00 XYZ", "date-zone"],
  ["2022-03-11 10:00:00 +1500", "date-zone"],
  ["2022-03-11 10:00:00 +0860", "date-zone"],
])("%s is refused: %s", (text, rule) => {
  expect(fault(text).rule).toBe(rule);
});

test("a fault says what was wrong", () => {
  expect(fault("2012-13-01").values).toEqual({ month: 13 });
  expect(fault("2022-02-30").values).toEqual({ year: 2022, month: 2, day: 30 });
  expect(fault("2022-03-11 24:00:00").values).toEqual({ time: "24:00:00" });
  expect(fault("2022-03-11 10:00:00 CST").values).toEqual({ zone: "CST" });
});

test.each([
  ["2021-12-08 18:00:00", shanghai, "2021-12-09"],
  ["2021-12-08T18:00:00", shanghai, "2021-12-09"],
  ["2021-12-8 16:00:00.5", shanghai, "2021-12-09"],
  ["2022-01-01 03:00:00", "America/New_York", "2021-12-31"],
])("Jekyll put %s in %s on %s", (text, timeZone, day) => {
  expect(reading(text, timeZone)).toMatchObject({
    jekyllDay: day,
    published: { day: expect.not.stringContaining(day) },
  });
});

test.each([
  ["2021-12-08 15:59:59"],
  ["2021-12-08 18:00"],
  ["2021-12-08 18:00:00 +0800"],
  ["2021-12-08 18:00:00 -0500"],
  ["2021-12-08"],
  ["2021/12/08 18:00:00"],
])("Jekyll put %s on the same day as we do", (text) => {
  expect(reading(text)).not.toHaveProperty("jekyllDay");
});

test("a time that the clocks skipped is read as the hour after", () => {
  expect(reading("2022-03-13 02:30:00", "America/New_York").published.local).toBe("2022-03-13T03:30:00-04:00");
});

test.each([
  ["", true],
  ["  ", true],
  ["+0800", true],
  [" +08:00 ", true],
  ["2021", false],
  ["0800", false],
])("the date %j says nothing: %s", (text, isEmpty) => {
  expect(isEmptyDate(text)).toBe(isEmpty);
});

test("a day belongs to its month", () => {
  expect(monthOf("2022-03-11" as Day)).toBe("2022-03");
});

const two = (number: number) => String(number).padStart(2, "0");
const number = (least: number, most: number) => fc.integer({ min: least, max: most });
const zones = fc.constantFrom("", " Z", " +0800", " -0800", "+14:00", " -12:00", " CEST", " 12.5", " pm");
const separators = fc.constantFrom("-", "/", ".", "年");

const dateLike = fc
  .tuple(fc.oneof(number(0, 9999), fc.constant(9999)), number(0, 14), number(0, 33), number(0, 26), separators, zones)
  .chain(([year, month, day, hour, separator, zone]) =>
    fc.constantFrom(
      `${String(year).padStart(4, "0")}${separator}${month}${separator}${day}`,
      `${String(year).padStart(4, "0")}-${two(month)}-${two(day)} ${hour}:59:59${zone}`,
      `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:00${zone}`,
      `Fri Dec ${day} ${hour}:00:00 ${year}`,
    ),
  );

function isInCalendar(day: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && date >= 1 && date <= days;
}

test("no text is read as a day that is not in the calendar", () => {
  fc.assert(
    fc.property(
      fc.oneof(dateLike, fc.string()),
      fc.constantFrom(shanghai, "UTC", "America/New_York", "Pacific/Apia"),
      (text, timeZone) => {
        const date = readDate(text, timeZone);
        if ("rule" in date) return;
        const { published, jekyllDay = published.day } = date;
        expect([published.day, jekyllDay].filter((day) => !isInCalendar(day))).toEqual([]);
        expect(published.local.slice(0, 10)).toBe(published.day);
        // Offsets of old local mean times are written in whole minutes.
        expect(Math.abs(Date.parse(published.instant) - Date.parse(published.local))).toBeLessThan(60_000);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([["9999-12-31 23:59:59 -0800"], ["9999-12-31 23:59:59"]])("%s does not reach into the year 10000", (text) => {
  const date = readDate(text, shanghai);
  const days = "rule" in date ? [] : [date.published.day, date.jekyllDay ?? date.published.day];
  expect(days.filter((day) => !isInCalendar(day))).toEqual([]);
});

test("the clocks of a zone are those of Temporal, whatever was asked before", () => {
  const zonesAsked = [
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Pyongyang",
    "UTC",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...zonesAsked), fc.integer({ min: -3e9, max: 3e9 })), { maxLength: 20 }),
      (asked) => {
        for (const [zone, seconds] of asked) {
          const text = new Date(seconds * 1000).toISOString().replace(".000Z", " +0000").replace("T", " ");
          const moment = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
          const local = moment.toString({ smallestUnit: "second", timeZoneName: "never" });
          expect(readDate(text, zone)).toMatchObject({ published: { local } });
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["year", "2022", "2022"],
  ["month", "2022-02", "2022-02"],
  ["day", "2022-02-08", "2022-02-08T00:00:00+08:00"],
  ["minute", "2022-02-08", "2022-02-08T00:00:00+08:00"],
] as const)("of a date known to the %s, the day known is %s and the time %s", (precision, day, time) => {
  const published = { ...reading("2022-02-08").published, precision };
  expect([knownDay(published), knownTime(published)]).toEqual([day, time]);
  expect(isRough(precision)).toBe(day.length < 10);
});
