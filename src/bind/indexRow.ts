import { foldAddress, isOddPath } from "../address.ts";
import { Digest } from "../digest.ts";
import { hash48, number48 } from "../hash.ts";
import type { Article, ArticleHeader, Day, Permalink, RoughPrecision, SourcePath } from "../model.ts";
import { companiesIn, type Company } from "../normalise/companies.ts";
import { isRough } from "../normalise/date.ts";
import { belongsToSite } from "../normalise/sitePages.ts";
import { byCodeUnit } from "../order.ts";
import { sketchOf } from "./sketch.ts";

/** A text of fewer characters says too little to be the same as another. */
const leastOfText = 20;

/** What the catalogue needs to know of one article. */
export interface IndexRow extends Rare {
  readonly path: SourcePath;
  readonly permalink: Permalink;
  readonly title: string;
  /** When it was published, milliseconds since 1970. */
  readonly time: number;
  readonly day: Day;
  readonly filing: Filing;
  /** Hash of its header, which says what its source's bytes are. */
  readonly hash: number;
  /** Hash of what lists show of it. */
  readonly row: number;
  /** The same for articles of one text; one with hardly a word is alike only to those of its day and title. */
  readonly textKey: number;
  /** The same for addresses that may be in each other's way; 0 for one at which a closer look is needed. */
  readonly addressKey: number;
  /** What texts that are nearly the same have in common; nothing of a text with hardly a word. */
  readonly sketch: string;
  /** The same for files that may be twins; 0 for others. */
  readonly twinKey: number;
  /** The listed companies that it is about. */
  readonly companies: readonly Company[];
  /** How long the line of its header is without its end, and all that follows it in its record; bytes. */
  readonly headerBytes: number;
  readonly bodyBytes: number;
  /** CRC-32 of those lines, so that an article can be taken out of its volume's file and checked alone. */
  readonly checksum: number;
}

/** Where an article is filed; most have this in common with others. */
export type Filing = Pick<ArticleHeader, "categories" | "tags" | "source">;

/** What few articles have: each only where there is something in it. */
export type Rare = Partial<
  Pick<
    ArticleHeader,
    "draft" | "layout" | "formerPermalinks" | "formerCategory" | "siteLinks" | "sourceFile" | "warnings"
  >
> & {
  /** How much is known of its date, where that is less than the day. */
  readonly precision?: RoughPrecision;
};

/**
 * What the catalogue needs to know of an article.
 * @param article - the article
 * @param header - the line of its header
 * @param lines - how long the line of its header is, and what follows it, and their checksum
 * @returns its row
 */
export function rowOf(
  article: Article,
  header: string,
  lines: Pick<IndexRow, "headerBytes" | "bodyBytes" | "checksum">,
): IndexRow {
  const { path, permalink, title, published, categories, tags, source, textDigest, characters, text, twin } = article;
  const { day, precision } = published;
  const rough = isRough(precision) ? precision : undefined;
  return {
    path,
    permalink,
    title,
    time: Date.parse(published.instant),
    day,
    filing: { categories, tags, ...(source === undefined ? {} : { source }) },
    hash: hash48(header),
    row: new Digest().text(permalink).text(title).text(day).text(source).text(rough).value(),
    textKey: characters < leastOfText ? hash48(`${day}\n${title}\n${textDigest}`) : number48(textDigest),
    addressKey: addressKeyOf(permalink),
    sketch: sketchOf(characters < leastOfText ? "" : text),
    twinKey: twin ? hash48(twin.code) : 0,
    companies: companiesIn(article.securities),
    ...lines,
    ...rareOf(article),
    ...(rough === undefined ? {} : { precision: rough }),
  };
}

/**
 * The order in a volume: newest first, then by address, then by path.
 * @param a - one row
 * @param b - another
 * @returns below zero when `a` comes first
 */
export function newestFirst(a: IndexRow, b: IndexRow): number {
  return b.time - a.time || byCodeUnit(a.permalink, b.permalink) || byCodeUnit(a.path, b.path);
}

/**
 * What tells that an address is in nobody's way without a look at it.
 * @param permalink - an address from the site's root
 * @returns a number that is the same for addresses that some disk takes for one; 0 for an address of the site itself,
 * and for one that may be a folder's
 */
export function addressKeyOf(permalink: string): number {
  const folded = foldAddress(permalink);
  return isOddPath(folded) || belongsToSite(permalink as Permalink) ? 0 : hash48(folded);
}

/**
 * What few articles have, and nothing else.
 * @param row - a row, or an article
 * @returns that of it in which there is something
 */
export function rareOf(row: Rare): Rare {
  const { precision, draft, layout, formerPermalinks, formerCategory, siteLinks, sourceFile, warnings } = row;
  return {
    ...(precision === undefined ? {} : { precision }),
    ...(draft ? { draft } : {}),
    ...(layout === undefined ? {} : { layout }),
    ...(formerPermalinks?.length ? { formerPermalinks } : {}),
    ...(formerCategory === undefined ? {} : { formerCategory }),
    ...(siteLinks?.length ? { siteLinks } : {}),
    ...(sourceFile === undefined ? {} : { sourceFile }),
    ...(warnings?.length ? { warnings } : {}),
  };
}
