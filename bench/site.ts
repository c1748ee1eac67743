import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { project } from "./fangzhi.ts";

/** From so many articles on, a term has pages for its months; smaller ones have all on one page, as with the peers. */
const monthsFrom = 200;

/**
 * Makes a site that is configured to make the same pages as the peers: lists of all articles of each term, on few pages
 * where there are few articles.
 * @param folder - where; made if missing
 * @returns the folder
 */
export function samePagesSite(folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(project, "layouts"), path.join(folder, "layouts"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const config = readFileSync(path.join(project, ".eleventy.ts"), "utf8")
    .replace('"./src/index.ts"', JSON.stringify(path.join(project, "src/index.ts")))
    .replace("defineSite({", `defineSite({\n  monthsFrom: ${monthsFrom},\n  search: false,\n  cards: false,`);
  if (!config.includes("monthsFrom")) throw new Error(".eleventy.ts does not call defineSite({…})");
  writeFileSync(path.join(folder, ".eleventy.ts"), config);
  return folder;
}
