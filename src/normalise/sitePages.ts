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
