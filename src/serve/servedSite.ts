import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { volumesFolder } from "../bind/bind.ts";
import { fingerprintOf } from "../bind/fingerprint.ts";
import { openLedger, type Ledger } from "../bind/ledger.ts";
import { DamagedVolume } from "../bind/volumeFile.ts";
import type { Page } from "../model.ts";
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
import { Delivery } from "./delivery.ts";
import { Lookout } from "./lookout.ts";

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
  /** Told when the posts folder turns out to have changed without anybody telling of it: it is to be read again. */
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
  readonly #lookout: Lookout;
  readonly #delivery: Delivery;
  #output: Output;
  #reading: Reading | undefined;
  /** As they stood before they were compiled, and their hashes. */
  #layouts: { readonly hashes: string; readonly texts: Layouts } | undefined;
  /** The saved articles of what was read last; none where all was looked at. */
  #saved: readonly string[] = [];
  /** The pages that Eleventy has drawn last. */
  #shell: readonly Page[] = [];
  #lastBringing: Promise<void> = Promise.resolve();
  #lastReading: Promise<void> = Promise.resolve();

  /**
   * Claims the folders of the server.
   * @param options - what is served, and who is told
   * @throws FangzhiError when another server is at work there, or a folder cannot be used
   */
  constructor(options: ServedSiteOptions) {
    const { project, posts, list } = options;
    this.#options = options;
    this.#lookout = new Lookout(posts, list);
    this.folder = path.join(project.root, ".cache", "serve");
    this.#cache = path.join(project.root, ".cache", "serve-volumes");
    lockFolder(this.#cache);
    this.#fingerprint = fingerprintOf(project.press.site, project.root, posts);
    const place = { cache: this.#cache, fingerprint: this.#fingerprint };
    this.#output = claimOutput(this.folder, posts, project.root, place, { isOwn: true });
    this.#ledger = openLedger(this.#cache, this.#fingerprint);
    this.#delivery = new Delivery({
      bringOnly: async (paths) => this.#bring(() => those(paths, this.#pages()), true),
      bringOthers: async (paths) => this.#bring(() => allBut(paths, this.#pages()), true),
      compose: async () => this.#compose(),
      onFault: options.onFault,
    });
  }

  /**
   * Notes files that were saved, added or taken away.
   * @param files - their paths in the posts folder
   */
  tell(files: readonly string[]): void {
    this.#lookout.tell(files);
  }

  /**
   * Reads what has changed in the posts folder.
   * @throws FangzhiError when it cannot be read
   */
  async read(): Promise<void> {
    const readNext = async () => this.#read();
    this.#lastReading = this.#lastReading.then(readNext, readNext);
    return this.#lastReading;
  }

  /** One reading after the other: they keep one account. */
  async #read(): Promise<void> {
    const { project, posts, drafts, future, now, progress, onRead } = this.#options;
    const { press } = project;
    const hashes = hashesOfLayouts(project.root).join("\n");
    // To compile them anew takes a good part of what there is to do for a saved article.
    if (hashes !== this.#layouts?.hashes) {
      forgetLayouts(press);
      this.#layouts = { hashes, texts: layoutsIn(project.root) };
    }
    const wanted = { posts, cache: this.#cache, drafts, future, now: now() };
    const look = this.#lookout.look(this.#ledger);
    const known = { ...look, ledger: this.#ledger, fingerprint: this.#fingerprint };
    const reading = await this.#withWorkers((workers) => readArchive(press, wanted, progress, { ...known, workers }));
    this.#lookout.keep(look);
    this.#reading = reading;
    this.#saved = look.saved;
    setArchive(press, reading.archive, qualityOf(reading.findings), true);
    onRead(reading);
  }

  /**
   * Brings the pages of what was read into the folder: of saved articles their own, for these are looked at; all others
   * follow, or come when they are asked for, and then what is composed of all of them.
   * @param shell - the pages that Eleventy has drawn
   * @throws FangzhiError when a layout is faulty
   */
  async bring(shell: readonly Page[]): Promise<void> {
    this.#shell = shell;
    if (this.#output.previous.size === 0) return this.#bring(() => this.#pages(), false);
    return this.#delivery.begin(this.#pagesOfSaved());
  }

  /**
   * Waits until a page is as the last save has it; `Delivery.ready` says for which it does not.
   * @param page - its path in the output folder
   */
  async ready(page: string): Promise<void> {
    return this.#delivery.ready(page);
  }

  /** All pages, as they are by now: whatever was to be drawn before shows what is known when it is drawn. */
  #pages(): Iterable<Page> {
    const { drawing } = this.#reading!;
    const { press } = this.#options.project;
    return inTurn(this.#shell, scriptPages(drawing), drawPageSets(press, drawing, this.#layouts?.texts));
  }

  async #compose(): Promise<void> {
    try {
      await this.#bring(() => this.#pages(), false);
    } finally {
      if (this.#lookout.isOutdated()) this.#options.onMissed();
    }
  }

  #pagesOfSaved(): ReadonlySet<string> {
    const saved = new Set(this.#saved);
    const months = new Set(this.#saved.map((file) => this.#ledger.value(file, "month")));
    const volumes = this.#reading!.archive.volumes.filter(({ month }) => months.has(month));
    const entries = volumes.flatMap((volume) => volume.entries.filter((entry) => saved.has(entry.path)));
    return new Set(entries.map(({ permalink }) => permalink.slice(1)));
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
    this.#lastBringing = this.#lastBringing.then(bringNext, bringNext);
    return this.#lastBringing;
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

/** Those of the pages that have one of these paths. */
function those(paths: ReadonlySet<string>, pages: Iterable<Page>): Iterable<Page> {
  return {
    *[Symbol.iterator]() {
      const left = new Set(paths);
      for (const page of pages) {
        if (left.delete(page.path)) yield page;
        if (left.size === 0) return;
      }
    },
  };
}

/** All others, but for what is composed of pages. */
function allBut(paths: ReadonlySet<string>, pages: Iterable<Page>): Iterable<Page> {
  return only(pages, ({ path: at, isComposed }) => !isComposed && !paths.has(at));
}
