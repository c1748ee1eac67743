import type { Site } from "../config.ts";
import { siteHref } from "../address.ts";
import type { Permalink } from "../model.ts";
import { isSitePage } from "./sitePages.ts";

/** Where a link of a body leads. */
export interface Link {
  /** What stands in the page's `href`. */
  readonly href: string;
  /** The address in the record: from `/` inside the site, else the whole URL. */
  readonly address: string;
  readonly isForeign: boolean;
}

/** Stands in for the site's own host while an address is resolved; nobody can own it (RFC 2606). */
const ownHost = "site.invalid";

/** An address that is relative to nothing. */
const whole = /^https?:\/\//i;

/** How addresses of the old site's folders became pages. */
const movedFolder = /^\/([^/.]+)\/$/;

/**
 * Reads an address that a body refers to.
 * @param href - the attribute as written
 * @param base - the article's permalink, for relative addresses
 * @param site - the site; its own and its former hosts are one place
 * @returns where it leads, or `undefined` when it leads nowhere: a fragment of a body has lost its ids
 */
export function readLink(href: string, base: Permalink, site: Site): Link | undefined {
  const trimmed = href.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return undefined;
  let url: URL;
  try {
    url = whole.test(trimmed) ? new URL(trimmed) : new URL(trimmed, `https://${ownHost}${encodeURI(base)}`);
  } catch {
    return undefined;
  }
  if (url.protocol === "mailto:") return { href: url.href, address: url.href, isForeign: true };
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  if (!isOurs(url, site)) return { href: url.href, address: url.href, isForeign: true };
  const address = addressOf(url, site);
  return address === undefined ? undefined : { href: siteHref(address, site), address, isForeign: false };
}

/**
 * The attributes of a link in a page.
 * @param link - where it leads
 * @returns `href`, and `rel` when it leaves the site
 */
export function linkAttributes(link: Link): Record<string, string> {
  return link.isForeign ? { href: link.href, rel: "noopener noreferrer" } : { href: link.href };
}

function isOurs(url: URL, site: Site): boolean {
  return url.hostname === ownHost || url.host === hostOf(site) || site.formerHosts.includes(url.host);
}

const hosts = new WeakMap<Site, string>();

function hostOf(site: Site): string {
  const known = hosts.get(site) ?? new URL(site.url).host;
  hosts.set(site, known);
  return known;
}

function addressOf(url: URL, site: Site): Permalink | undefined {
  try {
    const path = decodeURIComponent(url.pathname).normalize("NFC");
    const own = url.hostname !== ownHost && site.prefix !== "" && path.startsWith(`${site.prefix}/`);
    const address = (own ? path.slice(site.prefix.length) : path).replace(/^[/\\]+/, "/");
    return (isSitePage(address) ? address : address.replace(movedFolder, "/category/$1.html")) as Permalink;
  } catch {
    return undefined;
  }
}
