import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { bind, volumesFolder, type BindOptions, type ParsedResult } from "./bind/bind.ts";
import { bindVolume, type BindPlaces, type VolumeResult } from "./bind/bindVolume.ts";
import { fingerprintOf } from "./bind/fingerprint.ts";
import { openLedger } from "./bind/ledger.ts";
import { planVolumes } from "./bind/plan.ts";
import { reasonToWait } from "./bind/publication.ts";
import { articleOpener, DamagedVolume, removeDamaged, type VolumeFileName } from "./bind/volumeFile.ts";
import type { VolumeIndex } from "./bind/volumeIndex.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import type { Archive } from "./catalogue/archive.ts";
import { OpenEntry } from "./catalogue/entry.ts";
import type { Site } from "./config.ts";
import { shortHash } from "./hash.ts";
import type { Month, Problem, SourcePath } from "./model.ts";
import { listPosts, type BuildReport, type Occasion, type ReadOptions } from "./occasion.ts";
import type { Project } from "./project.ts";
import { byCodeUnit } from "./order.ts";
import { publish, type Publication } from "./publish/publish.ts";
import { qualityOf, type Findings } from "./quality.ts";
import type { RecordFault } from "./record.ts";
import { drawPageSets, type Drawing } from "./render/draw.ts";
import { setArchive, type Press } from "./render/press.ts";
import { drawShellPages, shellAddresses } from "./render/shell.ts";
import { temporaryFolder } from "./temporary.ts";
import { forgetBuild, rememberBuild } from "./unchanged.ts";
import { workersOf, type Workers } from "./workers/pool.ts";

/** So few files are read in this thread: for them it takes longer to call in others. */
const readHere = 400;

/** Told how far a step has come. */
export interface Progress {
  /** A step begins; its length is in articles or pages, 0 when unknown. */
  readonly step: (name: Step, length: number) => void;
  readonly tick: () => void;
  readonly done: () => void;
}

/** The steps of a build that can take long. */
export type Step = "read" | "catalogue" | "render";

/** Everything that was read, laid side by side. */
export interface Reading {
  readonly archive: Archive;
  readonly findings: Findings;
  readonly volumes: ReadonlyMap<Month, VolumeFileName>;
  /** Files that count as articles, whatever became of them. */
  readonly articles: number;
  /** How many of them were not parsed, for the cache knew them. */
  readonly fromCache: number;
  /** The files that were. */
  readonly parsed: ReadonlySet<SourcePath>;
  /** What was wrong with the cache, if anything. */
  readonly cacheFault?: RecordFault;
  /** Volumes that turn out to be damaged when pages are drawn. */
  readonly damages: readonly DamagedVolume[];
  /** What pages are drawn from. */
  readonly drawing: Drawing;
}

/**
 * Builds the site: article files in, a folder of pages out. What the last build has left in the cache and the output
 * folder is made use of where nothing has changed.
 * @param project - the project with its configuration
 * @param occasion - the build, about to begin
 * @param progress - told how far it has come
 * @param count - how many worker threads at most; with one, all is done in this thread
 * @returns what was done
 * @throws FangzhiError when the cache cannot be used or a layout is faulty; never for an article
 */
export async function build(
  project: Project,
  occasion: Occasion,
  progress: Progress,
  count: number = availableParallelism(),
): Promise<BuildReport> {
  for (let attempt = occasion; ;) {
    const workers = count > 1 ? workersOf(count, project.root) : undefined;
    try {
      const report = await buildOnce(project, attempt, progress, workers);
      return attempt === occasion ? report : { ...report, cacheFault: "damaged" };
    } catch (error) {
      if (!(error instanceof DamagedVolume) || attempt !== occasion) throw error;
      const { ledger, listing, options } = occasion;
      // Where one is damaged, others may be.
      removeDamaged(volumesFolder(options.cache), ledger.head);
      attempt = { ...occasion, plan: planVolumes(options.posts, listing.articles, ledger) };
    } finally {
      await workers?.end();
    }
  }
}

async function buildOnce(
  project: Project,
  occasion: Occasion,
  progress: Progress,
  workers: Workers | undefined,
): Promise<BuildReport> {
  const { press, options } = occasion;
  forgetBuild(occasion);
  const reading = await readArchive(press, options, progress, { ...occasion, ...(workers ? { workers } : {}) });
  const { explain } = occasion;
  const asked =
    reading.archive.entries.find(({ path: at }) => at === explain?.source)?.permalink.slice(1) ?? explain?.page;
  try {
    const publication = await drawSite(project, occasion, reading, progress, workers, asked);
    const { archive, parsed } = reading;
    const { fault = occasion.output.ledger.fault } = occasion.ledger;
    const report = {
      ...publication,
      ...reading,
      published: archive.entries.length,
      ...(fault === "damaged" ? { cacheFault: fault } : {}),
    };
    rememberBuild(occasion, report, archive.entries[0]?.time ?? 0);
    const page = asked && publication.decision;
    if (!page) return report;
    const source = archive.entries.find(({ permalink }) => permalink === `/${asked}`)?.path;
    const isParsed = source !== undefined && parsed.has(source);
    return { ...report, explained: { page: asked, ...page, isParsed, ...(source === undefined ? {} : { source }) } };
  } catch (error) {
    throw reading.damages[0] ?? error;
  }
}

async function drawSite(
  project: Project,
  { press, options: { cache }, output }: Occasion,
  { archive, findings, drawing, volumes }: Reading,
  progress: Progress,
  workers: Workers | undefined,
  explain: string | undefined,
): Promise<Publication> {
  setArchive(press, archive, qualityOf(findings), false);
  const shell = await drawShellPages(project.configure);
  const sets = drawPageSets(press, drawing);
  const pages = {
    *[Symbol.iterator]() {
      yield* shell;
      yield* sets;
    },
  };
  const publication = await publish(pages, output, {
    onBegin: (count) => progress.step("render", count),
    onPage: progress.tick,
    ...(explain === undefined ? {} : { explain }),
    ...(workers ? { hand: (handed) => workers.draw(handed, volumesFolder(cache), volumes) } : {}),
  });
  progress.done();
  output.ledger.save();
  return publication;
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
  const { listing = listPosts(posts), fingerprint = fingerprintOf(site, root, posts), workers } = means;
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
    for (const at of volume.index.paths.keys()) {
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
  const archive = catalogue(entries, site, shellAddresses(root));
  progress.done();
  const heldBack = [...listing.heldBack, ...bound.heldBack];
  const findings: Findings = {
    heldBack: [...heldBack, ...archive.findings.heldBack],
    waiting: waiting.sort(byPath),
    merged: archive.findings.merged,
    warnings: [...warnings.sort(byPath), ...archive.findings.warnings],
    passedOver: [...listing.passedOver, ...bound.passedOver],
  };
  return {
    archive,
    findings,
    volumes: bound.files,
    articles: entries.length + heldBack.length + waiting.length,
    fromCache: bound.fromCache,
    parsed: bound.parsed,
    damages: bound.damages,
    ...(bound.fault === undefined ? {} : { cacheFault: bound.fault }),
    drawing: {
      site,
      archive,
      fingerprint,
      openArticle: articleOpener(places.volumes, bound.files),
      archiveFingerprint: () => shortHash(JSON.stringify([[...bound.files], findings]), 16),
    },
  };
}

function byPath(a: Problem, b: Problem): number {
  return byCodeUnit(a.path, b.path);
}

/** The lines of indexes are long, so none is kept for longer than it takes to read it. */
function withIndex({ index, ...result }: VolumeResult): ParsedResult {
  return index === undefined ? result : { ...result, index: JSON.parse(index) as VolumeIndex };
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
