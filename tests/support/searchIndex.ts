import { deflateRawSync, inflateRawSync } from "node:zlib";
import { noProgress } from "../../src/cli/progress.ts";
import type { Day, Permalink, Term } from "../../src/model.ts";
import { monthOf } from "../../src/normalise/date.ts";
import { loadProject } from "../../src/project.ts";
import { readArchive } from "../../src/reading.ts";
import { surveySegments } from "../../src/render/searchFiles.ts";
import { lengthBytes, readContents, type Contents } from "../../src/search/blocks.ts";
import { writeDirectory } from "../../src/search/directory.ts";
import { Finder } from "../../src/search/find.ts";
import { foldTableOf } from "../../src/search/fold.ts";
import { Indexer, type SearchedArticle } from "../../src/search/indexer.ts";
import { readingsOf } from "../../src/search/pinyin.ts";
import { IndexReader, type IndexFile, type IndexSource, type Manifest } from "../../src/search/reader.ts";
import { readingsTable } from "../../src/search/readings.ts";
import type { Filing } from "../../src/search/filing.ts";
import { writeSegment } from "../../src/search/segment.ts";
import { simplifiedPairs } from "../../src/search/simplified.ts";
import { dateOf, spansOf } from "../../src/search/span.ts";
import { project } from "./command.ts";

/** The table by which the site's texts are folded. */
export const table = foldTableOf(simplifiedPairs());
/** How the site reads characters aloud. */
export const readings = readingsOf(readingsTable());

/** An article with all that a search may ask of it. */
export interface FoundArticle extends SearchedArticle {
  readonly permalink: Permalink;
  readonly day: Day;
}

/** An article on which nothing is special but what is given. */
export function foundArticle(
  permalink: string,
  { day = "2022-03-11", ...given }: Partial<SearchedArticle> & { readonly day?: string } = {},
): FoundArticle {
  const filing: Filing = { categories: [], tags: [], sources: [] };
  return { title: "标题", text: "", names: [], filing, ...given, permalink: permalink as Permalink, day: day as Day };
}

/** Deflates as the build does. */
export const compress = (bytes: Uint8Array) => deflateRawSync(bytes);
/** Inflates as a browser does. */
export const inflate = (bytes: Uint8Array) => inflateRawSync(bytes);

/** An index in memory. */
export interface MemoryIndex {
  readonly index: IndexReader;
  readonly finder: Finder;
  /** The articles as the index has them, newest first. */
  readonly articles: readonly FoundArticle[];
  /** Pieces that were read, and pages, in order: `2022-03.bin 4-60`. */
  readonly asked: readonly string[];
}

/** What an index in memory does differently. */
export interface Oddities {
  /** Whether a file of the index, or a page, cannot be had. */
  readonly isMissing?: (name: string) => boolean;
  /** What has a segment: 0 for years, 1 for quarters, 2 for months, as it is unless told. */
  readonly level?: 0 | 1 | 2;
}

/** The articles of a posts folder, read as a build reads them. */
export async function articlesIn(posts: string): Promise<readonly FoundArticle[]> {
  const { press } = await loadProject(project);
  const { archive, drawing } = await readArchive(press, { posts, drafts: false, future: true, now: 0 }, noProgress);
  return archive.entries.map(({ permalink, day, month, at, categories, tags, papers }) => {
    const { title, kicker = "", subtitle = "", text, byline } = drawing.openArticle({ month, at });
    const named = (terms: readonly Term[]) => terms.map(({ slug, label }) => [slug, label] as const);
    const filing = { categories: named(categories), tags: named(tags), sources: papers };
    const names = [...byline.authors, ...byline.photographers, ...byline.editors, kicker, subtitle].filter(Boolean);
    return { permalink, day, title, text, names, filing };
  });
}

/** Builds an index of these articles as the site does, but in memory. */
export function memoryIndex(
  given: readonly FoundArticle[],
  { isMissing = () => false, level = 2 }: Oddities = {},
): MemoryIndex {
  const articles = [...given].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
  const spanOf = ({ day }: FoundArticle) => spansOf(monthOf(day))[level];
  const spans = [...new Set(articles.map(spanOf))].reverse();
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const kept = (file: string, bytes: Uint8Array): IndexFile => {
    files.set(file, bytes);
    return { file, contents: contentsLength(bytes) };
  };
  const segments = spans.map((span) => {
    const own = articles.filter((each) => spanOf(each) === span);
    return { span, articles: own.length, ...kept(`${span}.bin`, segmentOf(own)) };
  });
  const { entries, blocks } = surveySegments(segments.map(({ file }) => files.get(file)!));
  const manifest: Manifest = {
    articles: articles.length,
    from: articles.at(-1)?.day ?? "",
    to: articles[0]?.day ?? "",
    directory: kept("directory.bin", writeDirectory(entries, blocks, compress)),
    segments,
  };
  const ask = (name: string, detail = "") => {
    asked.push(name + detail);
    if (isMissing(name)) throw new Error(`${name} is missing`);
  };
  const source: IndexSource = {
    async read(file, start, end) {
      ask(file, ` ${start}-${end}`);
      return files.get(file)!.subarray(start, end);
    },
    inflate: async (bytes) => inflate(bytes),
  };
  const index = new IndexReader(manifest, source);
  const byPermalink = new Map(articles.map((article) => [article.permalink, article]));
  const finder = new Finder(index, {
    table,
    readings: async () => readings,
    async linesOf(permalink) {
      ask(permalink);
      return byPermalink.get(permalink)!.text.split("\n");
    },
  });
  return { index, finder, articles, asked };
}

function segmentOf(articles: readonly FoundArticle[]): Uint8Array {
  const filings = [...new Set(articles.map(({ filing }) => filing))];
  const shelf = {
    filings,
    filed: articles.map(({ filing }) => filings.indexOf(filing)),
    dates: articles.map(({ day }) => dateOf(day)),
  };
  const rows = articles.map(({ permalink, title, names }) => [permalink, title, names] as const);
  return writeSegment({ shelf, rows, postings: new Indexer(table, readings).gather(articles).postings() }, compress);
}

/** The table of contents of a file of blocks. */
export function contentsOf(file: Uint8Array): Contents {
  const length = contentsLength(file);
  return readContents(inflate(file.subarray(lengthBytes, lengthBytes + length)), length);
}

/** How long the table of contents of a file of blocks is, compressed. */
export function contentsLength(file: Uint8Array): number {
  return new DataView(file.buffer, file.byteOffset, lengthBytes).getUint32(0, true);
}
