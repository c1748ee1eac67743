import { expect, test } from "vitest";
import type { Day, Month } from "../../src/model.ts";
import { dateOf, dayIn, lengthOf, monthsOf, spansOf, type Span } from "../../src/search/span.ts";

test.each([
  ["2015", "2015-01", "2015-12", 12],
  ["2015-Q1", "2015-01", "2015-03", 3],
  ["2015-Q4", "2015-10", "2015-12", 3],
  ["2015-07", "2015-07", "2015-07", 1],
])("%s is from %s to %s, %i months", (span, first, last, length) => {
  expect(monthsOf(span as Span)).toEqual([first, last]);
  expect(lengthOf(span as Span)).toBe(length);
});

test.each(["", "15", "2015-7", "2015-Q5", "2015-Q1-02", "directory"])("%j is no span", (span) => {
  expect(() => monthsOf(span as Span)).toThrow(RangeError);
});

test.each([
  ["2015-01", "2015-Q1"],
  ["2015-03", "2015-Q1"],
  ["2015-04", "2015-Q2"],
  ["2015-12", "2015-Q4"],
])("%s is a month of %s, both of its year", (month, quarter) => {
  expect(spansOf(month as Month)).toEqual(["2015", quarter, month]);
});

test.each([
  ["2015-01-01", 101],
  ["2015-09-30", 930],
  ["2015-12-31", 1231],
])("%s is %i of its year", (day, date) => {
  expect(dateOf(day as Day)).toBe(date);
  for (const span of spansOf(day.slice(0, 7) as Month)) expect(dayIn(span, date)).toBe(day);
});
