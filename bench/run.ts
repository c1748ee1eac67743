import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeCorpus, type CorpusKind } from "./corpus.ts";
import { measure, type Cost } from "./measure.ts";

/**
 * `npm run bench [-- COUNT [RUNS]]`: builds the same made-up articles with Hugo (Debian: apt-get install hugo) and
 * with this program, in turn, and prints what each run cost and the ratio of the two.
 */
const count = Number(process.argv[2] ?? 10_000);
const runs = Number(process.argv[3] ?? 3);
const project = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), "fangzhi-bench-"));

try {
  console.log(`${execFileSync("hugo", ["version"], { encoding: "utf8" }).trim()}; Node ${process.version}`);
  for (const kind of ["plain", "marked-up"] as const) await compare(kind);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function compare(kind: CorpusKind): Promise<void> {
  const hugo = path.join(work, `hugo-${kind}`);
  cpSync(path.join(project, "bench", "hugo"), hugo, { recursive: true });
  const posts = path.join(hugo, "content", "posts");
  writeCorpus(posts, count, kind);
  console.log(`\n${count} articles, ${kind}, ${megabytes(posts)} MB`);

  const costs: { readonly peer: Cost; readonly ours: Cost }[] = [];
  for (let run = 0; run < runs; run++) {
    const site = path.join(work, `site-${kind}`);
    const peer = await measure(["hugo", "--quiet"], hugo);
    const ours = await measure(
      ["node", "bin/fangzhi.js", "build", "--quiet", "--posts", posts, "--output", site],
      project,
    );
    costs.push({ peer, ours });
    print("Hugo", peer);
    print("fangzhi", ours);
    // Creating files just after many were deleted is slow on ext4: old outputs are moved aside and deleted at the end.
    for (const folder of [site, path.join(hugo, "public")])
      renameSync(folder, path.join(work, `old-${kind}-${run}-${path.basename(folder)}`));
  }
  const ratio = (cost: keyof Cost) => median(costs.map(({ peer, ours }) => ours[cost] / peer[cost])).toFixed(2);
  console.log(
    `fangzhi / Hugo, median of ${runs}: wall ${ratio("wallSeconds")}, CPU ${ratio("cpuSeconds")}, peak memory ${ratio("peakMegabytes")}`,
  );
}

function print(name: string, { wallSeconds, cpuSeconds, peakMegabytes }: Cost): void {
  console.log(
    `${name.padEnd(8)} wall ${wallSeconds.toFixed(2)} s, CPU ${cpuSeconds.toFixed(2)} s, peak ${peakMegabytes.toFixed(0)} MB`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function megabytes(folder: string): string {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
  return (bytes / 1024 / 1024).toFixed(1);
}
