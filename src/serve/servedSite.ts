import { lstatSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { volumesFolder } from "../bind/bind.ts";
import { fingerprintOf } from "../bind/fingerprint.ts";
import { openLedger, type Ledger } from "../bind/ledger.ts";
import { isUnchanged, planVolumes } from "../bind/plan.ts";
import { DamagedVolume } from "../bind/volumeFile.ts";
import type { Page } from "../model.ts";
import type { Occasion } from "../occasion.ts";
import { inTurn, only } from "../order.ts";
import type { Progress } from "../progress.ts";
import type { Project } from "../project.ts";
import { lockFolder } from "../publish/lock.ts";
import { claimOutput, type Output } from "../publish/output.ts";
import { publish, type Publication } from "../publish/publish.ts";
import { qualityOf } from "../quality.ts";
import type { Listing } from "../read/list.ts";
import { readArchive, type Reading } from "../reading.ts";
import { drawPageSets } from "../render/draw.ts";
import { hashesOfLayouts, layoutsIn, type Layouts } from "../render/layouts.ts";
import { forgetLayouts, setArchive } from "../render/press.ts";
import { scriptPages } from "../render/scripts.ts";
import { drawingIn, workersOf, type Workers } from "../workers/pool.ts";

/** So long after a save what is composed of all pages follows, unless there is another one, milliseconds. */
const patience = 500;
/** When so few files are saved at once, the system is believed that it tells of all of them. */
const fewSaved = 20;

/** What is served, and who is told. */
export interface ServedSiteOptions {
  readonly project: Project;
  /** The posts folder. */
  readonly posts: string;
  readonly drafts: boolean;
  readonly future: boolean;
  /** The present moment, milliseconds since 1970. */
  readonly now: () => number;
  readonly progress: Progress;
  /** The posts folder as it stands. */
  readonly list: () => Listing;
  /** Told of what has been read, before pages are drawn of it. */
  readonly onRead: (reading: Reading) => void;
  /** Told of what goes wrong when nobody waits for it. */
  readonly onFault: (error: unknown) => void;
  /** Told when articles turn out to have changed of which nobody has told: they are still to be read. */
  readonly onMissed: () => void;
}

/** The site as the development server shows it: read anew after each save, and kept from one server to the next. */
export class ServedSite {
  /** Not the folder that gets deployed: these pages let the reloading script in, and may show drafts. */
  readonly folder: string;
  readonly #options: ServedSiteOptions;
  readonly #cache: string;
  readonly #fingerprint: string;
  readonly #ledger: Ledger;
  #output: Output;
  #reading: Reading | undefined;
  #listing: Listing | undefined;
  /** Files that were saved since the last reading, and before it since all files were looked at; paths in the posts folder. */
  readonly #told = new Set<string>();
  readonly #believed = new Set<string>();
  /** As they stood before they were compiled, and their hashes. */
  #layouts: { readonly hashes: string; readonly texts: Layouts } | undefined;
  #composing: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  /**
   * Claims the folders of the server.
   * @param options - what is served, and who is told
   * @throws FangzhiError when another server is at work there, or a folder cannot be used
   */
  constructor(options: ServedSiteOptions) {
    const { project, posts } = options;
    this.#options = options;
    this.folder = path.join(project.root, ".cache", "serve");
    this.#cache = path.join(project.root, ".cache", "serve-volumes");
    lockFolder(this.#cache);
    this.#fingerprint = fingerprintOf(project.press.site, project.root, posts);
    const place = { cache: this.#cache, fingerprint: this.#fingerprint };
    this.#output = claimOutput(this.folder, posts, project.root, place, { isOwn: true });
    this.#ledger = openLedger(this.#cache, this.#fingerprint);
  }

  /**
   * Notes files that were saved, added or taken away.
   * @param files - their paths in the posts folder
   */
  tell(files: readonly string[]): void {
    for (const file of files) this.#told.add(file);
  }

  /**
   * Reads what has changed in the posts folder.
   * @throws FangzhiError when it cannot be read
   */
  async read(): Promise<void> {
    const { project, posts, drafts, future, now, progress, onRead } = this.#options;
    const { press } = project;
    const hashes = hashesOfLayouts(project.root).join("\n");
    // To compile them anew takes a good part of what there is to do for a saved article.
    if (hashes !== this.#layouts?.hashes) {
      forgetLayouts(press);
      this.#layouts = { hashes, texts: layoutsIn(project.root) };
    }
    const wanted = { posts, cache: this.#cache, drafts, future, now: now() };
    const looked = this.#look();
    // Should the reading fail, nothing that was told may be believed to have been read.
    this.#listing = undefined;
    const known = { ...looked, ledger: this.#ledger, fingerprint: this.#fingerprint };
    const reading = await this.#withWorkers((workers) => readArchive(press, wanted, progress, { ...known, workers }));
    this.#listing = looked.listing;
    this.#reading = reading;
    setArchive(press, reading.archive, qualityOf(reading.findings), true);
    onRead(reading);
  }

  /**
   * Looks at the posts folder. To look at each file takes a good part of what there is to do for a saved article, so where
   * articles were saved and nothing else is told, the others are looked at when it is quiet.
   */
  #look(): Pick<Occasion, "listing" | "plan"> {
    const { posts, list } = this.#options;
    const told = [...this.#told];
    this.#told.clear();
    const listing = this.#listing;
    if (listing && told.length > 0 && told.length <= fewSaved && told.every((file) => this.#isSave(file, listing))) {
      for (const file of told) this.#believed.add(file);
      const saved = new Set<string>(told);
      return { listing, plan: planVolumes(posts, listing.articles, this.#ledger, (file) => saved.has(file)) };
    }
    this.#believed.clear();
    const anew = list();
    return { listing: anew, plan: planVolumes(posts, anew.articles, this.#ledger) };
  }

  /** Whether a file was an article's before, and is one still; or was an editor's own, and is there no more. */
  #isSave(file: string, { folders }: Listing): boolean {
    const isKnown = this.#ledger.placeOf(file) !== undefined;
    const state = lstatSync(path.join(this.#options.posts, file), { throwIfNoEntry: false });
    return state ? isKnown && state.isFile() : !isKnown && !folders.includes(path.join(folders[0]!, file));
  }

  /** Whether nothing has changed but what was told. */
  #isAsTold(): boolean {
    const { posts, list } = this.#options;
    const listing = list();
    if (JSON.stringify(listing) !== JSON.stringify(this.#listing)) return false;
    const plan = planVolumes(posts, listing.articles, this.#ledger, (file) => !this.#believed.has(file));
    return isUnchanged(listing.articles, this.#ledger, plan);
  }

  /**
   * Brings the pages of what was read into the folder. Whoever reads a page does not wait for what is composed of all of
   * them.
   * @param shell - the pages that Eleventy has drawn
   * @throws FangzhiError when a layout is faulty
   */
  async bring(shell: readonly Page[]): Promise<void> {
    const { project, onFault, onMissed } = this.#options;
    const pages = () => {
      const { drawing } = this.#reading!;
      return inTurn(shell, scriptPages(drawing), drawPageSets(project.press, drawing, this.#layouts?.texts));
    };
    clearTimeout(this.#composing);
    if (this.#output.previous.size === 0) return this.#bring(pages, false);
    await this.#bring(() => only(pages(), ({ isComposed }) => !isComposed), true);
    const compose = async () => {
      if (this.#believed.size === 0 || this.#isAsTold()) return this.#bring(pages, false);
      onMissed();
    };
    this.#composing = setTimeout(() => void compose().catch(onFault), patience);
  }

  /** One set of pages after the other. */
  async #bring(pages: () => Iterable<Page>, isPartial: boolean): Promise<void> {
    const bringNext = async () => {
      const { files } = await this.#publish(pages(), isPartial).catch(async (error: unknown) => {
        if (!(error instanceof DamagedVolume)) throw error;
        rmSync(error.file, { force: true });
        await this.read();
        return this.#publish(pages(), isPartial);
      });
      // So that the next server finds them.
      if (!isPartial) this.#output.ledger.save();
      this.#output = { ...this.#output, previous: files, isListed: true, changed: new Set() };
    };
    this.#last = this.#last.then(bringNext, bringNext);
    return this.#last;
  }

  async #publish(pages: Iterable<Page>, isPartial: boolean): Promise<Publication> {
    const { volumes } = this.#reading!;
    return this.#withWorkers((workers) =>
      publish(pages, this.#output, {
        isPartial,
        threads: drawingIn(workers, volumesFolder(this.#cache), volumes),
      }),
    );
  }

  /** Threads for much work, as when the server starts; a few pages are drawn without. */
  async #withWorkers<Result>(work: (workers: Workers) => Promise<Result>): Promise<Result> {
    const workers = workersOf(availableParallelism(), this.#options.project.root, { serving: true });
    try {
      return await work(workers);
    } finally {
      await workers.end();
    }
  }
}
