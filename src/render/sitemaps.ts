import type { Archive, Entry, TermEntry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import { Digest } from "../digest.ts";
import type { Day, Permalink } from "../model.ts";
import { numberedPages } from "./numbered.ts";

/** A sitemap may list this many addresses: https://www.sitemaps.org/protocol.html */
const mostInSitemap = 50_000;

/** Pages that the site may do without. */
const [searchPage, dataPage] = ["/search.html", "/data.html"] as [Permalink, Permalink];

/** An entry of a sitemap. */
interface Listed {
  readonly permalink: Permalink;
  /** The day on which the page last changed, if that is known. */
  readonly changed?: Day;
}

/** A sitemap, of which the entries are made when they are asked for. */
interface Sitemap {
  readonly permalink: Permalink;
  readonly entries: () => readonly Listed[];
  readonly fingerprint: () => number;
}

/** The pages that lead to all others. */
const overviews = ["/category/index.html", "/tag/index.html", "/volume/index.html"] as Permalink[];

/**
 * The sitemaps: one a volume, and one for the pages that lead to articles.
 * @param archive - the archive
 * @param site - the site's configuration: whether it has a search and publishes its data
 * @returns each with its address, what it lists and a hash of that; none of them too long
 */
export function sitemapsOf(archive: Archive, { search, data }: Pick<Site, "search" | "data">): readonly Sitemap[] {
  const indexes: Listed[] = [
    { permalink: "/index.html" as Permalink, ...lastChange(archive.entries) },
    ...[...overviews, ...(search ? [searchPage] : []), ...(data ? [dataPage] : [])].map((permalink) => ({ permalink })),
    ...termsOf(archive).map(({ permalink, entries }) => ({ permalink, ...lastChange(entries) })),
    ...archive.years.map(({ permalink }) => ({ permalink })),
    ...archive.volumes.map(({ permalink, entries }) => ({ permalink, ...lastChange(entries) })),
  ];
  const digestOf = (listed: readonly Listed[]) => {
    const digest = new Digest();
    for (const { permalink, changed } of listed) digest.text(permalink).text(changed);
    return digest.value();
  };
  const overview = numberedPages(indexes, mostInSitemap, "/sitemap/pages.xml" as Permalink);
  const ofVolumes = archive.volumes.flatMap(({ month, entries }) =>
    numberedPages(entries, mostInSitemap, `/sitemap/${month}.xml` as Permalink),
  );
  return [
    ...overview.map(({ permalink, entries }) => ({
      permalink,
      entries: () => entries,
      fingerprint: () => digestOf(entries),
    })),
    ...ofVolumes.map(({ permalink, entries }) => ({
      permalink,
      entries: () => entries.map((entry) => ({ permalink: entry.permalink, ...lastChange([entry]) })),
      fingerprint: () => digestOfRows(entries),
    })),
  ];
}

/** Rows have more of an article than its address and day; there are many, and their hashes are at hand. */
function digestOfRows(entries: readonly Entry[]): number {
  const digest = new Digest();
  for (const { rowHash } of entries) digest.number(rowHash);
  return digest.value();
}

/**
 * All categories and tags.
 * @param archive - the archive
 * @returns the categories, then the tags
 */
export function termsOf(archive: Archive): readonly TermEntry[] {
  return [...archive.categories, ...archive.tags];
}

/** The protocol's schema has no place for a month alone. */
function lastChange([newest]: readonly Entry[]): Pick<Listed, "changed"> {
  return newest && newest.rare.precision === undefined ? { changed: newest.day } : {};
}
