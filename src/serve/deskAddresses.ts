import type { SourcePath } from "../model.ts";

/** All that is the editor's and not the site's stands below this address, and in no output folder. */
export const deskRoot = "/.fangzhi/";
/** Where a form is sent that opens a file, and the page that says why it could not be opened. */
export const openAddress = `${deskRoot}open`;
const heldBackRoot = `${deskRoot}held-back/`;

/**
 * The page of a file that has no other.
 * @param path - the file's place in the posts folder
 * @returns its address from the site's root, not percent-encoded
 */
export function filePage(path: SourcePath): string {
  return heldBackRoot + path;
}

/**
 * Which file a page is of.
 * @param address - an address from the site's root, not percent-encoded
 * @returns the file's place in the posts folder, or `undefined` for another page
 */
export function fileOfPage(address: string): SourcePath | undefined {
  return address.startsWith(heldBackRoot) ? (address.slice(heldBackRoot.length) as SourcePath) : undefined;
}

/**
 * The path that a browser asks for.
 * @param url - what the request line says: `/a%20b.html?c`
 * @returns the path, not percent-encoded; `undefined` for one that no browser sends, on which the development server
 * would end: a broken escape, a way up
 */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    return /(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * The place of a path on the site.
 * @param path - a path on the server
 * @param prefix - the folder of its host that the site stands in, without a slash at its end
 * @returns the address from the site's root; `undefined` for what is not on the site
 */
export function addressOf(path: string, prefix: string): string | undefined {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}

/**
 * The file of the output folder that the development server would show, if it is a page.
 * @param address - an address from the site's root
 * @returns the page's whole address, as articles have it; `undefined` for a style sheet or the like
 */
export function pageAt(address: string): string | undefined {
  if (address.endsWith("/")) return `${address}index.html`;
  if (/\.html?$/i.test(address)) return address;
  return /\.[a-z][a-z0-9]{0,4}$/i.test(address) ? undefined : `${address}.html`;
}
