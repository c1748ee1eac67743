import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";
import type { Article, ArticleBody, ArticleHeader, Month, SourcePath } from "../model.ts";
import { byCodeUnit } from "../order.ts";
import { writeText } from "../record.ts";

/** What a volume's file holds: headers for the catalogue in one line of JSON, then a body a line, in the same order. */
export interface VolumeText {
  readonly headers: string;
  readonly bodies: readonly string[];
}

/**
 * A volume's file: its month, hashes of its headers and of its bodies, and how many bytes the headers take, so that
 * they can be read and checked alone.
 */
export type VolumeFileName = string & { readonly __brand: "VolumeFileName" };

const hashLength = 16;
const nameParts = /^\d{4}-\d{2}-([0-9a-f]{16})-([0-9a-f]{16})-(\d+)\.jsonl$/;

/**
 * Writes a volume's file, whole or not at all. Files are named by what they hold, so that one which is in use is never
 * changed.
 * @param folder - the folder of volumes
 * @param month - the volume's month
 * @param articles - its articles, in any order
 * @returns the file's name and the line of headers in it
 */
export function writeVolume(
  folder: string,
  month: Month,
  articles: readonly Article[],
): { readonly file: VolumeFileName; readonly headers: string } {
  const sorted = [...articles].sort((a, b) => byCodeUnit(a.path, b.path));
  const headers = JSON.stringify(sorted.map(headerOf));
  const bodies = [...sorted.map((article) => JSON.stringify(bodyOf(article))), ""].join("\n");
  const hashes = [headers, bodies].map((text) => shortHash(text, hashLength));
  const file = `${[month, ...hashes, Buffer.byteLength(headers)].join("-")}.jsonl` as VolumeFileName;
  writeText(path.join(folder, file), `${headers}\n${bodies}`);
  return { file, headers };
}

/**
 * Reads a volume's file.
 * @param folder - the folder of volumes
 * @param file - its name
 * @returns what it holds, or `undefined` when it is not there or not what was written
 */
export function readVolume(folder: string, file: VolumeFileName): VolumeText | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(folder, file), "utf8");
  } catch {
    return undefined;
  }
  const end = text.indexOf("\n");
  const [headers, bodies] = [text.slice(0, end), text.slice(end + 1)];
  const [, headersHash, bodiesHash] = nameParts.exec(file) ?? [];
  if (shortHash(headers, hashLength) !== headersHash || shortHash(bodies, hashLength) !== bodiesHash) return undefined;
  return { headers, bodies: bodies.split("\n").slice(0, -1) };
}

/**
 * Reads the headers of a volume's file and leaves its bodies alone.
 * @param folder - the folder of volumes
 * @param file - its name
 * @returns the line of headers, or `undefined` when it is not there or not what was written
 */
export function readHeaders(folder: string, file: VolumeFileName): string | undefined {
  const [, hash, , length = "0"] = nameParts.exec(file) ?? [];
  let opened: number | undefined;
  try {
    opened = openSync(path.join(folder, file), "r");
    const bytes = Buffer.alloc(Number(length));
    readSync(opened, bytes);
    const headers = bytes.toString("utf8");
    return shortHash(headers, hashLength) === hash ? headers : undefined;
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/**
 * Makes articles of a volume's text.
 * @param volume - what the file holds
 * @returns its articles, whole
 */
export function articlesIn({ headers, bodies }: VolumeText): readonly Article[] {
  return (JSON.parse(headers) as ArticleHeader[]).map((header, index) => ({
    ...header,
    ...(JSON.parse(bodies[index]!) as ArticleBody),
  }));
}

/** Thrown when a volume turns out to be damaged only when a page is to be drawn from it. */
export class DamagedVolume extends Error {
  /** Path of its file. */
  readonly file: string;

  constructor(file: string) {
    super(`${file} is damaged`);
    this.name = "DamagedVolume";
    this.file = file;
  }
}

/**
 * Opens articles one at a time, as pages of one month after another are drawn; the volume of the last one stays open.
 * @param folder - the folder of volumes
 * @param files - the volumes' files by month
 * @returns gives the whole record of an article; it throws DamagedVolume
 */
export function articleOpener(
  folder: string,
  files: ReadonlyMap<Month, VolumeFileName>,
): (article: { readonly month: Month; readonly path: SourcePath }) => Article {
  let open:
    | { readonly month: Month; readonly records: ReadonlyMap<SourcePath, readonly [ArticleHeader, string]> }
    | undefined;
  return ({ month, path: at }) => {
    if (open?.month !== month) {
      const file = files.get(month)!;
      const volume = readVolume(folder, file);
      if (!volume) throw new DamagedVolume(path.join(folder, file));
      const headers = JSON.parse(volume.headers) as ArticleHeader[];
      open = {
        month,
        records: new Map(headers.map((header, index) => [header.path, [header, volume.bodies[index]!]])),
      };
    }
    const [header, body] = open.records.get(at)!;
    return { ...header, ...(JSON.parse(body) as ArticleBody) };
  };
}

const bodyKeys = new Set<keyof ArticleBody>([
  "body",
  "text",
  "paragraphs",
  "headings",
  "images",
  "securities",
  "links",
  "inferred",
  "extra",
]);

function headerOf(article: Article): ArticleHeader {
  return pick(article, (key) => !bodyKeys.has(key as keyof ArticleBody)) as unknown as ArticleHeader;
}

function bodyOf(article: Article): ArticleBody {
  return pick(article, (key) => bodyKeys.has(key as keyof ArticleBody)) as unknown as ArticleBody;
}

function pick(article: Article, isWanted: (key: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(article).filter(([key]) => isWanted(key)));
}
