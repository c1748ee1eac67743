import { absoluteAddress } from "../address.ts";
import type { Entry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import type { ArticleHeader, Permalink } from "../model.ts";
import { editAddress, pathInRepository, reportAddress } from "../repository.ts";

/** What an article's page knows of where it comes from; each copy is a file that is merged into it. */
export interface Origin extends Pick<Entry, "article" | "sources" | "permalink"> {
  readonly copies?: readonly Pick<ArticleHeader, "path" | "sha256">[];
  /** Where the files are published that they were imported from. */
  readonly keptSources?: readonly Permalink[];
}

/** Of a digest, what is shown until the whole is asked for. */
const shortLength = 12;

/**
 * Where an article comes from: papers, originals on the web with the Internet Archive's copies of them, the files it was
 * imported from, and source files, its own first and then those of the copies merged with it.
 * @param origin - the article in its place
 * @param site - the site's configuration
 * @returns what its page shows
 */
export function provenanceOf(
  { article, sources, permalink, copies, keptSources = [] }: Origin,
  site: Pick<Site, "repository" | "origin" | "prefix">,
) {
  const { repository } = site;
  return {
    report: repository && reportAddress(`指正：${article.title}`, absoluteAddress(permalink, site), repository),
    papers: sources.flatMap(({ name }) => name ?? []),
    originals: [...new Set(sources.flatMap(({ addresses }) => addresses))].map((address) => ({
      address,
      archived: archivedAddress(address, article.published.instant),
    })),
    keptSources: keptSources.map((address) => ({ permalink: address, name: address.replace(/^\/sources\//, "") })),
    files: [article, ...(copies ?? [])].map(({ path, sha256 }) => ({
      path: pathInRepository(path, repository),
      ...(repository === undefined ? {} : { edit: editAddress(path, repository) }),
      sha256,
      short: sha256.slice(0, shortLength),
    })),
  };
}

/**
 * Where the Internet Archive has the copy of a page that is nearest a time:
 * https://en.wikipedia.org/wiki/Help:Using_the_Wayback_Machine#Specific_archive_copy
 * @param address - the page's address
 * @param instant - the time in UTC: `2022-03-10T18:00:40Z`
 * @returns an address that leads on to that copy
 */
export function archivedAddress(address: string, instant: string): string {
  return `https://web.archive.org/web/${instant.replace(/\D/g, "").slice(0, 14)}/${address}`;
}
