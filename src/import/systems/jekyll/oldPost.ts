import { HeldBack } from "../../../errors.ts";
import type { Problem, Published, SourcePath } from "../../../model.ts";
import { isEmptyDate, readDate } from "../../../normalise/date.ts";
import { zonelessTimestamp } from "../../../normalise/dateForms.ts";
import { readFileName } from "../../../normalise/fileName.ts";
import { fillTemplate, hasKnownPlaceholders } from "../../../normalise/permalink.ts";
import { categoriesOf } from "../../../normalise/terms.ts";
import { parsePost } from "../../../parse/post.ts";
import { typeFrontMatter, type FrontMatter } from "../../../parse/schema.ts";
import { printable } from "../../../characters.ts";
import { remark } from "../export.ts";
import { readOldFile, type OldFile } from "../folder.ts";
import { parseSettings, textsOf, type Settings } from "../settings.ts";
import { defaultsFor, type JekyllConfig } from "./config.ts";
import type { Candidate } from "./listing.ts";

/** A Jekyll site, as far as its posts need it. */
export interface JekyllSite {
  readonly root: string;
  readonly config: JekyllConfig;
  /** IANA name of the zone in which Jekyll began its days. */
  readonly zone: string;
  /** That of the archive. */
  readonly ownZone: string;
}

/** A file of a Jekyll site as Jekyll reads it. */
export interface JekyllPost {
  readonly file: OldFile;
  /** The file's text, with fences. */
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** What the configuration says of it and its file does not. */
  readonly additions: Settings;
  readonly published?: Published;
  readonly address?: string;
  readonly remarks: readonly Problem[];
}

/** Keys that have a meaning here, in a file's front matter or among the configuration's defaults. */
export const carriedKeys: ReadonlySet<string> = new Set([
  ...["title", "date", "categories", "category", "tags", "tag", "slug", "published", "draft", "lang", "redirect_from"],
  ...["author", "photographer", "editor", "source", "original", "page", "excerpt", "excerpt_separator"],
]);

/**
 * Reads a post, a draft or a document of a collection by Jekyll's rules:
 * https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb
 * @param candidate - where it stands
 * @param site - the site
 * @returns the post
 * @throws HeldBack when it cannot be read; its place is in the export
 */
export function readJekyllPost(candidate: Candidate, site: JekyllSite): JekyllPost {
  const file = readOldFile(site.root, candidate.from, site.config.encoding);
  const text = /^\s*---/.test(file.text) ? file.text : `---\nlayout: post\n---\n${file.text}`;
  const lines = printable(text.replace(/\r\n?/g, "\n"));
  const post = parsePost({ path: candidate.from as SourcePath, text: lines, sha256: "", modified: 0, notes: [] });
  if (!post) throw new HeldBack(remark(candidate.from, "no-front-matter"));

  const { type } = candidate;
  const scoped = type === "posts" || type === "drafts" ? candidate.from : `_${type}/${candidate.below}`;
  const defaults = defaultsFor(site.config, scoped, type);
  const missing = Object.keys(defaults).length === 0 ? {} : missingKeys(post.frontMatterText, defaults);
  const frontMatter = withDefaults(post.frontMatter, missing, candidate.from);

  const name = readFileName(candidate.below as SourcePath);
  const stated = frontMatter.date === undefined || isEmptyDate(frontMatter.date) ? undefined : frontMatter.date;
  const written = stated ?? name.date;
  const { published, zoned } = datesOf(written, site);
  const isPublic = type !== "drafts" && frontMatter.published;
  const address = isPublic ? addressOf(candidate, frontMatter, name.slug, published, site.config) : undefined;
  const isZoneAdded = stated !== undefined && zoned !== undefined;
  return {
    file,
    text,
    frontMatter,
    additions: {
      ...Object.fromEntries(Object.entries(missing).filter(([key]) => carriedKeys.has(key))),
      ...(isZoneAdded ? { date: zoned } : {}),
    },
    ...(published === undefined ? {} : { published }),
    ...(address === undefined ? {} : { address }),
    remarks: isZoneAdded ? [remark(candidate.from, "old-zone", { zone: site.zone })] : [],
  };
}

/** The configuration's keys that the file does not give itself; categories are those of both. */
function missingKeys(frontMatter: string, defaults: Settings): Settings {
  let own: Settings;
  try {
    own = parseSettings(frontMatter, "yaml");
  } catch {
    // A title that had to be repaired: what it says was read, which keys there are shows in the lines.
    own = Object.fromEntries(Array.from(frontMatter.matchAll(/^([\w-]+):/gm), ([, key]) => [key!, true]));
  }
  const isGiven = (key: string) => own[key] !== undefined && own[key] !== null;
  const missing = Object.entries(defaults).filter(([key]) => !isGiven(key));
  if (!isGiven("categories") || defaults["categories"] === undefined) return Object.fromEntries(missing);
  const categories = [...new Set([...namesOf(defaults["categories"]), ...namesOf(own["categories"])])];
  return { ...Object.fromEntries(missing), categories };
}

function namesOf(categories: unknown): readonly string[] {
  return typeof categories === "string" ? categories.split(/\s+/).filter(Boolean) : textsOf(categories);
}

function withDefaults(own: FrontMatter, missing: Settings, from: string): FrontMatter {
  if (Object.keys(missing).length === 0) return own;
  const typed = typeFrontMatter(missing);
  if ("got" in typed) throw new HeldBack(remark(from, "front-matter-type", { ...typed }));
  const known = Object.keys(missing).filter(
    (key) => carriedKeys.has(key) || key === "permalink",
  ) as (keyof FrontMatter)[];
  return { ...own, ...Object.fromEntries(known.map((key) => [key, typed[key]])) };
}

/** Jekyll takes a timestamp without a zone for UTC; here it is read as its author's clock showed it. */
function datesOf(
  written: string | undefined,
  { zone, ownZone }: JekyllSite,
): { readonly published?: Published; readonly zoned?: string } {
  if (written === undefined) return {};
  const date = readDate(zonelessTimestamp.test(written) ? `${written} +0000` : written, zone);
  if ("rule" in date) return {};
  if (zone === ownZone || date.published.precision === "day") return { published: date.published };
  const [here, there] = [readDate(written, zone), readDate(written, ownZone)];
  if ("rule" in here || "rule" in there || here.published.instant === there.published.instant) {
    return { published: date.published };
  }
  const { local } = here.published;
  return {
    published: date.published,
    zoned: `${local.slice(0, 10)} ${local.slice(11, 19)} ${local.slice(19).replace(":", "")}`,
  };
}

/** Placeholders that take a date. */
const dated = /:(?:\w*(?:year|month|day|week)|hour|minute|second)/;

function addressOf(
  { type, from, below, above }: Candidate,
  frontMatter: FrontMatter,
  nameSlug: string,
  published: Published | undefined,
  config: JekyllConfig,
): string | undefined {
  const isPost = type === "posts";
  const usual = isPost ? config.permalink : config.collections.get(type)!;
  const template = (frontMatter.permalink ?? usual).replace(/:collection(?![a-z_])/g, type);
  if (!hasKnownPlaceholders(template) || (published === undefined && dated.test(template))) return undefined;
  const slug = frontMatter.slug?.trim() || nameSlug;
  const categories = categoriesOf(frontMatter, above);
  const filled = fillTemplate(template, { categories, slug, path: isPost ? from : below, published: published! });
  return `/${filled}`.replace(/\/{2,}/g, "/");
}
