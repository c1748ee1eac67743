import type { Filing } from "../bind/indexRow.ts";
import type { Site } from "../config.ts";
import type { Permalink, Problem } from "../model.ts";
import { isSitePage } from "../normalise/sitePages.ts";
import { byCodeUnit, byPath } from "../order.ts";
import { AddressBook, assignAddresses } from "./addresses.ts";
import type { Archive, TermEntry } from "./archive.ts";
import { volumesOf, yearsOf } from "./calendar.ts";
import { mergeCopies, notesOnCopies } from "./duplicates.ts";
import type { OpenEntry } from "./entry.ts";
import { gatherCompanies } from "./gatherCompanies.ts";
import { labelsOf } from "./labels.ts";
import { redirectsOf } from "./redirects.ts";
import { Relations, type Gathering, type Place } from "./related.ts";
import { findReprints } from "./reprints.ts";
import { Taxonomy } from "./terms.ts";

/**
 * Lays all articles side by side: merges copies, gives every page its address, names terms, and finds each article's
 * neighbours. It needs no bodies, and of headers only those of copies.
 * @param found - the articles to publish, one volume after another
 * @param site - the site's configuration
 * @param shell - where the shell pages' templates make which pages: paths in the project by address
 * @returns the archive
 */
export function catalogue(
  found: readonly OpenEntry[],
  site: Site,
  shell: ReadonlyMap<Permalink, string> = new Map(),
): Archive {
  const book = new AddressBook();
  for (const [address, template] of shell) book.enter(address, template);
  const { pages, heldBack, warnings } = assignAddresses(mergeCopies(found), book);
  const entries = inOrder(pages);

  const filings = countFilings(entries);
  const named = function* (kind: "categories" | "tags") {
    for (const [filing, count] of filings) for (const term of filing[kind]) yield [term, count] as const;
  };
  const categories = new Taxonomy("category", named("categories"), labelsOf(filings, site.labels));
  const tags = new Taxonomy("tag", named("tags"));
  for (const [rank, entry] of entries.entries()) {
    entry.rank = rank;
    entry.categories = categories.termsOf(entry.named("categories"));
    entry.tags = tags.termsOf(entry.named("tags"));
    for (const term of entry.categories) term.entries.push(entry);
    for (const term of entry.tags) term.entries.push(entry);
  }
  findNeighbours(entries, gatherCompanies(entries));
  findReprints(entries);

  const allCategories = categories.sorted();
  const allTags = tags.sorted();
  for (const term of [...allCategories, ...allTags]) book.enter(term.permalink, term.label);
  const { redirects, warnings: taken } = redirectsOf(entries, book);
  const volumes = volumesOf(entries);
  return {
    entries,
    categories: allCategories,
    tags: allTags,
    years: yearsOf(volumes),
    volumes,
    redirects,
    findings: {
      heldBack: heldBack.toSorted(byPath),
      merged: entries
        .filter(({ copies }) => copies.length > 0)
        .sort(byPath)
        .flatMap(notesOnCopies),
      warnings: [...warnings, ...taken, ...brokenLinks(entries, book, [...allCategories, ...allTags])],
    },
  };
}

/** How many articles are filed so: those of a volume have one record for it. */
function countFilings(entries: readonly OpenEntry[]): ReadonlyMap<Filing, number> {
  const counts = new Map<Filing, number>();
  for (const { filings } of entries) for (const filing of filings) counts.set(filing, (counts.get(filing) ?? 0) + 1);
  return counts;
}

/** Newest first, then by address: a total order, since no two articles of one address have pages. */
function inOrder(pages: readonly OpenEntry[]): readonly OpenEntry[] {
  // So it is in each volume, and mostly from one to the next.
  const isSorted = pages.every((page, index) => index === 0 || newestFirst(pages[index - 1]!, page) < 0);
  return isSorted ? pages : pages.toSorted(newestFirst);
}

function newestFirst(a: OpenEntry, b: OpenEntry): number {
  return b.time - a.time || byCodeUnit(a.permalink, b.permalink);
}

/** The articles beside each in its first category, and those related to it. */
function findNeighbours(entries: readonly OpenEntry[], companies: ReadonlyMap<string, Gathering>): void {
  const relations = new Relations(entries);
  for (const entry of entries) {
    const about = entry.companies.map(({ code }) => companies.get(code)!);
    const gatherings: readonly Gathering[] = [...entry.categories, ...entry.tags, ...about];
    const places = gatherings.map((term): Place => ({ term, index: term.passed++ }));
    const first = places[0];
    if (first && entry.categories.length > 0) {
      entry.previous = first.term.entries[first.index + 1];
      entry.next = first.term.entries[first.index - 1];
    }
    entry.relations = relations;
    relations.find(entry, places);
  }
}

/** Links of bodies to articles and terms that this site does not have; its shell pages and assets are not judged. */
function brokenLinks(
  entries: readonly OpenEntry[],
  book: AddressBook,
  terms: readonly TermEntry[],
): readonly Problem[] {
  const isMonthOfTerm = (address: string) => {
    const [, page, month] = /^(.+)\/(\d{4}-\d{2})\.html$/.exec(address) ?? [];
    const term = page === undefined ? undefined : terms.find(({ permalink }) => permalink === `${page}.html`);
    return term?.entries.some((entry) => entry.month === month) ?? false;
  };
  const isKnown = (address: string) =>
    ["", ".html", "index.html", "/index.html"].some(
      (ending) => book.has(address + ending) || isMonthOfTerm(address + ending),
    );
  return entries.flatMap((entry) =>
    (entry.rare.siteLinks ?? [])
      .filter((address) => isArticleOrTerm(address) && !isKnown(address))
      .map((address): Problem => ({ rule: "broken-link", path: entry.path, line: 1, column: 1, values: { address } })),
  );
}

function isArticleOrTerm(address: Permalink): boolean {
  return (
    /^\/(?:category|tag)\/(?!index\.html?$)[^/]+(?:\/\d{4}-\d{2}(?:\.html?)?)?$/.test(address) ||
    (!isSitePage(address) && /\.html?$|\/\d{4}\/\d{2}\/\d{2}\//.test(address))
  );
}
