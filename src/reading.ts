import { rmSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { articleOpener } from "./bind/articleOpener.ts";
import { bind, volumesFolder, type BindOptions, type ParsedResult } from "./bind/bind.ts";
import { bindVolume, type BindPlaces, type VolumeResult } from "./bind/bindVolume.ts";
import { fingerprintOf } from "./bind/fingerprint.ts";
import { indexIn } from "./bind/indexLine.ts";
import { openLedger } from "./bind/ledger.ts";
import { planVolumes } from "./bind/plan.ts";
import { reasonToWait } from "./bind/publication.ts";
import type { DamagedVolume, VolumeFileName } from "./bind/volumeFile.ts";
import type { Archive } from "./catalogue/archive.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { OpenEntry } from "./catalogue/entry.ts";
import { missingSources } from "./catalogue/keptSources.ts";
import { readingsSoFar, recallReadings, type Reading as Spoken } from "./catalogue/pinyin.ts";
import type { Site } from "./config.ts";
import { shortHash } from "./hash.ts";
import type { Month, Problem, SourcePath } from "./model.ts";
import { listPosts, type Occasion, type ReadOptions } from "./occasion.ts";
import { byPath } from "./order.ts";
import type { Progress } from "./progress.ts";
import type { Findings } from "./quality.ts";
import { readRecord, writeRecord, type RecordFault } from "./record.ts";
import type { Drawing } from "./render/draw.ts";
import type { Press } from "./render/press.ts";
import { shellAddresses } from "./render/shell.ts";
import { temporaryFolder } from "./temporary.ts";
import type { Workers } from "./workers/pool.ts";

/** So few files are read in this thread: for them it takes longer to call in others. */
const readHere = 400;

/** Everything that was read, laid side by side. */
export interface Reading {
  readonly archive: Archive;
  readonly findings: Findings;
  readonly volumes: ReadonlyMap<Month, VolumeFileName>;
  /** Files that count as articles, whatever became of them. */
  readonly articles: number;
  /** How many of them were not parsed, for the cache knew them. */
  readonly fromCache: number;
  /** Tells whether a file was. */
  readonly isParsed: (path: SourcePath) => boolean;
  /** What was wrong with the cache, if anything. */
  readonly cacheFault?: RecordFault;
  /** Volumes that turn out to be damaged when pages are drawn. */
  readonly damages: readonly DamagedVolume[];
  /** What pages are drawn from. */
  readonly drawing: Drawing;
}

/**
 * Reads the posts folder and lays its articles side by side: all of a build but the pages.
 * @param press - the press: the site's configuration, and where its layouts are
 * @param options - where the posts are, and which are wanted
 * @param progress - told how far it has come
 * @param means - what is known already of the posts folder and the program, and worker threads, if there are any
 * @returns the archive and what is to be said of each file
 * @throws FangzhiError when the posts folder or the cache cannot be used
 */
export async function readArchive(
  { site, root }: Press,
  options: ReadOptions,
  progress: Progress,
  means: Partial<Pick<Occasion, "listing" | "ledger" | "plan" | "fingerprint">> & { readonly workers?: Workers } = {},
): Promise<Reading> {
  const { posts } = options;
  const { listing = listPosts(posts, site), fingerprint = fingerprintOf(site, root, posts), workers } = means;
  const cache = options.cache ?? temporaryFolder();
  const places = { posts, volumes: volumesFolder(cache) };

  progress.step("read", listing.articles.length);
  const run = runnerOf(workers, places, site, progress);
  const { ledger = openLedger(cache, fingerprint) } = means;
  const { plan = planVolumes(posts, listing.articles, ledger) } = means;
  const bound = await bind({ paths: listing.articles, cache, ledger, plan, run });

  progress.step("catalogue", 0);
  const waiting: Problem[] = [];
  const entries: OpenEntry[] = [];
  const warnings: Problem[] = [];
  for (const volume of bound.volumes) {
    for (let at = 0; at < volume.index.length; at++) {
      const entry = new OpenEntry(volume, at);
      const mayWait = entry.rare.draft === true || entry.time > options.now;
      const wait = mayWait ? reasonToWait(entry.article, options) : undefined;
      if (wait) waiting.push(wait);
      else {
        entries.push(entry);
        if (entry.rare.warnings) warnings.push(...entry.rare.warnings);
      }
    }
  }
  const spoken = spokenLabels(cache, fingerprint);
  const archive = catalogue(entries, site, shellAddresses(root));
  spoken.keep();
  progress.done();
  const fault = spoken.fault === "damaged" ? spoken.fault : bound.fault;
  const heldBack = [...listing.heldBack, ...bound.heldBack];
  const findings: Findings = {
    heldBack: [...heldBack, ...archive.findings.heldBack],
    waiting: waiting.sort(byPath),
    merged: archive.findings.merged,
    warnings: [
      ...warnings.sort(byPath),
      ...archive.findings.warnings,
      ...(site.sources ? missingSources(entries, listing.kept) : []),
    ],
    passedOver: [...listing.passedOver, ...bound.passedOver],
  };
  return {
    archive,
    findings,
    volumes: bound.files,
    articles: entries.length + heldBack.length + waiting.length,
    fromCache: bound.fromCache,
    isParsed: bound.isParsed,
    damages: bound.damages,
    ...(fault === undefined ? {} : { cacheFault: fault }),
    drawing: {
      site,
      archive,
      kept: listing.kept,
      fingerprint,
      ...articleOpener(places.volumes, bound.files, new Map(bound.volumes.map(({ index }) => [index.month, index]))),
      archiveFingerprint: () => shortHash(JSON.stringify([[...bound.files], findings]), 16),
    },
  };
}

/** How labels are read aloud, from build to build: loads what is known, and keeps what becomes known. */
function spokenLabels(cache: string, fingerprint: string): { readonly fault?: RecordFault; readonly keep: () => void } {
  const file = path.join(cache, "readings");
  const key = `readings ${fingerprint}`;
  // The development server has them in mind.
  const kept = readingsSoFar().size === 0 ? readRecord(file, key) : [];
  if (kept === "damaged") rmSync(file, { force: true });
  if (typeof kept !== "string") recallReadings(kept as Iterable<readonly [string, Spoken]>);
  const known = readingsSoFar().size;
  return {
    ...(typeof kept === "string" ? { fault: kept } : {}),
    keep() {
      if (readingsSoFar().size > known) writeRecord(file, key, readingsSoFar());
    },
  };
}

/** The lines of indexes are long, so none is kept for longer than it takes to read it. */
function withIndex({ index, ...result }: VolumeResult): ParsedResult {
  return index === undefined ? result : { ...result, index: indexIn(index) };
}

/** Has jobs done in this thread when they are few, else by worker threads. */
function runnerOf(
  workers: Workers | undefined,
  places: BindPlaces,
  site: Site,
  progress: Progress,
): BindOptions["run"] {
  return async (jobs) => {
    const files = jobs.reduce((sum, { read }) => sum + read.length, 0);
    if (workers && files >= readHere) {
      return Promise.all(
        jobs.map(async (job) => {
          const result = await workers.bind(job, places);
          for (const _ of job.read) progress.tick();
          return withIndex(result);
        }),
      );
    }
    const results: ParsedResult[] = [];
    for (const job of jobs) {
      results.push(withIndex(bindVolume(job, places, site, progress.tick)));
      // A signal is heard between two volumes.
      await setImmediate();
    }
    return results;
  };
}
