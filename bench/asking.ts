import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync, inflateRawSync } from "node:zlib";
import { load } from "cheerio/slim";
import { Finder } from "../src/search/find.ts";
import { foldTableOf } from "../src/search/fold.ts";
import { readingsOf } from "../src/search/pinyin.ts";
import { parseQuery } from "../src/search/query.ts";
import { IndexReader, type Manifest } from "../src/search/reader.ts";
import { Session } from "../src/search/session.ts";
import { simplifiedPairs } from "../src/search/simplified.ts";

/** So many hits a reader sees first. */
const shown = 10;

/** What it took to ask a query. */
export interface Asked {
  readonly query: string;
  readonly found: number;
  /** Whether the whole archive was asked. */
  readonly isWhole: boolean;
  readonly indexBytes: number;
  /** Of the pages that are read to make sure and for the pieces of text shown, as a host sends them: gzip. */
  readonly pageBytes: number;
  readonly requests: number;
  readonly milliseconds: number;
}

/**
 * Asks as the page does, with files instead of a network, until the first hits are shown with pieces of their text.
 * @param output - the output folder of a site
 * @param text - the query
 * @returns what it took
 */
export async function ask(output: string, text: string): Promise<Asked> {
  const folder = path.join(output, "search");
  const pages = new Map<string, readonly string[]>();
  let pageBytes = 0;
  let bytes = 0;
  let requests = 0;
  const index = new IndexReader(JSON.parse(readFileSync(path.join(folder, "index.json"), "utf8")) as Manifest, {
    read: async (file, start, end) => {
      requests++;
      bytes += end - start;
      return Promise.resolve(readFileSync(path.join(folder, file)).subarray(start, end));
    },
    inflate: async (part) => Promise.resolve(inflateRawSync(part)),
  });
  const table = foldTableOf(simplifiedPairs());
  const readings = () => {
    const spoken = readFileSync(path.join(folder, "pinyin.txt"));
    requests++;
    bytes += gzipSync(spoken).length;
    return readingsOf(spoken.toString());
  };
  let spoken: ReturnType<typeof readings> | undefined;
  const finder = new Finder(index, {
    table,
    readings: async () => Promise.resolve((spoken ??= readings())),
    linesOf: async (permalink) => Promise.resolve(linesOf(permalink)),
  });
  const linesOf = (permalink: string): readonly string[] => {
    const known = pages.get(permalink);
    if (known) return known;
    const html = readFileSync(path.join(output, permalink));
    pageBytes += gzipSync(html).length;
    const $ = load(html.toString());
    const blocks = $(".body > *").toArray();
    const texts = blocks.map((block) => $(block).text());
    pages.set(permalink, texts);
    requests++;
    return texts;
  };
  const start = performance.now();
  const session = await Session.begin(finder, index, parseQuery(text, table), "newest", () => bytes);
  await session.ask();
  for (const { permalink } of await session.hits(shown)) linesOf(permalink);
  return {
    query: text,
    found: session.standing.found,
    isWhole: session.standing.unasked.length === 0,
    indexBytes: bytes + readFileSync(path.join(folder, "index.json")).length,
    pageBytes,
    requests,
    milliseconds: performance.now() - start,
  };
}
