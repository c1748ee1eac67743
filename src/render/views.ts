import type { Entry, MonthOfTerm, TermEntry, VolumeEntry } from "../catalogue/archive.ts";
import { reasonsFor } from "../catalogue/reasons.ts";
import type { Day, Month, Permalink, RoughPrecision, Slug } from "../model.ts";
import { printingsOf } from "./printings.ts";

/*
 * What layouts of page sets see of the archive: plain data and no more than they show, so that it can be handed to
 * another thread. What a page shows of it goes into the page's fingerprint too.
 */

/** An article in a list. */
export interface RowView {
  readonly permalink: Permalink;
  readonly sources: readonly { readonly name?: string }[];
  readonly article: {
    readonly title: string;
    readonly published: { readonly day: Day; readonly precision?: RoughPrecision };
    readonly excerpt?: string;
  };
}

/** A category or tag to link to. */
export interface TermView {
  readonly kind: TermEntry["kind"];
  readonly slug: Slug;
  readonly label: string;
  readonly permalink: Permalink;
  readonly feed: Permalink;
  readonly count: number;
}

/** A month to link to. */
export interface MonthView {
  readonly month: Month;
  readonly permalink: Permalink;
  readonly count: number;
}

/**
 * An article as lists show it.
 * @param entry - the article in its place
 * @returns its row
 */
export function rowOf({ permalink, papers, title, day, rare: { precision } }: Entry): RowView {
  const published = { day, ...(precision === undefined ? {} : { precision }) };
  return { permalink, sources: papers.map((name) => ({ name })), article: { title, published } };
}

/**
 * The same with the beginning of the text.
 * @param entry - the article in its place
 * @returns its row with its excerpt
 */
export function rowWithExcerpt(entry: Entry): RowView {
  const row = rowOf(entry);
  return { ...row, article: { ...row.article, excerpt: entry.article.excerpt } };
}

/**
 * An article as feeds show it.
 * @param entry - the article in its place
 * @returns what an entry of a feed holds
 */
export function feedItemOf({ permalink, article, categories }: Entry) {
  const { title, originalAddress, published, byline, excerpt } = article;
  return {
    permalink,
    article: {
      title,
      originalAddress,
      published: { local: published.local },
      byline: { authors: byline.authors },
      excerpt,
    },
    categories: categories.map(({ slug, label }) => ({ slug, label })),
  };
}

/**
 * What an article's page shows of the archive around it.
 * @param entry - the article in its place
 * @returns its address, terms, neighbours and other printings, and its sources and copies where it has copies
 */
export function placeOf(entry: Entry) {
  const { permalink, categories, tags, copies, reprints, previous, next, previousOfDay, nextOfDay, related } = entry;
  // Mostly one paper prints all that is there of a day, and its neighbours are shown already.
  const isOtherDay = [previousOfDay, nextOfDay].some((other) => other && other !== previous && other !== next);
  return {
    permalink,
    categories: categories.map(linkTo),
    tags: tags.map(linkTo),
    ...(copies.length > 0 ? { sources: entry.sources, copies: copies.map(copyOf) } : {}),
    ...(previous ? { previous: rowOf(previous) } : {}),
    ...(next ? { next: rowOf(next) } : {}),
    ...(isOtherDay && previousOfDay ? { previousOfDay: rowOf(previousOfDay) } : {}),
    ...(isOtherDay && nextOfDay ? { nextOfDay: rowOf(nextOfDay) } : {}),
    printings: printingsOf(entry),
    related: related
      .filter((other) => reprints.every((reprint) => reprint.entry !== other))
      // In this order: V8 takes long to add keys to a copy.
      .map((other) => ({ reasons: reasonsFor(entry, other), ...rowOf(other) })),
  };
}

function copyOf({ article: { path, sha256 } }: Entry) {
  return { path, sha256 };
}

/**
 * A term to link to.
 * @param term - the term
 * @returns its label and addresses
 */
export function linkTo({ kind, slug, label, permalink, feed }: TermEntry): Omit<TermView, "count"> {
  return { kind, slug, label, permalink, feed };
}

/**
 * A term on its own page.
 * @param term - the term
 * @returns the same with its count
 */
export function termOf(term: TermEntry): TermView {
  return { ...linkTo(term), count: term.entries.length };
}

/**
 * A month of a term or of the archive.
 * @param month - the month
 * @returns its address and count
 */
export function monthView({ month, permalink, entries }: MonthOfTerm | VolumeEntry): MonthView {
  return { month, permalink, count: entries.length };
}

/**
 * A month of a term that has no pages for its months.
 * @param month - the month
 * @returns its count
 */
export function monthCount({ month, entries }: MonthOfTerm): Omit<MonthView, "permalink"> {
  return { month, count: entries.length };
}
