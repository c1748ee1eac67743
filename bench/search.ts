import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ask } from "./asking.ts";
import { writeCorpus } from "./corpus.ts";
import { build, project, type Site } from "./fangzhi.ts";
import { sizeOf } from "./folder.ts";
import { machine } from "./machine.ts";
import { measure, type Cost } from "./measure.ts";
import { home, install } from "./peers.ts";
import { median } from "./results.ts";
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

/**
 * What is asked: first what stands in few articles or in none, as numbers whose digits stand in all years and words of
 * common pairs; then what stands in many.
 */
const queries = [
  ...["（4321）", "4321", "432154", "123456789", "（0043）", "（第99999号）", "海润装备 12345", "第1654时报"],
  ...["江海时报", "口岸项目", "镇园区办", "generator"],
  ...["恒远新材 口岸", "开发区", "项目", "生产线已经进入调试阶段", "tianmu", "项目项目"],
];

/** So many times both are run in turns, for other programs share the processor; the median counts. */
const rounds = 3;
/** Ours takes but seconds, so it is run so many times in each. */
const buildsInRound = 3;

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
    "in which one other page is missing. Of each the median of nine is told; of Pagefind, which reads the pages of the articles",
    "that we have made and is run in turns with ours, of three. What a reader fetches is counted until the first ten hits are",
    "shown with pieces of their text; how many are found is what was asked for until then, with … where older years were not",
    "asked.",
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
  const hasPeer = count <= Number(values["pagefind-up-to"]);
  const costs = { index: [] as Cost[], other: [] as Cost[], pagefind: [] as Cost[] };
  for (let round = 0; round < rounds; round++) {
    if (hasPeer) costs.pagefind.push(await runPagefind(site.output, folder));
    for (let run = 0; run < buildsInRound; run++) {
      rmSync(index, { recursive: true });
      costs.index.push((await build(site)).cost);
      rmSync(path.join(site.output, "feed.json"));
      costs.other.push((await build(site)).cost);
    }
  }
  const [ours, looking] = [medianCost(costs.index), medianCost(costs.other)];
  const size = sizeOf(index);
  lines.push(
    `## ${count} articles`,
    "",
    "| | s | CPU s | peak MB | files | MB |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  lines.push(row("index made", ours, size), row("one other page made", looking, size));
  const alone = ours.wallSeconds - looking.wallSeconds;
  if (hasPeer) {
    const cost = medianCost(costs.pagefind);
    const theirs = sizeOf(pagefindIn(folder));
    lines.push(row("Pagefind", cost, theirs));
    lines.push(
      "",
      `The index alone: ${alone.toFixed(2)} s, ${ratio(alone, cost.wallSeconds)} of Pagefind's time (with the looking ${ratio(ours.wallSeconds, cost.wallSeconds)}), ${ratio(size.bytes, theirs.bytes)} of its bytes.`,
    );
  }
  lines.push(
    "",
    "| query | found | of the index, KB | of pages, KB | requests | ms without the network |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const query of queries) {
    const { found, isWhole, indexBytes, pageBytes, requests, milliseconds } = await ask(site.output, query);
    const bytes = [indexBytes, pageBytes].map((each) => (each / 1000).toFixed(0));
    lines.push(
      `| ${[query, `${found}${isWhole ? "" : "…"}`, ...bytes, requests, milliseconds.toFixed(0)].join(" | ")} |`,
    );
  }
  lines.push("");
}

/** Has Pagefind index the pages of a site; its index stands beside the site, which our builds keep to themselves. */
async function runPagefind(output: string, folder: string): Promise<Cost> {
  rmSync(pagefindIn(folder), { recursive: true, force: true });
  const program = path.join(home, "pagefind/node_modules/.bin/pagefind");
  const pages = ["--site", output, "--glob", "paper*/**/*.html", "--root-selector", "article"];
  return (await measure([program, ...pages, "--output-path", pagefindIn(folder), "--quiet"], folder)).cost;
}

function pagefindIn(folder: string): string {
  return path.join(folder, "pagefind");
}

function medianCost(costs: readonly Cost[]): Cost {
  const of = (what: keyof Cost) => median(costs.map((cost) => cost[what]))!;
  return { wallSeconds: of("wallSeconds"), cpuSeconds: of("cpuSeconds"), peakMegabytes: of("peakMegabytes") };
}

function row(name: string, cost: Cost, { files, bytes }: { readonly files: number; readonly bytes: number }): string {
  const { wallSeconds, cpuSeconds, peakMegabytes } = cost;
  return `| ${name} | ${wallSeconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${peakMegabytes.toFixed(0)} | ${files} | ${(bytes / 1e6).toFixed(2)} |`;
}

function ratio(ours: number, theirs: number): string {
  return (ours / theirs).toFixed(3);
}
