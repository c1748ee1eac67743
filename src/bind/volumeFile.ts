import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";
import type { Article, ArticleBody, ArticleHeader, Month, SourcePath } from "../model.ts";
import { monthOf } from "../normalise/date.ts";
import { byCodeUnit } from "../order.ts";

/** What a volume's file holds: headers for the catalogue in one line of JSON, then a body a line, in the same order. */
export interface VolumeText {
  readonly headers: string;
  readonly bodies: readonly string[];
}

/** Where a volume's file is: its name ends in a hash of its content. */
export type VolumeFileName = string & { readonly __brand: "VolumeFileName" };

const nameLength = 16;

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
  const text = [headers, ...sorted.map((article) => JSON.stringify(bodyOf(article))), ""].join("\n");
  const file = `${month}-${shortHash(text, nameLength)}.jsonl` as VolumeFileName;
  const aside = path.join(folder, `.${file}.${process.pid}`);
  writeFileSync(aside, text);
  renameSync(aside, path.join(folder, file));
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
  if (!file.endsWith(`-${shortHash(text, nameLength)}.jsonl`)) return undefined;
  const [headers = "[]", ...bodies] = text.split("\n");
  return { headers, bodies: bodies.slice(0, -1) };
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

/**
 * Opens articles one at a time, as pages of one month after another are drawn; the volume of the last one stays open.
 * @param folder - the folder of volumes
 * @param files - the volumes' files by month
 * @returns gives the whole record of an article
 */
export function articleOpener(
  folder: string,
  files: ReadonlyMap<Month, VolumeFileName>,
): (header: ArticleHeader) => Article {
  let open: { readonly month: Month; readonly bodies: ReadonlyMap<SourcePath, string> } | undefined;
  return (header) => {
    const month = monthOf(header.published.day);
    if (open?.month !== month) {
      const volume = readVolume(folder, files.get(month)!);
      if (!volume) throw new Error(`The volume ${month} is gone from ${folder}`);
      const paths = (JSON.parse(volume.headers) as ArticleHeader[]).map((article) => article.path);
      open = { month, bodies: new Map(paths.map((at, index) => [at, volume.bodies[index]!])) };
    }
    return { ...header, ...(JSON.parse(open.bodies.get(header.path)!) as ArticleBody) };
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
