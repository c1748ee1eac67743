import type { Archive, Entry, VolumeEntry, YearEntry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import type { Day, Permalink } from "../model.ts";
import { groupRuns } from "../order.ts";
import { calendarRows } from "./calendarRows.ts";
import { longMonth } from "./chineseDates.ts";
import { numberedPages, type NumberedPage } from "./numbered.ts";
import { digestOf, linksTo, rowsIn, textHash, titleOf, type Beside, type SetPage } from "./setPage.ts";
import { monthView, rowOf } from "./views.ts";

/**
 * The pages of the archive's years.
 * @param archive - the archive
 * @returns a page for each
 */
export function* yearPages(archive: Archive): Iterable<SetPage> {
  for (const [index, year] of archive.years.entries()) {
    const context = () => ({
      title: `${year.year}年`,
      count: year.count,
      months: year.months.flatMap(({ volume }) => (volume ? [monthView(volume)] : [])),
      newer: archive.years[index - 1] && yearLink(archive.years[index - 1]!),
      older: archive.years[index + 1] && yearLink(archive.years[index + 1]!),
    });
    yield { layout: "year", permalink: year.permalink, context, fingerprint: () => textHash(context()) };
  }
}

function yearLink({ year, permalink }: YearEntry) {
  return { year, permalink };
}

/**
 * The pages of the archive's months.
 * @param archive - the archive
 * @param site - the site's configuration
 * @returns a page for each, more for long ones
 */
export function* monthPages({ volumes }: Archive, site: Site): Iterable<SetPage> {
  for (const [index, volume] of volumes.entries()) {
    yield* pagesOf(volume, site, { newer: volumes[index - 1], older: volumes[index + 1] });
  }
}

function* pagesOf(volume: VolumeEntry, site: Site, beside: Beside<VolumeEntry>): Iterable<SetPage> {
  const parts = numberedPages(inOrderOfDays(volume), site.pageSize, volume.permalink);
  const firstPage = new Map<ListedDay, Permalink>();
  for (const part of parts) {
    for (const day of part.entries.map(listedDay)) {
      if (!firstPage.has(day)) firstPage.set(day, part.permalink);
    }
  }
  const weeks = () => calendarRows(volume, (day) => firstPage.get(day)!);
  const undated = volume.undated.length;
  for (const part of parts) {
    const context = () => ({
      title: titleOf(longMonth(volume.month), part),
      volume: { ...monthView(volume), days: volume.days.length },
      weeks: weeks(),
      ...(undated > 0 ? { undated: { count: undated, permalink: firstPage.get("") } } : {}),
      // Its articles are in the days.
      part: { ...part, entries: undefined },
      days: daysOn(part),
      ...linksTo(beside),
    });
    const fingerprint = () => {
      const digest = digestOf(beside).number(undated);
      for (const { day, entries } of volume.days) digest.text(day).number(entries.length);
      return rowsIn(part, digest).value();
    };
    yield { layout: "month", permalink: part.permalink, context, fingerprint };
  }
}

/** The day under which an article is listed, empty where it is not known. */
type ListedDay = Day | "";

function listedDay({ day, rare }: Entry): ListedDay {
  return rare.precision === undefined ? day : "";
}

/** Those without a day stand after the others, for they could stand anywhere among them. */
function inOrderOfDays({ entries, days, undated }: VolumeEntry): readonly Entry[] {
  return undated.length === 0 ? entries : [...days.flatMap((day) => day.entries), ...undated];
}

function daysOn(part: NumberedPage<Entry>) {
  return groupRuns(part.entries, listedDay).map(([day, entries]) => ({
    day,
    id: day === "" ? "undated" : `d-${Number(day.slice(8))}`,
    entries: entries.map(rowOf),
  }));
}
