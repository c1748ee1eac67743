import { absoluteAddress } from "../../address.ts";
import type { Entry, MonthOfTerm, TermEntry } from "../../catalogue/archive.ts";
import type { Site } from "../../config.ts";
import { Digest } from "../../digest.ts";
import type { Day, Permalink, RoughPrecision } from "../../model.ts";
import type { Make } from "../makers.ts";
import type { SetPage } from "../setPage.ts";
import { hasMonths } from "../termPages.ts";
import { linkTo, monthView, termOf, type MonthView, type TermView } from "../views.ts";
import { apiAddress, articleAddress } from "./addresses.ts";
import { jsonLine } from "./json.ts";

/** An article in a list; what lists do not know of it stands in its own file. */
interface RowData {
  readonly permalink: Permalink;
  readonly title: string;
  readonly day: Day;
  /** Where no day is known. */
  readonly precision?: RoughPrecision;
  readonly sources: readonly string[];
  readonly id?: string;
  readonly excerpt?: string;
}

/** What the file of a term is made from. */
interface TermContext {
  readonly term: TermView;
  readonly first: Day;
  readonly last: Day;
  readonly months: readonly MonthView[];
  readonly articles: readonly RowData[];
}

/** What the file of a term's month is made from. */
interface TermMonthContext {
  readonly term: Omit<TermView, "count">;
  readonly month: MonthView;
  readonly articles: readonly RowData[];
}

/**
 * The data of a category or tag: what its page shows, and what the pages of its months show.
 * @param term - the term
 * @param site - the site's configuration
 * @returns the files
 */
export function* termData(term: TermEntry, site: Site): Iterable<SetPage> {
  const months = hasMonths(term, site) ? term.months : [];
  const newest = months.length > 0 ? term.entries.slice(0, site.newest) : term.entries;
  yield {
    layout: "term.json",
    permalink: apiAddress(term.permalink),
    context: () => ({
      term: termOf(term),
      first: term.entries.at(-1)!.day,
      last: term.entries[0]!.day,
      months: months.map(monthView),
      articles: newest.map((entry, index) => (index < site.newest ? wholeRow(entry) : rowOf(entry))),
    }),
    fingerprint: () => {
      const digest = new Digest().number(term.hash).number(term.entries.length).text(term.entries.at(-1)!.day);
      for (const { month, entries } of months) digest.text(month).number(entries.length);
      for (const { hash, rowHash } of newest) digest.number(hash).number(rowHash);
      return digest.value();
    },
  };
  for (const month of months) yield monthData(term, month);
}

function monthData(term: TermEntry, month: MonthOfTerm): SetPage {
  return {
    layout: "termMonth.json",
    permalink: apiAddress(month.permalink),
    context: () => ({ term: linkTo(term), month: monthView(month), articles: month.entries.map(rowOf) }),
    fingerprint: () => {
      const digest = new Digest().number(term.hash).number(month.entries.length);
      for (const { rowHash } of month.entries) digest.number(rowHash);
      return digest.value();
    },
  };
}

function rowOf({ permalink, title, day, papers, rare: { precision } }: Entry): RowData {
  return { permalink, title, day, ...(precision === undefined ? {} : { precision }), sources: papers };
}

function wholeRow(entry: Entry): RowData {
  const { id, excerpt } = entry.article;
  return { ...rowOf(entry), id, excerpt };
}

/** What makes the data of categories and tags. */
export const termMakers = {
  "term.json": (context, { site }) => {
    const { term, first, last, months, articles } = context as TermContext;
    const { kind, slug, label, count, permalink, feed } = term;
    return `${jsonLine({
      ...{ kind, slug, label, count, first, last },
      ...addressesOf(permalink, site),
      feed: absoluteAddress(feed, site),
      months: months.map((month) => monthIn(month, site)),
      articles: articles.map((row) => rowIn(row, site)),
    })}\n`;
  },
  "termMonth.json": (context, { site }) => {
    const { term, month, articles } = context as TermMonthContext;
    const { kind, slug, label, permalink } = term;
    return `${jsonLine({
      ...monthIn(month, site),
      term: { kind, slug, label, ...addressesOf(permalink, site) },
      articles: articles.map((row) => rowIn(row, site)),
    })}\n`;
  },
} satisfies Readonly<Record<string, Make>>;

function monthIn({ month, count, permalink }: MonthView, site: Site) {
  return { month, count, ...addressesOf(permalink, site) };
}

function rowIn({ id, permalink, title, day, precision, sources, excerpt }: RowData, site: Site) {
  const api = absoluteAddress(articleAddress(permalink), site);
  return { id, title, day, precision, sources, permalink, url: absoluteAddress(permalink, site), api, excerpt };
}

/**
 * The addresses of a page and of its data.
 * @param permalink - the page's
 * @param site - the site's configuration
 * @returns both, whole
 */
export function addressesOf(permalink: Permalink, site: Site) {
  return { url: absoluteAddress(permalink, site), api: absoluteAddress(apiAddress(permalink), site) };
}
