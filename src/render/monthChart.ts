import type { Month, Permalink } from "../model.ts";
import { groupRuns } from "../order.ts";

/** A month as a chart needs it: how many articles, and where they are listed, if on a page of their own. */
export interface ChartedMonth {
  readonly month: Month;
  readonly count: number;
  readonly permalink?: Permalink;
}

/** A month in its cell. */
export interface ChartCell extends ChartedMonth {
  /** How dark the cell is, 1 to 4: its share of the fullest month. */
  readonly level: number;
}

/** A row of the chart. */
export interface ChartYear {
  readonly year: string;
  readonly count: number;
  /** January to December; a month without articles has no cell. */
  readonly cells: readonly (ChartCell | undefined)[];
}

const levels = 4;
const monthsOfYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

/**
 * Lays months out as a calendar heat map: years as rows, months as columns.
 * @param months - months with articles, newest first
 * @returns a row for each year that has articles, newest first
 */
export function monthChart(months: readonly ChartedMonth[]): readonly ChartYear[] {
  const most = months.reduce((greatest, { count }) => Math.max(greatest, count), 0);
  return groupRuns(months, ({ month }) => month.slice(0, 4)).map(([year, inYear]) => {
    const byMonth = new Map(inYear.map((each) => [each.month.slice(5), each]));
    return {
      year,
      count: inYear.reduce((sum, { count }) => sum + count, 0),
      cells: monthsOfYear.map((number) => {
        const charted = byMonth.get(number);
        return charted && { ...charted, level: Math.ceil((levels * charted.count) / most) };
      }),
    };
  });
}
