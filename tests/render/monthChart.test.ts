import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Month } from "../../src/model.ts";
import { monthChart, type ChartedMonth } from "../../src/render/monthChart.ts";

const charted = (month: string, count: number): ChartedMonth => ({ month: month as Month, count });

test("an archive without months has no rows", () => {
  expect(monthChart([])).toEqual([]);
});

test("a year is a row of twelve months, and those without articles have no cell", () => {
  const [newer, older] = monthChart([charted("2022-03", 8), charted("2022-01", 1), charted("2020-12", 4)]);
  expect([newer, older]).toMatchObject([
    { year: "2022", count: 9 },
    { year: "2020", count: 4 },
  ]);
  expect(newer!.cells.map((cell) => cell?.count)).toEqual([1, undefined, 8, ...Array<undefined>(9)]);
  expect(older!.cells.map((cell) => cell?.month)).toEqual([...Array<undefined>(11), "2020-12"]);
});

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 2],
  [6, 3],
  [7, 4],
  [8, 4],
])("a month with %i of the 8 articles that the fullest has is of darkness %i", (count, level) => {
  const [{ cells } = { cells: [] }] = monthChart([charted("2022-03", 8), charted("2022-01", count)]);
  expect(cells[0]).toEqual({ month: "2022-01", count, level });
});

test("every month has its cell, none is lighter than one with fewer articles, and the fullest is darkest", () => {
  const month = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
  const months = fc
    .uniqueArray(fc.tuple(month, fc.integer({ min: 1, max: 100_000 })), { selector: ([name]) => name, minLength: 1 })
    .map((some) => some.toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([name, count]) => charted(name, count)));
  fc.assert(
    fc.property(months, (all) => {
      const rows = monthChart(all);
      expect(rows.every(({ cells }) => cells.length === 12)).toBe(true);
      const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined));
      expect(cells.map((cell) => cell.month).toSorted()).toEqual(all.map((each) => each.month).toSorted());
      const byCount = cells.toSorted((a, b) => a.count - b.count);
      const levels = byCount.map(({ level }) => level);
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(levels.at(-1)).toBe(4);
      expect(levels[0]).toBeGreaterThanOrEqual(1);
    }),
  );
});
