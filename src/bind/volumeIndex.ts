import { foldAddress, isOddPath } from "../address.ts";
import { Digest } from "../digest.ts";
import { Distinct } from "../distinct.ts";
import { shortHash } from "../hash.ts";
import type { Article, ArticleHeader, Day, Month, Permalink, RoughPrecision, SourcePath } from "../model.ts";
import { companiesIn, type Company } from "../normalise/companies.ts";
import { isRough } from "../normalise/date.ts";
import { belongsToSite } from "../normalise/sitePages.ts";
import { byCodeUnit } from "../order.ts";
import { hashesIn, sketchAt, sketchOf } from "./sketch.ts";
import { textAt, textsOf, type Texts } from "./texts.ts";

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
  /** Hash of those lines, so that an article can be taken out of its volume's file and checked alone. */
  readonly linesHash: number;
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

/** The rows of a volume in columns, newest first: so they take little room, and are read at once. */
export interface VolumeIndex {
  readonly month: Month;
  /** How many rows there are. */
  readonly length: number;
  readonly paths: Texts;
  readonly permalinks: Texts;
  readonly titles: Texts;
  readonly times: Float64Array;
  /** The days of the month, each once for all that is of it; the first stands at 1. */
  readonly days: readonly Day[];
  /** Days of the month, 1 to 31. */
  readonly dates: Uint8Array;
  readonly filings: readonly Filing[];
  /** For each article, its place in `filings`. */
  readonly filed: Uint32Array;
  readonly hashes: Float64Array;
  readonly rows: Float64Array;
  readonly textKeys: Float64Array;
  readonly addressKeys: Float64Array;
  /** Sketches, one after another. */
  readonly sketches: Uint32Array;
  readonly twinKeys: Float64Array;
  readonly headerBytes: Uint32Array;
  readonly bodyBytes: Uint32Array;
  readonly linesHashes: Float64Array;
  readonly companies: readonly Company[];
  /** By place in the columns, places in `companies`. */
  readonly about: Readonly<Record<number, readonly number[]>>;
  readonly rares: readonly Rare[];
  /** For each article, its place in `rares`. */
  readonly rare: Uint32Array;
}

/** A volume as the catalogue has it: its index, and a way to the headers. */
export interface Volume {
  readonly index: VolumeIndex;
  /** The header of the article at a place in the columns; it throws DamagedVolume. */
  readonly header: (at: number) => ArticleHeader;
}

/**
 * What the catalogue needs to know of an article.
 * @param article - the article
 * @param header - the line of its header
 * @param lines - how long the line of its header is, and what follows it, and their hash
 * @returns its row
 */
export function rowOf(
  article: Article,
  header: string,
  lines: Pick<IndexRow, "headerBytes" | "bodyBytes" | "linesHash">,
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
    hash: hashOf(header),
    row: new Digest().text(permalink).text(title).text(day).text(source).text(rough).value(),
    textKey: hashOf(characters < leastOfText ? `${day}\n${title}\n${textDigest}` : textDigest),
    addressKey: addressKeyOf(permalink),
    sketch: sketchOf(characters < leastOfText ? "" : text),
    twinKey: twin ? hashOf(twin.code) : 0,
    companies: companiesIn(article.securities),
    ...lines,
    ...rareOf(article),
    ...(rough === undefined ? {} : { precision: rough }),
  };
}

/**
 * Lays rows out in columns.
 * @param month - the volume's month
 * @param rows - newest first
 * @returns the index
 */
export function indexOf(month: Month, rows: readonly IndexRow[]): VolumeIndex {
  const filings = new Distinct<Filing>();
  const rares = new Distinct<Rare>();
  return {
    month,
    length: rows.length,
    paths: textsOf(rows.map(({ path }) => path)),
    permalinks: textsOf(rows.map(({ permalink }) => permalink)),
    titles: textsOf(rows.map(({ title }) => title)),
    times: Float64Array.from(rows, ({ time }) => time),
    days: Array.from({ length: 32 }, (_, date) => `${month}-${String(date).padStart(2, "0")}` as Day),
    dates: Uint8Array.from(rows, ({ day }) => Number(day.slice(8))),
    filings: filings.values,
    filed: Uint32Array.from(rows, ({ filing }) => filings.placeOf(filing)),
    hashes: Float64Array.from(rows, ({ hash }) => hash),
    rows: Float64Array.from(rows, ({ row }) => row),
    textKeys: Float64Array.from(rows, ({ textKey }) => textKey),
    addressKeys: Float64Array.from(rows, ({ addressKey }) => addressKey),
    sketches: hashesIn(rows.map(({ sketch }) => sketch).join("")),
    twinKeys: Float64Array.from(rows, ({ twinKey }) => twinKey),
    headerBytes: Uint32Array.from(rows, ({ headerBytes }) => headerBytes),
    bodyBytes: Uint32Array.from(rows, ({ bodyBytes }) => bodyBytes),
    linesHashes: Float64Array.from(rows, ({ linesHash }) => linesHash),
    ...companyColumns(rows),
    rares: rares.values,
    rare: Uint32Array.from(rows, (row) => rares.placeOf(rareOf(row))),
  };
}

/**
 * Takes a row out of the columns again.
 * @param index - the index
 * @param at - the place
 * @returns the row
 */
export function rowAt(index: VolumeIndex, at: number): IndexRow {
  return {
    path: pathAt(index, at),
    permalink: permalinkAt(index, at),
    title: textAt(index.titles, at),
    time: index.times[at]!,
    day: dayAt(index, at),
    filing: index.filings[index.filed[at]!]!,
    hash: index.hashes[at]!,
    row: index.rows[at]!,
    textKey: index.textKeys[at]!,
    addressKey: index.addressKeys[at]!,
    sketch: sketchAt(index.sketches, at),
    twinKey: index.twinKeys[at]!,
    companies: companiesAt(index, at),
    headerBytes: index.headerBytes[at]!,
    bodyBytes: index.bodyBytes[at]!,
    linesHash: index.linesHashes[at]!,
    ...rareAt(index, at),
  };
}

/**
 * The file of an article.
 * @param index - the index
 * @param at - the article's place
 * @returns its path
 */
export function pathAt({ paths }: VolumeIndex, at: number): SourcePath {
  return textAt(paths, at) as SourcePath;
}

/**
 * The address that an article asks for.
 * @param index - the index
 * @param at - the article's place
 * @returns the address
 */
export function permalinkAt({ permalinks }: VolumeIndex, at: number): Permalink {
  return textAt(permalinks, at) as Permalink;
}

/**
 * The day of an article.
 * @param index - the index
 * @param at - the article's place
 * @returns the day: `2022-03-11`
 */
export function dayAt({ days, dates }: VolumeIndex, at: number): Day {
  return days[dates[at]!]!;
}

/**
 * The listed companies that an article is about.
 * @param index - the index
 * @param at - the article's place
 * @returns the companies, mostly none
 */
export function companiesAt({ companies, about }: VolumeIndex, at: number): readonly Company[] {
  return about[at]?.map((place) => companies[place]!) ?? none;
}

/**
 * What few articles have.
 * @param index - the index
 * @param at - the article's place
 * @returns what the article has of it, mostly nothing
 */
export function rareAt({ rares, rare }: VolumeIndex, at: number): Rare {
  return rares[rare[at]!]!;
}

const none: readonly never[] = [];

function companyColumns(rows: readonly IndexRow[]): Pick<VolumeIndex, "companies" | "about"> {
  const known = new Distinct<Company>();
  const about = Object.fromEntries(
    rows.flatMap(({ companies }, at) =>
      companies.length > 0 ? [[at, companies.map((company) => known.placeOf(company))]] : [],
    ),
  );
  return { companies: known.values, about };
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
 * A number for a text that only chance could give to another: 48 bits of its SHA-256.
 * @param text - any text, or bytes
 * @returns the number, never 0
 */
export function hashOf(text: string | Uint8Array): number {
  return Number.parseInt(shortHash(text, 12), 16) || 1;
}

/**
 * What tells that an address is in nobody's way without a look at it.
 * @param permalink - an address from the site's root
 * @returns a number that is the same for addresses that some disk takes for one; 0 for an address of the site itself,
 * and for one that may be a folder's
 */
export function addressKeyOf(permalink: string): number {
  const folded = foldAddress(permalink);
  return isOddPath(folded) || belongsToSite(permalink as Permalink) ? 0 : hashOf(folded);
}

function rareOf(row: Rare): Rare {
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
