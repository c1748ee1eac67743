import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SiteOptions } from "../src/config.ts";
import { project } from "./fangzhi.ts";

/** From so many articles on, a term has pages for its months; smaller ones have all on one page, as with the peers. */
const monthsFrom = 200;

/**
 * Makes a site that is configured to make the same pages as the peers: lists of all articles of each term, on few pages
 * where there are few articles, and no data beside the pages.
 * @param folder - where; made if missing
 * @returns the folder
 */
export function samePagesSite(folder: string): string {
  return siteWith(folder, { ...samePages, search: false });
}

/**
 * The same with a search.
 * @param folder - where; made if missing
 * @returns the folder
 */
export function searchSite(folder: string): string {
  return siteWith(folder, samePages);
}

const samePages: SiteChanges = { monthsFrom, data: false, cards: false };

type SiteChanges = Partial<Pick<SiteOptions, "monthsFrom" | "search" | "data" | "cards">>;

function siteWith(folder: string, changes: SiteChanges): string {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(project, "layouts"), path.join(folder, "layouts"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const lines = Object.entries(changes).map(([name, value]) => `\n  ${name}: ${value},`);
  const config = readFileSync(path.join(project, ".eleventy.ts"), "utf8")
    .replace('"./src/index.ts"', JSON.stringify(path.join(project, "src/index.ts")))
    .replace("defineSite({", `defineSite({${lines.join("")}`);
  if (!config.includes("monthsFrom")) throw new Error(".eleventy.ts does not call defineSite({…})");
  writeFileSync(path.join(folder, ".eleventy.ts"), config);
  return folder;
}
