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
import { Digest } from "../digest.ts";
import type { Day, DrawTask, Permalink } from "../model.ts";
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
  context(): Readonly<Record<string, unknown>>;
  /** Hash of all that the context depends on; it is found without making the context. */
  fingerprint(): number;
  /** On an article's page, where its record is. */
  readonly article?: DrawTask["article"];
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
      for (const entry of archive.entries) yield new ArticlePage(entry);
    },
  },
  {
    name: "terms and their feeds",
    layouts: ["term", "termFeed"],
    *pages({ archive, site }) {
      for (const term of termsOf(archive)) {
        yield termPage(term, site);
        yield feedOfTerm(term, site);
      }
    },
  },
  {
    name: "months of terms",
    layouts: ["termMonth"],
    *pages({ archive, site }) {
      for (const term of termsOf(archive).filter((each) => hasMonths(each, site))) {
        const { months } = term;
        for (const [index, month] of months.entries()) {
          for (const part of numberedPages(month.entries, site.pageSize, month.permalink)) {
            yield termMonthPage(term, month, part, { newer: months[index - 1], older: months[index + 1] });
          }
        }
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
        yield { layout: "year", permalink: year.permalink, context, fingerprint: () => textHash(context()) };
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
      for (const { permalink, entries } of sitemapsOf(archive)) {
        const fingerprint = () => {
          const digest = new Digest();
          for (const entry of entries) digest.text(entry.permalink).text(entry.changed);
          return digest.value();
        };
        yield { layout: "sitemap", permalink, context: () => ({ entries }), fingerprint };
      }
    },
  },
  {
    name: "redirects",
    layouts: ["redirect"],
    *pages({ archive }) {
      for (const { from, to, title } of archive.redirects) {
        const context = () => ({ title, to });
        yield { layout: "redirect", permalink: from, context, fingerprint: () => textHash(context()) };
      }
    },
  },
];

function hasMonths({ entries }: TermEntry, { monthsFrom }: Site): boolean {
  return entries.length >= monthsFrom;
}

function aboutTerm({ label, entries }: TermEntry, site: Site): string {
  return `${site.title}收录的“${label}”文章，共 ${entries.length} 篇。`;
}

/** For pages that show little. */
function textHash(context: unknown): number {
  return new Digest().text(JSON.stringify(context)).value();
}

class ArticlePage implements SetPage {
  readonly #entry: Entry;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  get layout(): string {
    return this.#entry.rare.layout ?? "article";
  }

  get permalink(): Permalink {
    return this.#entry.permalink;
  }

  get article(): DrawTask["article"] {
    const { month, at } = this.#entry;
    return { month, at };
  }

  context(): Readonly<Record<string, unknown>> {
    return { title: this.#entry.title, entry: placeOf(this.#entry) };
  }

  fingerprint(): number {
    const { hash, categories, tags, previous, next, related } = this.#entry;
    const digest = new Digest()
      .number(hash)
      .number(previous?.rowHash ?? 0)
      .number(next?.rowHash ?? 0);
    digest.number(categories.length);
    for (const category of categories) digest.number(category.hash);
    for (const tag of tags) digest.number(tag.hash);
    for (const { rowHash } of related) digest.number(rowHash);
    return digest.value();
  }
}

function termPage(term: TermEntry, site: Site): SetPage {
  const months = hasMonths(term, site) ? term.months : [];
  const newest = months.length > 0 ? term.entries.slice(0, site.newest) : term.entries;
  return {
    layout: "term",
    permalink: term.permalink,
    context: () => ({
      title: term.label,
      description: aboutTerm(term, site),
      term: termOf(term),
      span: spanOf(term.entries, longDay),
      months: months.map(monthView),
      newest: newest.map((entry, index) => (index < site.newest ? rowWithExcerpt(entry) : rowOf(entry))),
    }),
    fingerprint: () => {
      const digest = new Digest().number(term.hash).text(spanOf(term.entries, longDay));
      for (const { month, entries } of months) digest.text(month).number(entries.length);
      for (const { hash, rowHash } of newest) digest.number(hash).number(rowHash);
      return digest.value();
    },
  };
}

function feedOfTerm(term: TermEntry, site: Site): SetPage {
  const newest = term.entries.slice(0, site.latest);
  return {
    layout: "termFeed",
    permalink: term.feed,
    context: () => ({ term: linkTo(term), newest: newest.map(feedItemOf) }),
    fingerprint: () => {
      const digest = new Digest().number(term.hash);
      for (const { hash, categories } of newest) {
        digest.number(hash).number(categories.length);
        for (const category of categories) digest.number(category.hash);
      }
      return digest.value();
    },
  };
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

function digestOf({ newer, older }: Beside<MonthOfTerm | VolumeEntry>): Digest {
  const digest = new Digest();
  for (const month of [newer, older]) digest.text(month?.month).number(month?.entries.length ?? 0);
  return digest;
}

function rowsIn(part: NumberedPage<Entry>, digest: Digest): Digest {
  digest.number(part.number).number(part.count);
  for (const { rowHash } of part.entries) digest.number(rowHash);
  return digest;
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
  const fingerprint = () => rowsIn(part, digestOf(beside).number(term.hash).number(month.entries.length)).value();
  return { layout: "termMonth", permalink: part.permalink, context, fingerprint };
}

function* monthPages(volume: VolumeEntry, site: Site, beside: Beside<VolumeEntry>): Iterable<SetPage> {
  const parts = numberedPages(volume.entries, site.pageSize, volume.permalink);
  const firstPage = new Map<Day, Permalink>();
  for (const part of parts) {
    for (const { day } of part.entries) {
      if (!firstPage.has(day)) firstPage.set(day, part.permalink);
    }
  }
  const weeks = () => calendarRows(volume, (day) => firstPage.get(day)!);
  const name = longMonth(volume.month);
  for (const part of parts) {
    const title = part.number === 1 ? name : `${name}（第 ${part.number} 页）`;
    const context = () => ({
      title,
      volume: { ...monthView(volume), days: volume.days.length },
      weeks: weeks(),
      // Its articles are in the days.
      part: { ...part, entries: undefined },
      days: daysOn(part),
      ...linksTo(beside),
    });
    const fingerprint = () => {
      const digest = digestOf(beside);
      for (const { day, entries } of volume.days) digest.text(day).number(entries.length);
      return rowsIn(part, digest).value();
    };
    yield { layout: "month", permalink: part.permalink, context, fingerprint };
  }
}

function daysOn(part: NumberedPage<Entry>) {
  return groupRuns(part.entries, ({ day }) => day).map(([day, entries]) => ({
    day,
    id: `d-${Number(day.slice(8))}`,
    entries: entries.map(rowOf),
  }));
}
