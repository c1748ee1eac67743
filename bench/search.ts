import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync, inflateRawSync } from "node:zlib";
import { load } from "cheerio/slim";
import { Finder } from "../src/search/find.ts";
import { foldTableOf } from "../src/search/fold.ts";
import { readingsOf } from "../src/search/pinyin.ts";
import { parseQuery } from "../src/search/query.ts";
import { IndexReader, type Manifest } from "../src/search/reader.ts";
import { Session } from "../src/search/session.ts";
import { simplifiedPairs } from "../src/search/simplified.ts";
import { writeCorpus } from "./corpus.ts";
import { build, project, type Site } from "./fangzhi.ts";
import { sizeOf } from "./folder.ts";
import { machine } from "./machine.ts";
import { measure } from "./measure.ts";
import { home, install } from "./peers.ts";
import { searchSite } from "./site.ts";

/*
 * `npm run bench:search -- [--counts 10000,100000] [--pagefind-up-to 10000] [--report FILE]`: the search's index beside
 * that of Pagefind over the same pages, and what readers fetch for a query.
 */

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "10000,100000" },
    "pagefind-up-to": { type: "string", default: "10000" },
    report: { type: "string", default: path.join(project, "bench/SEARCH.md") },
  },
});

/** What is asked: what stands in one article, two words, words that stand in most, common pairs that form no word. */
const queries = ["（4321）", "恒远新材 口岸", "开发区", "项目", "项目项目"];
/** So many hits a reader sees first. */
const shown = 10;

interface Asked {
  readonly query: string;
  readonly found: number;
  readonly indexBytes: number;
  /** Of the pages that are read to make sure and for the pieces of text shown, as a host sends them: gzip. */
  readonly pageBytes: number;
  readonly requests: number;
  readonly milliseconds: number;
}

const lines: string[] = [];
mkdirSync(home, { recursive: true });
const pagefind = { name: "Pagefind", site: "pagefind", posts: "", output: "", build: [], slow: true };
const version = install(pagefind);
const work = mkdtempSync(path.join(home, "run-"));
try {
  for (const count of values.counts.split(",").map(Number)) await benchCount(count);
  const head = [
    "# The search's index",
    "",
    "Made-up articles of about 5 KB as `npm run bench` makes them. Ours is measured by a build in which everything but the",
    "index is as the last one left it, so its time has the looking for changes in it; how long that takes is told by a build",
    "in which one other page is missing. Pagefind reads the pages of the articles that we have made. What a reader fetches is",
    "counted until the first ten hits are shown with pieces of their text; how many are found is what was asked for until then.",
    "",
    ...machine().map((line) => `- ${line}`),
    `- ${version}`,
    "",
  ];
  writeFileSync(values.report, [...head, ...lines].join("\n"));
  execFileSync("npx", ["oxfmt", values.report], { cwd: project });
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function benchCount(count: number): Promise<void> {
  const folder = path.join(work, String(count));
  const site: Site = {
    root: searchSite(path.join(folder, "site")),
    posts: path.join(folder, "posts"),
    output: path.join(folder, "output"),
    cache: path.join(folder, "cache"),
  };
  writeCorpus(site.posts, count, "plain");
  await build(site);
  const index = path.join(site.output, "search");
  renameSync(index, path.join(folder, "first"));
  const ours = await build(site);
  rmSync(path.join(site.output, "feed.json"));
  const looking = await build(site);
  const size = sizeOf(index);
  lines.push(
    `## ${count} articles`,
    "",
    "| | s | CPU s | peak MB | files | MB |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  lines.push(row("index made", ours.cost, size), row("one other page made", looking.cost, size));
  const alone = ours.cost.wallSeconds - looking.cost.wallSeconds;
  if (count <= Number(values["pagefind-up-to"])) {
    const { cost } = await measure(
      [
        path.join(home, "pagefind/node_modules/.bin/pagefind"),
        ...["--site", site.output, "--glob", "paper*/**/*.html", "--root-selector", "article", "--quiet"],
      ],
      folder,
    );
    const theirs = sizeOf(path.join(site.output, "pagefind"));
    lines.push(row("Pagefind", cost, theirs));
    lines.push(
      "",
      `The index alone: ${alone.toFixed(2)} s, ${ratio(alone, cost.wallSeconds)} of Pagefind's time (with the looking ${ratio(ours.cost.wallSeconds, cost.wallSeconds)}), ${ratio(size.bytes, theirs.bytes)} of its bytes.`,
    );
  }
  lines.push(
    "",
    "| query | found | of the index, KB | of pages, KB | requests | ms without the network |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const query of queries) {
    const { found, indexBytes, pageBytes, requests, milliseconds } = await ask(site.output, query);
    const bytes = [indexBytes, pageBytes].map((each) => (each / 1000).toFixed(0));
    lines.push(`| ${[query, found, ...bytes, requests, milliseconds.toFixed(0)].join(" | ")} |`);
  }
  lines.push("");
}

function row(
  name: string,
  cost: { readonly wallSeconds: number; readonly cpuSeconds: number; readonly peakMegabytes: number },
  { files, bytes }: { readonly files: number; readonly bytes: number },
): string {
  const { wallSeconds, cpuSeconds, peakMegabytes } = cost;
  return `| ${name} | ${wallSeconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${peakMegabytes.toFixed(0)} | ${files} | ${(bytes / 1e6).toFixed(2)} |`;
}

function ratio(ours: number, theirs: number): string {
  return (ours / theirs).toFixed(3);
}

/** Asks as the page does, with files instead of a network. */
async function ask(output: string, text: string): Promise<Asked> {
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
  const finder = new Finder(index, {
    table,
    readings: async () => Promise.resolve(readingsOf(readFileSync(path.join(folder, "pinyin.txt"), "utf8"))),
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
    indexBytes: bytes + readFileSync(path.join(folder, "index.json")).length,
    pageBytes,
    requests,
    milliseconds: performance.now() - start,
  };
}
