import type { Site } from "../config.ts";
import type { ArticleHeader, Permalink, Problem } from "../model.ts";
import { isSitePage } from "../normalise/sitePages.ts";
import { byCodeUnit } from "../order.ts";
import { AddressBook, assignAddresses, type Addressed } from "./addresses.ts";
import type { Archive, Entry, Source } from "./archive.ts";
import { volumesOf, yearsOf } from "./calendar.ts";
import { mergeDuplicates, notesOnCopies } from "./duplicates.ts";
import { labelsOf } from "./labels.ts";
import { redirectsOf } from "./redirects.ts";
import { placeIn, relatedTo } from "./related.ts";
import { Taxonomy } from "./terms.ts";

/** An entry whose neighbours are still to be found. */
type OpenEntry = { -readonly [Key in keyof Entry]: Entry[Key] };

/**
 * Lays all articles side by side: merges copies, gives every page its address, names terms, and finds each article's
 * neighbours. It needs no bodies.
 * @param articles - the headers of the articles to publish, in any order
 * @param site - the site's configuration
 * @param shell - where the shell pages' templates make which pages: paths in the project by address
 * @returns the archive
 */
export function catalogue(
  articles: readonly ArticleHeader[],
  site: Site,
  shell: ReadonlyMap<Permalink, string> = new Map(),
): Archive {
  const book = new AddressBook();
  for (const [address, template] of shell) book.enter(address, template);
  const { pages, heldBack, warnings } = assignAddresses(mergeDuplicates(articles), book);
  const sorted = [...pages].sort(newestFirst);

  const all = sorted.flatMap((page) => [page.article, ...page.copies]);
  const categories = new Taxonomy(
    "category",
    all.flatMap((article) => article.categories),
    labelsOf(all, site.labels),
  );
  const tags = new Taxonomy(
    "tag",
    all.flatMap((article) => article.tags),
  );

  const entryOf = new Map<Addressed, OpenEntry>();
  for (const [rank, page] of sorted.entries()) {
    const copies = [page.article, ...page.copies];
    const entry: OpenEntry = {
      article: page.article,
      rank,
      time: Date.parse(page.article.published.instant),
      permalink: page.permalink,
      categories: categories.termsOf(copies.flatMap((article) => article.categories)),
      tags: tags.termsOf(copies.flatMap((article) => article.tags)),
      sources: sourcesOf(copies),
      related: [],
    };
    entryOf.set(page, entry);
    categories.file(entry, entry.categories);
    tags.file(entry, entry.tags);
  }
  const entries = [...entryOf.values()];
  for (const entry of entries) {
    Object.assign(entry, neighboursOf(entry));
    entry.related = relatedTo(entry, entries.length);
  }

  const allCategories = categories.sorted();
  const allTags = tags.sorted();
  for (const term of [...allCategories, ...allTags]) {
    for (const { permalink } of [term, ...term.months]) book.enter(permalink, term.label);
  }
  const redirects = redirectsOf(sorted, entryOf, book);
  const volumes = volumesOf(entries);
  return {
    entries,
    categories: allCategories,
    tags: allTags,
    years: yearsOf(volumes),
    volumes,
    redirects,
    findings: {
      heldBack,
      merged: pages.flatMap(notesOnCopies),
      warnings: [...warnings, ...brokenLinks(entries, book)],
    },
  };
}

/** Newest first, then by address: a total order, since no two pages share an address. */
function newestFirst(a: Addressed, b: Addressed): number {
  return byCodeUnit(b.article.published.instant, a.article.published.instant) || byCodeUnit(a.permalink, b.permalink);
}

function neighboursOf(entry: Entry): Pick<Entry, "previous" | "next"> {
  const [category] = entry.categories;
  if (!category) return {};
  const place = placeIn(category, entry);
  const older = category.entries[place + 1];
  const newer = category.entries[place - 1];
  return { ...(older ? { previous: older } : {}), ...(newer ? { next: newer } : {}) };
}

/** The papers an article stood in, each once, with the addresses of its copies there. */
function sourcesOf(copies: readonly ArticleHeader[]): readonly Source[] {
  const addresses = new Map<string | undefined, Set<string>>();
  for (const { source, originalAddress } of copies) {
    if (source === undefined && originalAddress === undefined) continue;
    const known = addresses.get(source) ?? new Set();
    addresses.set(source, originalAddress === undefined ? known : known.add(originalAddress));
  }
  return [...addresses].map(([name, known]) => ({ ...(name === undefined ? {} : { name }), addresses: [...known] }));
}

/** Links of bodies to articles and terms that this site does not have; its shell pages and assets are not judged. */
function brokenLinks(entries: readonly Entry[], book: AddressBook): readonly Problem[] {
  return entries.flatMap(({ article }) =>
    article.siteLinks
      .filter((address) => isArticleOrTerm(address) && !isKnown(address, book))
      .map((address): Problem => ({
        rule: "broken-link",
        path: article.path,
        line: 1,
        column: 1,
        values: { address },
      })),
  );
}

function isArticleOrTerm(address: Permalink): boolean {
  return (
    /^\/(?:category|tag)\/(?!index\.html?$)[^/]+(?:\/\d{4}-\d{2}(?:\.html?)?)?$/.test(address) ||
    (!isSitePage(address) && /\.html?$|\/\d{4}\/\d{2}\/\d{2}\//.test(address))
  );
}

function isKnown(address: Permalink, book: AddressBook): boolean {
  return ["", ".html", "index.html", "/index.html"].some((ending) => book.has(address + ending));
}
