import type { Site } from "../config.ts";
import type { Article, Month, SourcePath } from "../model.ts";
import { monthOf } from "../normalise/date.ts";
import { recordOf, type ArticleRecord } from "./articleRecord.ts";
import { indexIn } from "./indexLine.ts";
import { readArticle, type Outcome } from "./readArticle.ts";
import { RecordPile } from "./recordPile.ts";
import { readIndex, readVolume, writeVolume, type VolumeFileName } from "./volumeFile.ts";
import { pathAt, type VolumeIndex } from "./volumeIndex.ts";

/** What is to be done to one volume. It is plain data, for it may be handed to another thread. */
export interface VolumeJob {
  readonly month: Month;
  /** Its file from the last build, if it had one. */
  readonly file?: VolumeFileName;
  /** Articles in that file that stay as they are. */
  readonly keep: readonly SourcePath[] | "all";
  readonly read: readonly SourcePath[];
  /** By their places in `read`, SHA-256s of their bytes, where they were known before and may be the same still. */
  readonly known: readonly (string | undefined)[];
  /** Articles that were found by other jobs and belong here. */
  readonly add: readonly Article[];
}

/** What became of a volume. */
export interface VolumeResult {
  readonly month: Month;
  /** Its file and the line of its index; nothing when no article is left. */
  readonly file?: VolumeFileName;
  readonly index?: string;
  readonly outcomes: ReadonlyMap<SourcePath, Outcome>;
  /** Articles that turned out to belong to other months. */
  readonly strays: readonly Article[];
  /** Whether the old file could not be used; the job must be given again with all its articles to read. */
  readonly damaged: boolean;
}

/** Where sources and volumes are. */
export interface BindPlaces {
  readonly posts: string;
  readonly volumes: string;
}

/**
 * Binds a volume: reads what has changed, keeps the rest, writes its file anew if need be.
 * @param job - what is to be done
 * @param places - the folders
 * @param site - the site's configuration
 * @param onFile - called after each file that was read
 * @returns what became of it
 */
export function bindVolume(
  job: VolumeJob,
  places: BindPlaces,
  site: Site,
  onFile: () => void = () => undefined,
): VolumeResult {
  const pile = new RecordPile(places.volumes);
  try {
    return bindFrom(pile, job, places, site, onFile);
  } finally {
    pile.close();
  }
}

function bindFrom(pile: RecordPile, job: VolumeJob, places: BindPlaces, site: Site, onFile: () => void): VolumeResult {
  const { month } = job;
  const outcomes = new Map<SourcePath, Outcome>();
  for (const article of job.add) pile.add(recordOf(article));
  const strays: Article[] = [];
  const kept = new Set<SourcePath>(job.keep === "all" ? [] : job.keep);
  for (const [place, path] of job.read.entries()) {
    const { outcome, article } = readArticle(path, job.known[place], places.posts, site);
    outcomes.set(path, outcome);
    if (outcome.kind === "same") kept.add(path);
    if (article && monthOf(article.published.day) === month) pile.add(recordOf(article));
    else if (article) strays.push(article);
    onFile();
  }
  if (pile.records.length === 0 && job.file) {
    const index = readIndex(places.volumes, job.file);
    const isSame = index !== undefined && holdsJust(kept, indexIn(index));
    if (isSame) return { month, outcomes, strays, damaged: false, file: job.file, index };
  }
  let old: readonly ArticleRecord[] = [];
  if (kept.size > 0 || job.keep === "all") {
    const volume = job.file ? readVolume(places.volumes, job.file) : undefined;
    old = volume?.filter(({ row }) => job.keep === "all" || kept.has(row.path)) ?? [];
    if (!volume || old.length < kept.size) return { month, outcomes, strays: [], damaged: true };
  }
  const own = [...pile.records, ...old];
  if (own.length === 0) return { month, outcomes, strays, damaged: false };
  return { month, outcomes, strays, damaged: false, ...writeVolume(places.volumes, month, own) };
}

function holdsJust(kept: ReadonlySet<SourcePath>, index: VolumeIndex): boolean {
  if (index.length !== kept.size) return false;
  for (let at = 0; at < index.length; at++) if (!kept.has(pathAt(index, at))) return false;
  return true;
}
