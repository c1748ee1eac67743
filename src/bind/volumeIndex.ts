import { Distinct } from "../distinct.ts";
import type { ArticleHeader, Day, Month, Permalink, SourcePath } from "../model.ts";
import type { Company } from "../normalise/companies.ts";
import { rareOf, type Filing, type IndexRow, type Rare } from "./indexRow.ts";
import { hashesIn, sketchAt } from "./sketch.ts";
import { textAt, textsOf, type Texts } from "./texts.ts";

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
  readonly checksums: Uint32Array;
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
    checksums: Uint32Array.from(rows, ({ checksum }) => checksum),
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
    checksum: index.checksums[at]!,
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
