import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { VolumeEntry } from "../../src/catalogue/archive.ts";
import type { Day, Month, Permalink } from "../../src/model.ts";
import { calendarRows } from "../../src/render/calendarRows.ts";
import { archiveOf } from "../support/archives.ts";

function rowsOf(month: string, days: VolumeEntry["days"] = []) {
  const permalink = `/volume/${month}.html` as Permalink;
  return calendarRows({ month: month as Month, permalink, entries: [], days, undated: [] }, () => permalink);
}

test.each([
  ["2021-12", 2, 31, 5],
  ["2022-03", 1, 31, 5],
  ["2021-02", 0, 28, 4],
  ["2024-02", 3, 29, 5],
  ["2022-05", 6, 31, 6],
  ["2000-02", 1, 29, 5],
  ["1900-02", 3, 28, 5],
])("%s begins %i days after Monday, has %i days and %i weeks", (month, before, days, weeks) => {
  const rows = rowsOf(month);
  expect(rows).toHaveLength(weeks);
  expect(rows[0]!.findIndex(Boolean)).toBe(before);
  expect(rows.flat().filter(Boolean)).toHaveLength(days);
});

test("weeks have seven squares, and the days of the month stand in them in order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, "0")}`;
      const rows = rowsOf(month);
      expect(rows.every((row) => row.length === 7 && row.some(Boolean))).toBe(true);
      const dates = rows.flat().flatMap((cell) => (cell ? [cell.date] : []));
      expect(dates).toEqual(Array.from({ length: new Date(year, number, 0).getDate() }, (_, index) => index + 1));
    }),
  );
});

test("a day with articles leads to the page on which it begins, others lead nowhere", () => {
  const { volumes } = archiveOf({
    "a.md": { date: "2022-03-01" },
    "b.md": { date: "2022-03-31" },
    "c.md": { date: "2022-03-31" },
  });
  const pageOf = (day: Day) => `/page-of-${day}.html` as Permalink;
  const cells = calendarRows(volumes[0]!, pageOf).flat();
  expect(cells.filter((cell) => cell?.permalink)).toEqual([
    { date: 1, count: 1, permalink: "/page-of-2022-03-01.html", fragment: "d-1" },
    { date: 31, count: 2, permalink: "/page-of-2022-03-31.html", fragment: "d-31" },
  ]);
  expect(cells).toContainEqual({ date: 2, count: 0 });
});
