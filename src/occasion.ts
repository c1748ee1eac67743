import { fingerprintOf } from "./bind/fingerprint.ts";
import { openLedger, type Ledger } from "./bind/ledger.ts";
import { planVolumes, type Plan } from "./bind/plan.ts";
import type { PublicationOptions } from "./bind/publication.ts";
import type { Account, Changes } from "./changes.ts";
import type { Site } from "./config.ts";
import { FangzhiError, reasonOf } from "./errors.ts";
import { shortHash } from "./hash.ts";
import { lookAside } from "./publish/lookAside.ts";
import { claimOutput, placeOutput, type Output } from "./publish/output.ts";
import type { SourcePath } from "./model.ts";
import type { Publication } from "./publish/publish.ts";
import type { Decision } from "./publish/survey.ts";
import type { Findings } from "./quality.ts";
import { listSources, type Listing } from "./read/list.ts";
import type { RecordFault } from "./record.ts";
import { hashesOfLayouts } from "./render/layouts.ts";
import type { Press } from "./render/press.ts";
import { temporaryFolder } from "./temporary.ts";

/** What a reading is to do. */
export interface ReadOptions extends PublicationOptions {
  /** Path of the posts folder. */
  readonly posts: string;
  /** Path of the cache folder; without one everything is read anew. */
  readonly cache?: string;
}

/** What a build is to do. */
export interface BuildOptions extends ReadOptions {
  /** Path of the output folder. */
  readonly output: string;
}

/** What `--explain` asks about: a page by its path in the output folder, or the page of an article by its file. */
export interface Question {
  readonly page: string;
  readonly source?: string;
}

/** Why a page was drawn, or was not. */
export interface Explanation extends Decision {
  /** Its path in the output folder. */
  readonly page: string;
  /** The article it is of, if any, and whether that file was read anew. */
  readonly source?: SourcePath;
  readonly isParsed: boolean;
}

/** A build that is about to begin: what it is of, and what stands in the folders. */
export interface Occasion {
  readonly press: Press;
  readonly options: ReadOptions & { readonly cache: string };
  /** The output folder, claimed; another thread may still be looking at it while articles are read. */
  readonly output: Promise<Output>;
  readonly listing: Listing;
  readonly ledger: Ledger;
  /** What has to be done so that the volumes hold what the posts folder holds. */
  readonly plan: Plan;
  /** Of the program and the configuration. */
  readonly fingerprint: string;
  /** Of all that decides the site but the articles' files. What changes while the build runs is for the next one. */
  readonly key: string;
  readonly explain?: Question;
  /** When it is asked what will have changed: what the last build has read, if there was one. */
  readonly comparison?: { readonly before: Account | undefined };
}

/** What came of a build. */
export interface BuildReport extends Publication {
  /** Files that count as articles, whatever became of them. */
  readonly articles: number;
  readonly published: number;
  /** How many articles were not parsed, for the cache knew them. */
  readonly fromCache: number;
  /** What was wrong with the cache, if anything. */
  readonly cacheFault?: RecordFault;
  readonly findings: Findings;
  /** Of the page that was asked about; without it there is no such page, or nothing had to be drawn. */
  readonly explained?: Explanation;
  /** When that was asked; without it nothing at all has changed. */
  readonly changes?: Changes;
}

/**
 * Looks at the folders of a build.
 * @param press - the press: the site's configuration, and where its layouts are
 * @param options - what to do
 * @param onWork - waited for once it is known that articles must be read
 * @returns the build, about to begin
 * @throws FangzhiError when a folder cannot be used
 */
export async function prepare(
  press: Press,
  options: BuildOptions,
  onWork: () => Promise<unknown> = async () => Promise.resolve(),
): Promise<Occasion> {
  const { posts, cache = temporaryFolder(), drafts, future, now } = options;
  const fingerprint = fingerprintOf(press.site, press.root, posts);
  const place = { cache, fingerprint };
  const folder = placeOutput(options.output, posts, press.root);
  const looked = lookAside(place, folder);
  const listing = listPosts(posts, press.site);
  const ledger = openLedger(cache, fingerprint);
  const plan = planVolumes(posts, listing.articles, ledger);
  if (plan.jobs.length > 0) await onWork();
  const output = looked.then((changed) => claimOutput(options.output, posts, press.root, place, { looked: changed }));
  // A first build is not to read all articles before it says that it may not write. With later ones, whoever needs the
  // folder is told.
  if (ledger.size === 0) await output;
  else output.catch(() => undefined);
  const layouts = hashesOfLayouts(press.root);
  const { passedOver, heldBack, kept } = listing;
  const parts = [fingerprint, layouts, folder, posts, drafts, future, passedOver, heldBack, [...kept]];
  const key = shortHash(JSON.stringify(parts), 32);
  return { press, options: { posts, cache, drafts, future, now }, output, listing, ledger, plan, fingerprint, key };
}

/**
 * Lists the posts folder.
 * @param posts - its path
 * @param site - the site's configuration: whether kept sources are published
 * @returns what stands in it
 * @throws FangzhiError when it cannot be read
 */
export function listPosts(posts: string, site: Pick<Site, "sources">): Listing {
  try {
    return listSources(posts, site);
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError({
      en: `The posts folder ${posts} cannot be read: ${reason}. Name another with --posts.`,
      zh: `无法读取文章文件夹 ${posts}：${reason}。可用 --posts 另行指定。`,
    });
  }
}
