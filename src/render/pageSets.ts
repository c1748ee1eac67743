import {
  fullestMonth,
  type Archive,
  type Entry,
  type MonthOfTerm,
  type TermEntry,
  type VolumeEntry,
  type YearEntry,
} from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import type { ArticleHeader, Day, Permalink } from "../model.ts";
import { groupRuns } from "../order.ts";
import { calendarRows } from "./calendarRows.ts";
import { longDay, longMonth } from "./chineseDates.ts";
import { spanOf } from "./filters.ts";
import { numberedPages, type NumberedPage } from "./numbered.ts";
import { sitemapsOf, termsOf } from "./sitemaps.ts";
import { feedItemOf, linkTo, monthView, placeOf, rowOf, rowWithExcerpt, termOf, yearView } from "./views.ts";

/** One page of a set: where it goes and what its layout sees. */
export interface SetPage {
  /** A layout's name without `.njk`. */
  readonly layout: string;
  readonly permalink: Permalink;
  /** Plain data, all that the layout shows; but for the article's own record, which joins it when the page is drawn. */
  readonly context: () => Readonly<Record<string, unknown>>;
  /** On an article's page, the article. */
  readonly article?: ArticleHeader;
}

/** What page sets are made from. */
export interface PageSetInput {
  readonly site: Site;
  readonly archive: Archive;
}

/** Many pages from one layout. */
export interface PageSet {
  readonly name: string;
  /** Layouts that belong to this set, and that an article's front matter therefore cannot choose. */
  readonly layouts: readonly string[];
  readonly pages: (input: PageSetInput) => Iterable<SetPage>;
}

/** All page sets of the site; the pages beside them are the templates in `layouts/pages`. */
export const pageSets: readonly PageSet[] = [
  {
    name: "articles",
    layouts: ["article"],
    *pages({ archive }) {
      for (const entry of archive.entries) yield articlePage(entry);
    },
  },
  {
    name: "terms",
    layouts: ["term"],
    *pages({ archive, site }) {
      for (const term of termsOf(archive)) {
        yield {
          layout: "term",
          permalink: term.permalink,
          context: () => ({
            title: term.label,
            description: aboutTerm(term, site),
            term: termOf(term),
            span: spanOf(term.entries, longDay),
            months: term.months.map(monthView),
            newest: term.entries.slice(0, site.newest).map(rowWithExcerpt),
          }),
        };
      }
    },
  },
  {
    name: "months of terms",
    layouts: ["termMonth"],
    *pages({ archive, site }) {
      for (const term of termsOf(archive)) {
        for (const [index, month] of term.months.entries()) {
          for (const part of numberedPages(month.entries, site.pageSize, month.permalink)) {
            yield termMonthPage(term, month, part, { newer: term.months[index - 1], older: term.months[index + 1] });
          }
        }
      }
    },
  },
  {
    name: "feeds of terms",
    layouts: ["termFeed"],
    *pages({ archive, site }) {
      for (const term of termsOf(archive)) {
        yield {
          layout: "termFeed",
          permalink: term.feed,
          context: () => ({ term: linkTo(term), newest: term.entries.slice(0, site.latest).map(feedItemOf) }),
        };
      }
    },
  },
  {
    name: "years",
    layouts: ["year"],
    *pages({ archive }) {
      for (const [index, year] of archive.years.entries()) {
        const context = () => ({
          title: `${year.year}年`,
          year: yearView(year),
          most: fullestMonth(archive),
          newer: archive.years[index - 1] && yearLink(archive.years[index - 1]!),
          older: archive.years[index + 1] && yearLink(archive.years[index + 1]!),
        });
        yield { layout: "year", permalink: year.permalink, context };
      }
    },
  },
  {
    name: "months",
    layouts: ["month"],
    *pages({ archive, site }) {
      for (const [index, volume] of archive.volumes.entries()) {
        yield* monthPages(volume, site, { newer: archive.volumes[index - 1], older: archive.volumes[index + 1] });
      }
    },
  },
  {
    name: "sitemaps",
    layouts: ["sitemap"],
    *pages({ archive }) {
      for (const { permalink, entries } of sitemapsOf(archive))
        yield { layout: "sitemap", permalink, context: () => ({ entries }) };
    },
  },
  {
    name: "redirects",
    layouts: ["redirect"],
    *pages({ archive }) {
      for (const { from, to, title } of archive.redirects)
        yield { layout: "redirect", permalink: from, context: () => ({ title, to }) };
    },
  },
];

function aboutTerm({ label, entries }: TermEntry, site: Site): string {
  return `${site.title}收录的“${label}”文章，共 ${entries.length} 篇。`;
}

function articlePage(entry: Entry): SetPage {
  const { article } = entry;
  const context = () => ({ title: article.title, description: article.excerpt, entry: placeOf(entry) });
  return { layout: article.layout ?? "article", permalink: entry.permalink, context, article };
}

function yearLink({ year, permalink }: YearEntry) {
  return { year, permalink };
}

interface Beside<Value> {
  readonly newer: Value | undefined;
  readonly older: Value | undefined;
}

function linksTo({ newer, older }: Beside<MonthOfTerm | VolumeEntry>) {
  return { newer: newer && monthView(newer), older: older && monthView(older) };
}

function termMonthPage(
  term: TermEntry,
  month: MonthOfTerm,
  part: NumberedPage<Entry>,
  beside: Beside<MonthOfTerm>,
): SetPage {
  const name = `${term.label} ${longMonth(month.month)}`;
  const title = part.number === 1 ? name : `${name}（第 ${part.number} 页）`;
  const context = () => ({
    title,
    term: linkTo(term),
    month: monthView(month),
    part: { ...part, entries: part.entries.map(rowOf) },
    ...linksTo(beside),
  });
  return { layout: "termMonth", permalink: part.permalink, context };
}

function* monthPages(volume: VolumeEntry, site: Site, beside: Beside<VolumeEntry>): Iterable<SetPage> {
  const parts = numberedPages(volume.entries, site.pageSize, volume.permalink);
  const firstPage = new Map<Day, Permalink>();
  for (const part of parts) {
    for (const { article } of part.entries) {
      const { day } = article.published;
      if (!firstPage.has(day)) firstPage.set(day, part.permalink);
    }
  }
  const weeks = calendarRows(volume, (day) => firstPage.get(day)!);
  const name = longMonth(volume.month);
  for (const part of parts) {
    const title = part.number === 1 ? name : `${name}（第 ${part.number} 页）`;
    const context = () => ({
      title,
      volume: { ...monthView(volume), days: volume.days.length },
      weeks,
      // Its articles are in the days.
      part: { ...part, entries: undefined },
      days: daysOn(part),
      ...linksTo(beside),
    });
    yield { layout: "month", permalink: part.permalink, context };
  }
}

function daysOn(part: NumberedPage<Entry>) {
  return groupRuns(part.entries, ({ article }) => article.published.day).map(([day, entries]) => ({
    day,
    id: `d-${Number(day.slice(8))}`,
    entries: entries.map(rowOf),
  }));
}
