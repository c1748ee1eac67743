import { bind, volumesFolder, type Binding } from "./bind/bind.ts";
import { bindVolume } from "./bind/bindVolume.ts";
import { fingerprintOf } from "./bind/fingerprint.ts";
import type { LedgerFault } from "./bind/ledger.ts";
import { reasonToWait, type PublicationOptions } from "./bind/publication.ts";
import { articleOpener } from "./bind/volumeFile.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import type { Archive } from "./catalogue/archive.ts";
import { FangzhiError, reasonOf } from "./errors.ts";
import { shortHash } from "./hash.ts";
import type { ArticleHeader, Problem } from "./model.ts";
import type { Project } from "./project.ts";
import { claimOutput } from "./publish/output.ts";
import { readPageLedger, writePageLedger } from "./publish/pageLedger.ts";
import { publish, type Publication } from "./publish/publish.ts";
import { qualityOf, type Findings } from "./quality.ts";
import { listSources, type Listing } from "./read/list.ts";
import { drawPageSets, type Drawing } from "./render/draw.ts";
import { setArchive, type Press } from "./render/press.ts";
import { drawShellPages, shellAddresses } from "./render/shell.ts";
import { temporaryFolder } from "./temporary.ts";

/** What a reading is to do. */
export interface ReadOptions extends PublicationOptions {
  /** Path of the posts folder. */
  readonly posts: string;
  /** Path of the cache folder; without one everything is read anew. */
  readonly cache?: string;
  readonly progress: Progress;
}

/** What a build is to do. */
export interface BuildOptions extends ReadOptions {
  /** Path of the output folder. */
  readonly output: string;
}

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
  /** Files that count as articles, whatever became of them. */
  readonly articles: number;
  /** How many of them were not parsed, for the cache knew them. */
  readonly fromCache: number;
  /** What was wrong with the cache, if anything. */
  readonly cacheFault?: LedgerFault;
  /** What pages are drawn from. */
  readonly drawing: Drawing;
}

/** What a build did. */
export interface BuildReport extends Publication, Pick<Reading, "articles" | "fromCache" | "cacheFault"> {
  readonly published: number;
  readonly findings: Findings;
}

/**
 * Builds the site: article files in, a folder of pages out. What the last build has left in the cache and the output
 * folder is made use of where nothing has changed.
 * @param project - the project with its configuration
 * @param options - what to do
 * @returns what was done
 * @throws FangzhiError when a folder cannot be used or a layout is faulty; never for an article
 */
export async function build(project: Project, options: BuildOptions): Promise<BuildReport> {
  const { press } = project;
  const output = claimOutput(options.output, options.posts, project.root);
  const cache = options.cache ?? temporaryFolder();
  const reading = await readArchive(press, { ...options, cache });
  const { archive, findings } = reading;

  setArchive(press, archive, qualityOf(findings), false);
  const shell = await drawShellPages(project.configure);
  const pages = [...shell, ...drawPageSets(press, reading.drawing)];
  options.progress.step("render", pages.length);
  const publication = publish(pages, output, readPageLedger(cache, output.folder), options.progress.tick);
  options.progress.done();
  writePageLedger(cache, output.folder, publication.pages);
  return { ...publication, ...reading, published: archive.entries.length };
}

/**
 * Reads the posts folder and lays its articles side by side: all of a build but the pages.
 * @param press - the press: the site's configuration, and where its layouts are
 * @param options - where the posts are, and which are wanted
 * @returns the archive and what is to be said of each file
 * @throws FangzhiError when the posts folder or the cache cannot be used
 */
export async function readArchive({ site, root }: Press, options: ReadOptions): Promise<Reading> {
  const { posts, progress } = options;
  const listing = list(posts);
  const cache = options.cache ?? temporaryFolder();
  const fingerprint = fingerprintOf(site, root);
  const places = { posts, volumes: volumesFolder(cache) };

  progress.step("read", listing.articles.length);
  const run: Parameters<typeof bind>[0]["run"] = async (jobs) =>
    jobs.map((job) => bindVolume(job, places, site, progress.tick));
  const bound = await bindIn(cache, { posts, paths: listing.articles, cache, fingerprint, run });

  progress.step("catalogue", 0);
  const waiting: Problem[] = [];
  const headers: ArticleHeader[] = [];
  for (const header of bound.headers) {
    const wait = reasonToWait(header, options);
    if (wait) waiting.push(wait);
    else headers.push(header);
  }
  const archive = catalogue(headers, site, shellAddresses(root));
  progress.done();
  const heldBack = [...listing.heldBack, ...bound.heldBack];
  const findings: Findings = {
    heldBack: [...heldBack, ...archive.findings.heldBack],
    waiting,
    merged: archive.findings.merged,
    warnings: [...headers.flatMap(({ warnings }) => warnings), ...archive.findings.warnings],
    passedOver: [...listing.passedOver, ...bound.passedOver],
  };
  return {
    archive,
    findings,
    articles: headers.length + heldBack.length + waiting.length,
    fromCache: bound.fromCache,
    ...(bound.fault === undefined ? {} : { cacheFault: bound.fault }),
    drawing: {
      site,
      archive,
      fingerprint,
      openArticle: articleOpener(places.volumes, bound.volumes),
      archiveFingerprint: () => shortHash(JSON.stringify([[...bound.volumes], findings]), 16),
    },
  };
}

async function bindIn(cache: string, options: Parameters<typeof bind>[0]): Promise<Binding> {
  try {
    return await bind(options);
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError({
      en: `The cache folder ${cache} cannot be used: ${reason}. Name another with --cache, or build with --no-cache.`,
      zh: `无法使用缓存文件夹 ${cache}：${reason}。可用 --cache 另行指定，或用 --no-cache 不用缓存。`,
    });
  }
}

function list(posts: string): Listing {
  try {
    return listSources(posts);
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError({
      en: `The posts folder ${posts} cannot be read: ${reason}. Name another with --posts.`,
      zh: `无法读取文章文件夹 ${posts}：${reason}。可用 --posts 另行指定。`,
    });
  }
}
