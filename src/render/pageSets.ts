import type { Archive, Entry, MonthOfTerm, TermEntry, VolumeEntry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import type { Article, Day, Permalink, SourcePath, Volume } from "../model.ts";
import { groupRuns } from "../order.ts";
import { calendarRows } from "./calendarRows.ts";
import { longMonth } from "./chineseDates.ts";
import { numberedPages, type NumberedPage } from "./numbered.ts";
import { sitemapsOf, termsOf } from "./sitemaps.ts";

/** One page of a set: where it goes and what its layout sees. */
export interface SetPage {
  /** A layout's name without `.njk`. */
  readonly layout: string;
  readonly permalink: Permalink;
  readonly context: Readonly<Record<string, unknown>>;
}

/** What page sets are made from. */
export interface PageSetInput {
  readonly site: Site;
  readonly archive: Archive;
  readonly volumes: readonly Volume[];
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
    *pages({ archive, volumes }) {
      const entryOf = new Map(archive.entries.map((entry) => [entry.article.path, entry]));
      for (const volume of volumes) for (const article of volume.articles) yield* articlePage(article, entryOf);
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
          context: {
            title: term.label,
            description: aboutTerm(term, site),
            term,
            newest: term.entries.slice(0, site.newest),
          },
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
          context: { term, newest: term.entries.slice(0, site.latest) },
        };
      }
    },
  },
  {
    name: "years",
    layouts: ["year"],
    *pages({ archive }) {
      for (const [index, year] of archive.years.entries()) {
        const context = {
          title: `${year.year}年`,
          year,
          newer: archive.years[index - 1],
          older: archive.years[index + 1],
        };
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
        yield { layout: "sitemap", permalink, context: { entries } };
    },
  },
  {
    name: "redirects",
    layouts: ["redirect"],
    *pages({ archive }) {
      for (const { from, to, title } of archive.redirects)
        yield { layout: "redirect", permalink: from, context: { title, to } };
    },
  },
];

function aboutTerm({ label, entries }: TermEntry, site: Site): string {
  return `${site.title}收录的“${label}”文章，共 ${entries.length} 篇。`;
}

function* articlePage(article: Article, entryOf: ReadonlyMap<SourcePath, Entry>): Iterable<SetPage> {
  const entry = entryOf.get(article.path);
  if (!entry) return;
  const context = { title: article.title, description: article.excerpt, article, entry };
  yield { layout: article.layout ?? "article", permalink: entry.permalink, context };
}

interface Beside<Value> {
  readonly newer: Value | undefined;
  readonly older: Value | undefined;
}

function termMonthPage(
  term: TermEntry,
  month: MonthOfTerm,
  part: NumberedPage<Entry>,
  beside: Beside<MonthOfTerm>,
): SetPage {
  const name = `${term.label} ${longMonth(month.month)}`;
  const title = part.number === 1 ? name : `${name}（第 ${part.number} 页）`;
  return { layout: "termMonth", permalink: part.permalink, context: { title, term, month, part, ...beside } };
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
    const days = daysOn(part);
    yield { layout: "month", permalink: part.permalink, context: { title, volume, weeks, part, days, ...beside } };
  }
}

function daysOn(part: NumberedPage<Entry>) {
  return groupRuns(part.entries, ({ article }) => article.published.day).map(([day, entries]) => ({
    day,
    id: `d-${Number(day.slice(8))}`,
    entries,
  }));
}
