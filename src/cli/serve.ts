import path from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { FangzhiError, reasonOf } from "../errors.ts";
import type { Page } from "../model.ts";
import { listPosts } from "../occasion.ts";
import { loadProject } from "../project.ts";
import type { Listing } from "../read/list.ts";
import { FolderWatch } from "../read/watch.ts";
import { shellFolder } from "../render/shell.ts";
import type { Language } from "../rule.ts";
import { openDesk } from "../serve/desk.ts";
import { ServedSite } from "../serve/servedSite.ts";
import { upToDate } from "../serve/upToDate.ts";
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
  /** Listed once more when a folder is new: what was saved in it before it was watched, nobody has told of. */
  const list = (): Listing => {
    const listing = listPosts(posts.path, press.site);
    return watch.follow(listing.folders) ? list() : listing;
  };
  const site = new ServedSite({
    project,
    posts: posts.path,
    drafts: flags.drafts ?? false,
    future: flags.future ?? false,
    now,
    progress: noProgress,
    list,
    onRead: (reading) => {
      desk.follow(reading);
      const { heldBack } = reportOf(reading.findings, posts.shown, language);
      for (const line of heldBack) console.complain(line);
    },
    onFault: (error) => console.complain(reasonOf(error)),
    onMissed: () => void redraw(posts.path),
  });
  // What is saved before the server is ready waits until it is.
  let early: string | undefined;
  let redraw = async (file: string): Promise<void> => void (early = file);
  const root = listPosts(posts.path, press.site).folders[0]!;
  const watch = new FolderWatch(root, (files) => {
    const paths = files.map((file) => path.relative(root, file));
    console.print(path.join(posts.shown, paths.at(-1)!));
    site.tell(paths.map((file) => file.split(path.sep).join("/")));
    void redraw(files.at(-1)!);
  });
  const { folder } = site;
  const desk = openDesk({ press, posts, folder });
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
      const middleware = [wholeFiles, upToDate(site, press.site.prefix), desk.middleware];
      config.setServerOptions({ middleware, domDiff: false });
      config.on("eleventy.before", () => site.read());
      config.on("eleventy.after", ({ results }) => {
        const shell = results.map(({ inputPath, outputPath, content }): Page => {
          return {
            path: path.relative(folder, path.resolve(outputPath)).split(path.sep).join("/"),
            from: inputPath,
            content: () => content,
          };
        });
        return site.bring(shell);
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
