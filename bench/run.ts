import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeCorpus, type CorpusKind } from "./corpus.ts";
import { build, project, type Built, type Site } from "./fangzhi.ts";
import { measureFloor } from "./floor.ts";
import { sizeOf } from "./folder.ts";
import { machine } from "./machine.ts";
import { readOptions, usage, type Options } from "./options.ts";
import { sharesOf } from "./paths.ts";
import { buildWith, home, install, type Peer } from "./peers.ts";
import { report } from "./report.ts";
import { rowOf, type CorpusResults } from "./results.ts";
import { runScenarios, scenarioTitles, type ScenarioName } from "./scenarios.ts";
import { measureServe } from "./serve.ts";
import { samePagesSite } from "./site.ts";

const million = 1_000_000;
const saves = 10;
/** `serve` is measured with so many articles at most. */
const serveUpTo = 10_000;

const options = readOptions(process.argv.slice(2));
if (options) await bench(options);
else console.log(usage);

/**
 * Runs all that is wanted. Creating files just after many were deleted is slow on ext4: every run has new folders, and
 * all are deleted at the end.
 */
async function bench(wanted: Options): Promise<void> {
  mkdirSync(home, { recursive: true });
  const versions = new Map(wanted.peers.map((peer) => [peer.name, install(peer)]));
  const work = mkdtempSync(path.join(home, "run-"));
  const all: CorpusResults[] = [];
  const write = () => writeFileSync(wanted.report, report(all, { machine: machine(), versions, runs: wanted.runs }));
  try {
    for (const count of wanted.counts) {
      for (const kind of wanted.kinds) {
        const results = prepare(work, count, kind);
        all.push(results);
        await attempt(() => measureCorpus(results, path.join(work, `${kind}-${count}`), wanted));
        write();
      }
    }
    if (wanted.million) {
      // The disk may not hold it beside the others. Its corpus is written in between, which takes minutes.
      rmSync(work, { recursive: true });
      const results = prepare(work, million, "plain");
      all.push(results);
      const folder = path.join(work, `plain-${million}`);
      await attempt(() => measureOurs(results, folder, 0, ["cold", "added"], wanted.workers));
      write();
    }
    execFileSync("npx", ["oxfmt", wanted.report], { cwd: project });
    console.log(`\n${wanted.report}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What fails must not take the hours before it along. */
async function attempt(measurement: () => Promise<void>): Promise<void> {
  try {
    await measurement();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

function prepare(work: string, count: number, kind: CorpusKind): CorpusResults {
  const folder = path.join(work, `${kind}-${count}`, "posts");
  writeCorpus(folder, count, kind);
  console.log(`\n${count} articles, ${kind}`);
  return { count, kind, source: sizeOf(folder), rows: [], serveMilliseconds: [] };
}

/** In turn: Hugo, ourselves, Hugo, ourselves …; the slow peers after the last. */
async function measureCorpus(results: CorpusResults, folder: string, wanted: Options): Promise<void> {
  const { count } = results;
  const isWhole = count <= wanted.everythingUpTo;
  const fast = wanted.peers.filter(({ slow, makesEverything }) => !slow && (isWhole || !makesEverything));
  for (let run = 0; run < wanted.runs; run++) {
    for (const peer of fast) await measurePeer(results, folder, run, peer);
    await measureOurs(results, folder, run, wanted.scenarios, wanted.workers);
    if (isWhole && wanted.scenarios.includes("cold")) await measureEverything(results, folder, run, wanted.workers);
  }
  const { root, posts, output } = siteOf(folder, 0);
  results.shares = sharesOf(posts);
  if (wanted.floor) results.floorSeconds = await measureFloor(posts, output, path.join(folder, "floor"));
  const slow = wanted.peers.filter((peer) => peer.slow && count <= wanted.slowPeersUpTo);
  for (const peer of slow) await measurePeer(results, folder, 0, peer);
  if (wanted.serve && count <= serveUpTo) {
    results.serveMilliseconds.push(...(await measureServe(root, posts, saves)));
  }
}

async function measurePeer(results: CorpusResults, folder: string, run: number, peer: Peer): Promise<void> {
  const row = rowOf(results, peer.name);
  const place = path.join(folder, `${peer.name.replaceAll(/\W+/g, "-")}-${run}`);
  try {
    const { cost, output } = await buildWith(peer, path.join(folder, "posts"), place);
    row.costs.push(cost);
    row.size = sizeOf(output);
    say(peer.name, cost.wallSeconds);
  } catch (error) {
    row.failure = String(error).split("\n", 1)[0]!;
    console.error(error);
  }
}

async function measureOurs(
  results: CorpusResults,
  folder: string,
  run: number,
  scenarios: readonly ScenarioName[],
  workers: string | undefined,
): Promise<void> {
  const site = siteOf(folder, run);
  await runScenarios(site, scenarios, String(run), workers, (name, built) => {
    if (name === "cold") results.summary = built.summary;
    note(results, scenarioTitles[name], site.output, built);
  });
}

/** The site as it is configured by default. */
async function measureEverything(
  results: CorpusResults,
  folder: string,
  run: number,
  workers: string | undefined,
): Promise<void> {
  const { posts, output, cache } = siteOf(folder, run);
  const site = { root: project, posts, output: `${output}-everything`, cache: `${cache}-everything` };
  note(results, "cold, everything", site.output, await build(site, workers));
}

function note(results: CorpusResults, title: string, output: string, { cost, written }: Built): void {
  const row = rowOf(results, title, true);
  row.costs.push(cost);
  row.written.push(written);
  row.size = sizeOf(output);
  say(`Fangzhi, ${title}`, cost.wallSeconds);
}

function siteOf(folder: string, run: number): Site {
  return {
    root: samePagesSite(path.join(folder, "same-pages")),
    posts: path.join(folder, "posts"),
    output: path.join(folder, `site-${run}`),
    cache: path.join(folder, `cache-${run}`),
  };
}

function say(name: string, seconds: number): void {
  console.log(`${name.padEnd(60)} ${seconds.toFixed(2)} s`);
}
