import type { Branded, Day, Month } from "../model.ts";

/** The months whose articles stand in one segment of the index: `2015`, `2015-Q3` or `2015-07`. */
export type Span = Branded<string, "Span">;

const monthsInYear = 12;
const monthsInQuarter = 3;

/** A span of time by its name: a year, a quarter or a month of it. */
const spanForm = /^(?<year>\d{4})(?:-(?:Q(?<quarter>[1-4])|(?<month>\d{2})))?$/;

/**
 * The first and the last month of a span.
 * @param span - the span
 * @returns two months, perhaps the same
 * @throws RangeError when it is none
 */
export function monthsOf(span: Span): readonly [first: Month, last: Month] {
  const { year, quarter, month } = spanForm.exec(span)?.groups ?? {};
  if (year === undefined) throw new RangeError(`Expected a year, a quarter or a month, got ${span}`);
  const first = Number(month ?? (Number(quarter ?? 1) - 1) * monthsInQuarter + 1);
  const length = month ? 1 : quarter ? monthsInQuarter : monthsInYear;
  return [monthNamed(year, first), monthNamed(year, first + length - 1)];
}

/**
 * How many months a span has.
 * @param span - the span
 * @returns 1, 3 or 12
 */
export function lengthOf(span: Span): number {
  const [first, last] = monthsOf(span).map((month) => Number(month.slice(5))) as [number, number];
  return last - first + 1;
}

function monthNamed(year: string, number: number): Month {
  return `${year}-${String(number).padStart(2, "0")}` as Month;
}

/**
 * The spans that a month belongs to, the longest first.
 * @param month - the month
 * @returns its year, its quarter and itself
 */
export function spansOf(month: Month): readonly [year: Span, quarter: Span, month: Span] {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  return [year, `${year}-Q${Math.ceil(number / monthsInQuarter)}`, month as string] as [Span, Span, Span];
}

/**
 * A day of a span.
 * @param span - the span
 * @param date - its month and its day of the month as one number, 101 to 1231
 * @returns `2015-03-11`
 */
export function dayIn(span: Span, date: number): Day {
  const digits = String(date).padStart(4, "0");
  return `${span.slice(0, 4)}-${digits.slice(0, 2)}-${digits.slice(2)}` as Day;
}

/**
 * A day without its year.
 * @param day - the day
 * @returns its month and its day of the month as one number, 101 to 1231
 */
export function dateOf(day: Day): number {
  return Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
}
