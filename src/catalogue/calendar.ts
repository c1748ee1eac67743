import type { Month, Permalink } from "../model.ts";
import { groupRuns } from "../order.ts";
import type { Entry, VolumeEntry, YearEntry } from "./archive.ts";

/**
 * Lays the archive out by months and days.
 * @param entries - all entries, newest first
 * @returns the volumes, newest first
 */
export function volumesOf(entries: readonly Entry[]): readonly VolumeEntry[] {
  return groupRuns(entries, ({ month }) => month).map(([month, inMonth]) => {
    const undated = inMonth.filter(isUndated);
    const dated = undated.length === 0 ? inMonth : inMonth.filter((entry) => !isUndated(entry));
    return {
      month,
      permalink: `/volume/${month}.html` as Permalink,
      entries: inMonth,
      days: groupRuns(dated, ({ day }) => day).map(([day, inDay]) => ({ day, entries: inDay })),
      undated,
    };
  });
}

function isUndated({ rare }: Entry): boolean {
  return rare.precision !== undefined;
}

/**
 * Lays the volumes out by years.
 * @param volumes - all volumes, newest first
 * @returns the years, newest first, each with twelve months
 */
export function yearsOf(volumes: readonly VolumeEntry[]): readonly YearEntry[] {
  return groupRuns(volumes, ({ month }) => month.slice(0, 4)).map(([year, inYear]) => ({
    year,
    permalink: `/volume/${year}.html` as Permalink,
    count: inYear.reduce((sum, { entries }) => sum + entries.length, 0),
    months: Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, "0")}` as Month;
      const volume = inYear.find((candidate) => candidate.month === month);
      return volume ? { month, volume } : { month };
    }),
  }));
}
