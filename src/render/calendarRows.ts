import type { VolumeEntry } from "../catalogue/archive.ts";
import type { Day, Month, Permalink } from "../model.ts";
import { weekday } from "./chineseDates.ts";

/** One square of a month's calendar. */
export interface CalendarCell {
  readonly date: number;
  readonly count: number;
  /** Where the day's articles are listed. */
  readonly permalink?: Permalink;
  readonly fragment?: string;
}

/**
 * Lays a month out in weeks from Monday to Sunday.
 * @param volume - the month
 * @param pageOf - the page on which a day begins
 * @returns rows of seven squares; those before the 1st and after the last day are `undefined`
 */
export function calendarRows(
  volume: VolumeEntry,
  pageOf: (day: Day) => Permalink,
): readonly (readonly (CalendarCell | undefined)[])[] {
  const counts = new Map(volume.days.map(({ day, entries }) => [day, entries.length]));
  const cells: (CalendarCell | undefined)[] = Array.from(
    { length: weekday(`${volume.month}-01` as Day) },
    () => undefined,
  );
  for (let date = 1; date <= daysIn(volume.month); date++) {
    const day = `${volume.month}-${String(date).padStart(2, "0")}` as Day;
    const count = counts.get(day) ?? 0;
    cells.push(count > 0 ? { date, count, permalink: pageOf(day), fragment: `d-${date}` } : { date, count });
  }
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}

function daysIn(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}
