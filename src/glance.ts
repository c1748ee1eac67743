import { statSync } from "node:fs";
import { volumesFolder } from "./bind/bind.ts";
import { fingerprintOf } from "./bind/fingerprint.ts";
import { indexIn } from "./bind/indexLine.ts";
import { openLedger, type Ledger } from "./bind/ledger.ts";
import { looseVolumes } from "./bind/looseVolumes.ts";
import { readArticle, type Outcome } from "./bind/readArticle.ts";
import { DamagedVolume, headerOpener, readIndex } from "./bind/volumeFile.ts";
import type { Volume } from "./bind/volumeIndex.ts";
import type { Archive } from "./catalogue/archive.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { OpenEntry } from "./catalogue/entry.ts";
import { missingSources } from "./catalogue/keptSources.ts";
import type { Article, Problem, SourcePath } from "./model.ts";
import { listPosts } from "./occasion.ts";
import type { Findings } from "./quality.ts";
import type { Press } from "./render/press.ts";
import { shellAddresses } from "./render/shell.ts";

/** So many files are read for a look at the archive; with more to read it is not a quick one. */
const mostRead = 2000;

/** What is to be looked at. */
export interface GlanceOptions {
  /** Path of the posts folder. */
  readonly posts: string;
  /** Path of the cache folder of the last build, if there was one. It is only read. */
  readonly cache: string;
  /** The files that are asked about: they are read in any case. */
  readonly wanted: (path: SourcePath) => boolean;
}

/** What a look at a few files and the cache tells. */
export interface Glance {
  /** Of the files that were asked about, and others that they are in the way of; drafts are among them. */
  readonly findings: Findings;
  /** How many files those are. */
  readonly files: number;
  /** Their articles, as far as they are any. */
  readonly articles: readonly Article[];
  /** All articles side by side; nothing when too many files would have to be read for it. */
  readonly archive?: Archive;
}

/**
 * Looks at a few files without reading all others: those are taken from the cache of the last build. A file whose size
 * is still what the cache says is taken for the one it was, for here it is only what others are compared with.
 * @param press - the press: the site's configuration, and where its layouts are
 * @param options - which files, and where things are
 * @returns what is to be said of those files, and the archive if it can be had quickly
 * @throws FangzhiError when the posts folder cannot be read
 */
export function glance({ site, root }: Press, { posts, cache, wanted }: GlanceOptions): Glance {
  const listing = listPosts(posts, site);
  const ledger = openLedger(cache, fingerprintOf(site, root, posts));
  const bound = boundVolumes(cache, ledger);
  const isKnown = (path: SourcePath) => bound !== undefined && !wanted(path) && isOfSize(posts, path, ledger);
  const others = listing.articles.filter((path) => !wanted(path) && !isKnown(path));
  const isWhole = others.length <= mostRead;
  const asked = listing.articles.filter(wanted);

  const read = asked.map((path) => ({ path, ...readArticle(path, undefined, posts, site) }));
  const articles = read.flatMap(({ article }) => article ?? []);
  const own = {
    heldBack: [...listing.heldBack.filter(({ path }) => wanted(path)), ...read.flatMap(problemOf)],
    passedOver: [...listing.passedOver.filter(({ path }) => wanted(path)), ...read.flatMap(passedOver)],
    warnings: articles.flatMap(({ warnings }) => warnings),
  };
  const files = asked.length;
  if (!isWhole) return { files, articles, findings: { ...own, waiting: [], merged: [] } };

  const rest = others.flatMap((path) => readArticle(path, undefined, posts, site).article ?? []);
  const fresh = new Set<string>([...asked, ...others]);
  const there = new Set<string>(listing.articles);
  const entries = [...(bound ?? []), ...looseVolumes([...articles, ...rest])].flatMap((volume, place) =>
    Array.from({ length: volume.index.length }, (_, at) => new OpenEntry(volume, at)).filter(({ path }) => {
      const isStale = place < (bound?.length ?? 0) && (fresh.has(path) || !there.has(path));
      return !isStale;
    }),
  );
  const archive = archiveOf(() => catalogue(entries, site, shellAddresses(root)));
  if (!archive) return { files, articles, findings: { ...own, waiting: [], merged: [] } };
  // Of two that are in each other's way, the one that was there before may be the one that is held back.
  const about = (problems: readonly Problem[]) =>
    problems.filter(({ path, values }) => wanted(path) || wanted(values["other"] as SourcePath));
  const findings = {
    heldBack: [...own.heldBack, ...about(archive.findings.heldBack)],
    passedOver: own.passedOver,
    warnings: [
      ...own.warnings,
      ...about(archive.findings.warnings),
      ...(site.sources ? about(missingSources(entries, listing.kept)) : []),
    ],
    merged: about(archive.findings.merged),
    waiting: [],
  };
  return { files, articles, findings, archive };
}

/** Of two articles that may be one, headers are read from the cache, and only then it turns out to be damaged. */
function archiveOf(make: () => Archive): Archive | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof DamagedVolume) return undefined;
    throw error;
  }
}

/** The volumes of the last build; nothing when there are none, or one of them cannot be read. */
function boundVolumes(cache: string, ledger: Ledger): readonly Volume[] | undefined {
  if (ledger.size === 0) return undefined;
  const folder = volumesFolder(cache);
  const volumes = ledger.head.flatMap(([, file]): readonly Volume[] => {
    const line = readIndex(folder, file);
    if (line === undefined) return [];
    const index = indexIn(line);
    return [{ index, header: headerOpener(folder, file, index, () => undefined) }];
  });
  return volumes.length === ledger.head.length ? volumes : undefined;
}

function isOfSize(posts: string, path: SourcePath, ledger: Ledger): boolean {
  return statSync(`${posts}/${path}`, { throwIfNoEntry: false })?.size === ledger.value(path, "size");
}

type Read = { readonly path: SourcePath; readonly outcome: Outcome };

function problemOf({ outcome }: Read): readonly Problem[] {
  return "problem" in outcome ? [outcome.problem] : [];
}

function passedOver({ path, outcome }: Read): Findings["passedOver"] {
  return "rule" in outcome ? [{ path, rule: outcome.rule }] : [];
}
