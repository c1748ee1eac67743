import { Temporal } from "temporal-polyfill";
import type { Permalink, Published } from "../model.ts";
import { isSitePage } from "./sitePages.ts";
import { cutToFit, slugOf } from "./slug.ts";

/** What an address is made of. */
export interface PermalinkParts {
  readonly categories: readonly string[];
  /** The front matter's `slug`, or the one in the file name. */
  readonly slug: string;
  /** The file's path. */
  readonly path: string;
  readonly published: Published;
}

/** Why a `permalink` in front matter is not followed. */
export type PermalinkFault = {
  readonly rule: "permalink-not-inside" | "permalink-site-page" | "permalink-placeholder";
};

/**
 * Fills a permalink template by Jekyll's rules: https://jekyllrb.com/docs/permalinks/
 * @param template - such as `/:categories/:year/:month/:day/:title.html`; its placeholders must be known ones
 * @param parts - the article's
 * @returns the address
 */
export function fillPermalink(template: string, parts: PermalinkParts): Permalink {
  return pageAt(fillTemplate(template, parts));
}

/**
 * Puts the parts of an address into a template, and nothing else: what may not stand in a file name stays.
 * @param template - a permalink template; its placeholders must be known ones
 * @param parts - the article's
 * @returns the address as Jekyll has it
 */
export function fillTemplate(template: string, parts: PermalinkParts): string {
  if (template !== last.template) last = { template, pieces: piecesOf(template) };
  let filled = "";
  for (const piece of last.pieces) filled += typeof piece === "string" ? piece : piece(parts);
  return filled;
}

/** What a template is made of. */
type Pieces = readonly (string | Placeholder)[];

/** Most articles have the site's own template. */
let last: { readonly template: string; readonly pieces: Pieces } = { template: "", pieces: [] };

function piecesOf(template: string): Pieces {
  return template.split(/:([a-z_]+)/).flatMap((piece, at): Pieces => {
    if (at % 2 === 0) return [piece];
    const name = keyOf(piece);
    return name === undefined ? [] : [placeholders[name]!, piece.slice(name.length)];
  });
}

/** The file that a host serves for an address. */
function pageAt(filled: string): Permalink {
  const segments = filled.split("/").filter(Boolean).map(pathSegment);
  const address = `/${segments.join("/")}`;
  if (filled.endsWith("/")) return `${address === "/" ? "" : address}/index.html` as Permalink;
  return (/\.html?$/i.test(address) ? address : `${address}.html`) as Permalink;
}

/**
 * Whether a template has only placeholders that Jekyll knows.
 * @param template - a permalink template
 * @returns false when one of them is unknown
 */
export function hasKnownPlaceholders(template: string): boolean {
  return [...template.matchAll(/:([a-z_]+)/g)].every(([, key]) => keyOf(key!) !== undefined);
}

/**
 * Follows a `permalink` of front matter if it is an ordinary page address inside the site.
 * @param permalink - as the author wrote it, perhaps percent-encoded, perhaps with placeholders
 * @param parts - the article's
 * @returns the address, or why it is not followed
 */
export function followPermalink(permalink: string, parts: PermalinkParts): Permalink | PermalinkFault {
  const plain = decoded(permalink.trim());
  if (plain === undefined || !isOrdinary(plain)) return { rule: "permalink-not-inside" };
  if (!hasKnownPlaceholders(plain)) return { rule: "permalink-placeholder" };
  const address = fillPermalink(plain, parts);
  return isSitePage(address) || isSitePage(plain) ? { rule: "permalink-site-page" } : address;
}

/**
 * Reads an address of `redirect_from`, at which jekyll-redirect-from makes a page:
 * https://github.com/jekyll/jekyll-redirect-from#usage
 * @param written - as the author wrote it, perhaps percent-encoded; a colon begins no placeholder
 * @returns the address, or `undefined` when it is no ordinary page address inside the site
 */
export function formerAddress(written: string): Permalink | undefined {
  const plain = decoded(written.trim());
  if (plain === undefined || !isOrdinary(plain) || plain.includes(":")) return undefined;
  const address = pageAt(plain);
  return isSitePage(address) || isSitePage(plain) ? undefined : address;
}

type Placeholder = (parts: PermalinkParts) => string;

/** A part of the local time `2022-03-11T02:00:40+08:00`. */
const part =
  (from: number, to: number): Placeholder =>
  ({ published }) =>
    published.local.slice(from, to);
const number =
  (from: number, to: number): Placeholder =>
  ({ published }) =>
    String(Number(published.local.slice(from, to)));
const ofDay = (read: (day: Temporal.PlainDate) => number | undefined, length: number): Placeholder => {
  return ({ published }) => String(read(Temporal.PlainDate.from(published.local.slice(0, 10)))).padStart(length, "0");
};
const english = (options: Intl.DateTimeFormatOptions): Placeholder => {
  return ({ published }) => Temporal.PlainDate.from(published.local.slice(0, 10)).toLocaleString("en-US", options);
};

/** The placeholders of Jekyll's `UrlDrop`: https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/drops/url_drop.rb */
const placeholders: Readonly<Record<string, Placeholder>> = {
  categories: ({ categories }) => [...new Set(categories.map((category) => category.toLowerCase()))].join("/"),
  slugified_categories: ({ categories }) => [...new Set(categories.map(plainSlug))].join("/"),
  title: ({ slug }) => slugOf(slug),
  slug: ({ slug }) => plainSlug(slug),
  name: ({ path }) => plainSlug(path.replace(/^.*\//, "").replace(/\.[^.]+$/, "")),
  path: ({ path }) => path.replace(/^.*?_posts\//, "").replace(/\.[^./]+$/, ""),
  collection: () => "posts",
  output_ext: () => ".html",
  year: part(0, 4),
  short_year: part(2, 4),
  month: part(5, 7),
  i_month: number(5, 7),
  short_month: english({ month: "short" }),
  long_month: english({ month: "long" }),
  day: part(8, 10),
  i_day: number(8, 10),
  y_day: ofDay((day) => day.dayOfYear, 3),
  w_year: ofDay((day) => day.yearOfWeek, 4),
  week: ofDay((day) => day.weekOfYear, 2),
  w_day: ofDay((day) => day.dayOfWeek, 1),
  short_day: english({ weekday: "short" }),
  long_day: english({ weekday: "long" }),
  hour: part(11, 13),
  minute: part(14, 16),
  second: part(17, 19),
};

/** `:month_:day` is `:month`, an underscore and `:day`, as in Jekyll. */
function keyOf(key: string): string | undefined {
  return [key, key.replace(/_$/, "")].find((name) => Object.hasOwn(placeholders, name));
}

/** Jekyll's "default" slug: letters and digits only, lower case. */
function plainSlug(text: string): string {
  const plain = text.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-");
  return slugOf(plain === "-" ? text : plain).toLowerCase();
}

/** What most parts of addresses are. */
const safeAsItIs = /^\w(?:[\w.-]*\w)?$/;
/** It takes no look at bytes to tell that so many characters fit. */
const surelyFits = 100;

/**
 * Makes one part of an address safe for a file name; all else stays as Jekyll keeps it, spaces too.
 * @param segment - text between two slashes
 * @returns the segment in NFC, never empty, never a dot-file, short enough
 */
export function pathSegment(segment: string): string {
  if (segment.length <= surelyFits && safeAsItIs.test(segment)) return segment;
  const safe = segment
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/?#%*:"<>|]+/gu, "-")
    .replace(/^[.\s]+/, "")
    .replace(/(?<![.\s])[.\s]+$/, "");
  return safe === "" ? slugOf(segment) : cutSegment(safe);
}

function cutSegment(segment: string): string {
  const ending = /\.html?$/i.exec(segment)?.[0] ?? "";
  return cutToFit(segment.slice(0, segment.length - ending.length)) + ending;
}

function decoded(permalink: string): string | undefined {
  try {
    return decodeURIComponent(permalink).normalize("NFC");
  } catch {
    return undefined;
  }
}

const unordinary = [
  /^$/,
  // A host, a scheme.
  /^\/\//,
  /^[a-z][a-z0-9+.-]*:/i,
  // A way up, a dot-file.
  /(?:^|\/)\s*\./,
  // What cannot stand in a file name or a path.
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\\?#%*"<>|]/u,
  // A file of another kind: a script, a feed.
  /\.(?!html?$)[a-z][a-z0-9]{0,4}$/i,
];

function isOrdinary(address: string): boolean {
  return unordinary.every((pattern) => !pattern.test(address));
}
