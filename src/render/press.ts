import path from "node:path";
import nunjucks from "nunjucks";
import type { Archive } from "../catalogue/archive.ts";
import { checkSite, type Site, type SiteOptions } from "../config.ts";
import type { QualityReport } from "../quality.ts";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";
import { filtersOf } from "./filters.ts";
import { hastenNunjucks } from "./nunjucksHaste.ts";

/** What draws pages: Nunjucks environments with the same layouts and filters for shell pages and page sets. */
export interface Press {
  readonly site: Site;
  /** The folder with `.eleventy.ts`. */
  readonly root: string;
  /** Draws the shell pages; Eleventy adds filters of its own to it. */
  readonly environment: nunjucks.Environment;
  /** Draws the page sets, in this thread and in others. */
  readonly sets: nunjucks.Environment;
}

hastenNunjucks();

const presses = new WeakMap<SiteOptions, Press>();

/**
 * The press of a site; the plugin in `.eleventy.ts` and the command that runs it share one.
 * @param options - the site's options, the same object at every call
 * @param root - the folder with `.eleventy.ts`
 * @returns the press
 * @throws FangzhiError when the options are wrong
 */
export function pressOf(options: SiteOptions, root: string = process.cwd()): Press {
  const known = presses.get(options);
  if (known) return known;
  const site = checkSite(options);
  const press = { site, root, environment: environmentOf(site, root), sets: environmentOf(site, root) };
  presses.set(options, press);
  return press;
}

function environmentOf(site: Site, root: string): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader(path.join(root, "layouts"));
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries(filtersOf(site, safe))) environment.addFilter(name, filter);
  environment.addGlobal("site", site);
  return environment;
}

function safe(text: string): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(text);
}

/**
 * Forgets all layouts, so that the next page is drawn with them as they are on disk.
 * @param press - the press
 */
export function forgetLayouts({ environment, sets }: Press): void {
  // The method is in Nunjucks, but not in its types.
  for (const each of [environment, sets])
    (each as nunjucks.Environment & { invalidateCache(): void }).invalidateCache();
}

/**
 * Lets all layouts see an archive.
 * @param press - the press
 * @param archive - what is known across all articles
 * @param quality - what is to be said of the source files
 * @param serving - whether the pages are for the development server
 */
export function setArchive(press: Press, archive: Archive, quality: QualityReport, serving: boolean): void {
  for (const environment of [press.environment, press.sets]) {
    environment.addGlobal("archive", archive);
    environment.addGlobal("quality", quality);
  }
  setPolicy(press, serving);
}

/**
 * Lets all layouts see what their pages may load.
 * @param press - the press
 * @param serving - whether the pages are for the development server
 */
export function setPolicy(press: Press, serving: boolean): void {
  const policy = contentSecurityPolicy(press.site, serving);
  for (const environment of [press.environment, press.sets]) environment.addGlobal("contentSecurityPolicy", policy);
}
