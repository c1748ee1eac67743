import type { Site } from "./config.ts";
import type { Permalink } from "./model.ts";

/**
 * The link to a page of the site, for `href`.
 * @param address - the page's address from the site's root
 * @param site - the site, which may stand in a folder of its host
 * @returns the percent-encoded path; `index.html` is left out
 */
export function siteHref(address: Permalink | string, site: Pick<Site, "prefix">): string {
  const path = site.prefix + (address.startsWith("//") ? address.replace(/^\/+/, "/") : address);
  return encodePath(path.endsWith("/index.html") ? path.slice(0, -"index.html".length) : path);
}

/**
 * The whole address of a page, for feeds, sitemaps and citations.
 * @param address - the page's address from the site's root
 * @param site - the site
 * @returns a URL
 */
export function absoluteAddress(address: Permalink | string, site: Pick<Site, "prefix" | "origin">): string {
  return site.origin + siteHref(address, site);
}

/**
 * The folders above a file.
 * @param path - an address from the site's root, or a path in the output folder
 * @returns `/a` and `/a/b` of `/a/b/c.html`, `a` and `a/b` of `a/b/c.html`
 */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/", 1); at >= 0; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/**
 * The folder a file or folder is in.
 * @param path - an address from the site's root, or a path in the output folder
 * @returns `/a/b` of `/a/b/c.html`; nothing of what is in no folder
 */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/**
 * Whether a file may stand in the way of a folder: ordinary files have a dot in their names and ordinary folders have
 * none, so that of them none is where another is.
 * @param path - an address from the site's root, or a path in the output folder
 * @returns true when its name has no dot, or a folder's name has one
 */
export function isOddPath(path: string): boolean {
  const name = path.lastIndexOf("/") + 1;
  return !path.includes(".", name) || path.lastIndexOf(".", name - 1) >= 0;
}

/** What most addresses are made of; none of it is ever encoded. */
const plain = /^[\w./-]*$/;

/** Encodes what RFC 3986 does not allow in a path, and nothing else. */
function encodePath(path: string): string {
  return plain.test(path) ? path : encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

const isAscii = /^[\0-\x7f]*$/;

/**
 * An address as the disks have it that keep no capitals apart.
 * @param address - an address from the site's root
 * @returns what is the same for addresses that some disk takes for one
 */
export function foldAddress(address: string): string {
  // Upper case first, as Unicode folds case: ß and SS are one name on some disks.
  return isAscii.test(address) ? address.toLowerCase() : address.normalize("NFC").toUpperCase().toLowerCase();
}
