import type { Site } from "../config.ts";
import type { ArticleHeader, Permalink, Problem } from "../model.ts";
import { isSitePage } from "../normalise/sitePages.ts";
import { byCodeUnit } from "../order.ts";
import { AddressBook, assignAddresses, type Addressed } from "./addresses.ts";
import type { Archive, Entry, Source, TermEntry } from "./archive.ts";
import { volumesOf, yearsOf } from "./calendar.ts";
import { mergeDuplicates, notesOnCopies } from "./duplicates.ts";
import { labelsOf } from "./labels.ts";
import { redirectsOf } from "./redirects.ts";
import { relatedTo, type Place } from "./related.ts";
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
  // Most paths begin with the day, so that the reverse of their order is nearly that of time.
  const sorted = pages.toReversed().sort(newestFirst);

  const all = sorted.flatMap(({ article, copies }) => (copies.length === 0 ? article : [article, ...copies]));
  const categories = new Taxonomy(
    "category",
    all.flatMap((article) => article.categories),
    labelsOf(all, site.labels),
  );
  const tags = new Taxonomy(
    "tag",
    all.flatMap((article) => article.tags),
  );

  const entries = sorted.map(({ article, copies: others, permalink }, rank): OpenEntry => {
    const copies = [article, ...others];
    const alone = others.length === 0;
    const entry: OpenEntry = {
      article,
      rank,
      time: Date.parse(article.published.instant),
      permalink,
      categories: categories.termsOf(alone ? article.categories : copies.flatMap((copy) => copy.categories)),
      tags: tags.termsOf(alone ? article.tags : copies.flatMap((copy) => copy.tags)),
      sources: sourcesOf(copies),
      related: [],
    };
    categories.file(entry, entry.categories);
    tags.file(entry, entry.tags);
    return entry;
  });
  const scores = new Float64Array(entries.length);
  const passed = new Map<TermEntry, number>();
  for (const entry of entries) {
    const places = [...entry.categories, ...entry.tags].map((term): Place => {
      const index = passed.get(term) ?? 0;
      passed.set(term, index + 1);
      return { term, index };
    });
    setNeighbours(entry, places[0]);
    entry.related = relatedTo(entry, places, scores);
  }

  const allCategories = categories.sorted();
  const allTags = tags.sorted();
  for (const term of [...allCategories, ...allTags]) {
    for (const { permalink } of [term, ...term.months]) book.enter(permalink, term.label);
  }
  const redirects = redirectsOf(sorted, entries, book);
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

/** The articles beside one in its first category; an article without categories has none. */
function setNeighbours(entry: OpenEntry, first: Place | undefined): void {
  if (first?.term.kind !== "category") return;
  const { term, index } = first;
  const [older, newer] = [term.entries[index + 1], term.entries[index - 1]];
  if (older) entry.previous = older;
  if (newer) entry.next = newer;
}

/** The papers an article stood in, each once, with the addresses of its copies there. */
function sourcesOf(copies: readonly ArticleHeader[]): readonly Source[] {
  const { source, originalAddress } = copies[0]!;
  // As nearly all articles have it.
  if (copies.length === 1 && source !== undefined && originalAddress !== undefined) {
    return [{ name: source, addresses: [originalAddress] }];
  }
  const addresses = new Map<string | undefined, Set<string>>();
  for (const { source: name, originalAddress: address } of copies) {
    if (name === undefined && address === undefined) continue;
    const known = addresses.get(name) ?? new Set();
    addresses.set(name, address === undefined ? known : known.add(address));
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
