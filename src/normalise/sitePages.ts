import { foldersAbove } from "../address.ts";
import type { Permalink } from "../model.ts";

/** First parts of the addresses that the site itself uses; no `permalink` of an article may claim one. */
const siteFolders = ["category", "tag", "volume", "sitemap", "compare", "assets", "search", "data", "api", "sources"];
const siteFiles = ["", "index", "404", "data-quality", "feed", "robots"];
const taken = { alone: new Set([...siteFolders, ...siteFiles]), folder: new Set(siteFolders) };

/**
 * Whether an address belongs to the site's own pages.
 * @param address - an address from the site's root
 * @returns true when an article must not have it
 */
export function isSitePage(address: string): boolean {
  const [first = "", ...rest] = address.replace(/^\/+/, "").toLowerCase().split("/");
  if (rest.length === 0 || (rest.length === 1 && /^(?:index\.html?)?$/.test(rest[0]!))) {
    return taken.alone.has(first.split(".")[0]!);
  }
  return taken.folder.has(first);
}

/**
 * Whether an address is a page of the site itself, or would stand below one. `/tag/x.html` is a tag's page;
 * `/tag/2022/03/11/x.html`, of a category called tag, is nobody else's.
 * @param permalink - an address
 * @returns true when no article may have it
 */
export function belongsToSite(permalink: Permalink): boolean {
  const isShort = permalink.split("/").length <= 4;
  return (
    (isShort && isSitePage(permalink)) ||
    (/\.\w+\//.test(permalink) && foldersAbove(permalink).some((folder) => /\.\w+$/.test(folder) && isSitePage(folder)))
  );
}
