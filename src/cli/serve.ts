import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { fingerprintOf } from "../bind/fingerprint.ts";
import { openLedger } from "../bind/ledger.ts";
import { volumesFolder } from "../bind/bind.ts";
import { DamagedVolume } from "../bind/volumeFile.ts";
import { readArchive, type Reading } from "../reading.ts";
import { FangzhiError, reasonOf } from "../errors.ts";
import { listPosts } from "../occasion.ts";
import type { Language } from "../rule.ts";
import type { Page } from "../model.ts";
import { loadProject } from "../project.ts";
import { lockFolder } from "../publish/lock.ts";
import { claimOutput } from "../publish/output.ts";
import { publish, type PublishOptions } from "../publish/publish.ts";
import { qualityOf } from "../quality.ts";
import type { Listing } from "../read/list.ts";
import { FolderWatch } from "../read/watch.ts";
import { drawPageSets } from "../render/draw.ts";
import { forgetLayouts, setArchive } from "../render/press.ts";
import { scriptPages } from "../render/scripts.ts";
import { shellFolder } from "../render/shell.ts";
import { workersOf, type Workers } from "../workers/pool.ts";
import { openDesk } from "../serve/desk.ts";
import { wholeFiles } from "../serve/wholeFiles.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { foldersOf } from "./folders.ts";
import { noProgress } from "./progress.ts";
import { reportOf } from "./report.ts";

/** What the command line says. */
export interface ServeFlags {
  readonly posts?: string;
  readonly port?: string;
  readonly drafts?: boolean;
  readonly future?: boolean;
}

/** So long after a save the search and the data follow, unless there is another one, milliseconds. */
const patience = 500;

/**
 * `fangzhi serve`: Eleventy's development server. Saving an article or a layout draws the site anew, writes what has
 * changed, and reloads the browser.
 * @param flags - the options given
 * @param language - the language of the report
 * @returns never, until the process is stopped
 * @throws FangzhiError when the port, the configuration or a folder is wrong
 */
export async function runServe(flags: ServeFlags, language: Language): Promise<never> {
  const port = Number(flags.port ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new FangzhiError(
      {
        en: `--port is a number from 1 to 65535, not ${flags.port}.`,
        zh: `--port 应为 1 至 65535 的整数，不能是 ${flags.port}。`,
      },
      2,
    );
  }
  const console = consoleOf(false);
  const project = await loadProject(process.cwd());
  const { posts } = foldersOf(project, flags);
  const { press } = project;
  // Not the folder that gets deployed: these pages let the reloading script in, and may show drafts.
  const folder = path.join(project.root, ".cache", "serve");
  const cache = path.join(project.root, ".cache", "serve-volumes");
  lockFolder(cache);
  const fingerprint = fingerprintOf(press.site, project.root, posts.path);
  let output = claimOutput(folder, posts.path, project.root, { cache, fingerprint }, { isOwn: true });
  let reading: Reading;
  // What is saved before the server is ready waits until it is.
  let early: string | undefined;
  let redraw = async (file: string): Promise<void> => void (early = file);
  const root = listPosts(posts.path, press.site).folders[0]!;
  const watch = new FolderWatch(root, (file) => {
    console.print(path.join(posts.shown, path.relative(root, file)));
    void redraw(file);
  });
  const ledger = openLedger(cache, fingerprint);
  const desk = openDesk({ press, posts, folder });

  /** Threads for much work, as when the server starts; few pages are drawn without. */
  const withWorkers = async <Result>(work: (workers: Workers) => Promise<Result>): Promise<Result> => {
    const workers = workersOf(availableParallelism(), project.root, { serving: true });
    try {
      return await work(workers);
    } finally {
      await workers.end();
    }
  };
  /** Listed once more when a folder is new: what was saved in it before it was watched, nobody has told of. */
  const list = (): Listing => {
    const listing = listPosts(posts.path, press.site);
    return watch.follow(listing.folders) ? list() : listing;
  };
  const read = async () => {
    forgetLayouts(press);
    const wanted = { drafts: flags.drafts ?? false, future: flags.future ?? false, now: now() };
    const means = { listing: list(), ledger, fingerprint };
    reading = await withWorkers((workers) =>
      readArchive(press, { posts: posts.path, cache, ...wanted }, noProgress, { ...means, workers }),
    );
    desk.follow(reading);
    setArchive(press, reading.archive, qualityOf(reading.findings), true);
    const { heldBack } = reportOf(reading.findings, posts.shown, language);
    for (const line of heldBack) console.complain(line);
  };
  const publishPages = (pages: readonly Page[], isPartial: boolean) =>
    withWorkers((workers) => {
      const hand: PublishOptions["hand"] = (handed) => workers.draw(handed, volumesFolder(cache), reading.volumes);
      return publish(pages, output, { isPartial, hand });
    });
  let composing: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  /** Brings pages into the folder, one set of them after the other. */
  const bring = async (pages: () => readonly Page[], isPartial: boolean): Promise<void> => {
    const bringNext = async () => {
      const { files } = await publishPages(pages(), isPartial).catch(async (error: unknown) => {
        if (!(error instanceof DamagedVolume)) throw error;
        rmSync(error.file, { force: true });
        await read();
        return publishPages(pages(), isPartial);
      });
      // So that the next server finds them.
      if (!isPartial) output.ledger.save();
      output = { ...output, previous: files, isListed: true, changed: new Set() };
    };
    last = last.then(bringNext, bringNext);
    return last;
  };
  const eleventy = new Eleventy(shellFolder, path.relative(project.root, folder), {
    configPath: "",
    pathPrefix: `${press.site.prefix}/`,
    runMode: "serve",
    quietMode: true,
    config: async (config) => {
      await project.configure(config);
      // Eleventy waits for 150 ms after the last byte; an editor writes an article at once.
      config.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 10 } });
      // Pages are loaded anew whole: what Eleventy would put in the place of one is without the editor's strip.
      config.setServerOptions({ middleware: [wholeFiles, desk.middleware], domDiff: false });
      config.on("eleventy.before", read);
      config.on("eleventy.after", async ({ results }) => {
        const shell = results.map(({ inputPath, outputPath, content }): Page => {
          return {
            path: path.relative(folder, path.resolve(outputPath)).split(path.sep).join("/"),
            from: inputPath,
            content: () => content,
          };
        });
        const pages = () => [...shell, ...scriptPages(reading.drawing), ...drawPageSets(press, reading.drawing)];
        clearTimeout(composing);
        // The reader of a page does not wait for what is composed of all of them.
        const isFirst = output.previous.size === 0;
        await bring(isFirst ? pages : () => pages().filter(({ isComposed }) => !isComposed), !isFirst);
        const complete = () => void bring(pages, false).catch((error: unknown) => console.complain(reasonOf(error)));
        if (!isFirst) composing = setTimeout(complete, patience);
      });
    },
  });
  await eleventy.init();
  redraw = await eleventy.watch();
  if (early !== undefined) void redraw(early);
  // Eleventy itself draws nothing when a file is deleted.
  eleventy.watcher.on("unlink", (deleted) => void redraw(deleted));
  await eleventy.serve(port);
  return new Promise<never>(() => undefined);
}
