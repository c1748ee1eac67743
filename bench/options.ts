import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { CorpusKind } from "./corpus.ts";
import { peers, type Peer } from "./peers.ts";
import { scenarioNames, type ScenarioName } from "./scenarios.ts";

/** What is to be measured. */
export interface Options {
  readonly counts: readonly number[];
  readonly kinds: readonly CorpusKind[];
  readonly peers: readonly Peer[];
  /** Peers slower than Hugo are run at up to so many articles. */
  readonly slowPeersUpTo: number;
  /** Everything that each can make is made besides at up to so many articles. */
  readonly everythingUpTo: number;
  readonly scenarios: readonly ScenarioName[];
  readonly serve: boolean;
  readonly floor: boolean;
  readonly million: boolean;
  readonly runs: number;
  /** Passed on to the build; the program's own choice when undefined. */
  readonly workers: string | undefined;
  readonly report: string;
}

const kindNames = ["plain", "marked-up"] as const satisfies readonly CorpusKind[];

/** What `npm run bench -- --help` prints. */
export const usage = `npm run bench [-- OPTIONS]: runs the whole table and writes bench/REPORT.md. Lists are parted by commas; "none" is an
empty one.

  --counts 10000,100000    articles
  --kinds plain,marked-up  kinds of corpus
  --peers ${peers
    .map(({ site }) => site)
    .filter((site, index, all) => all.indexOf(site) === index)
    .join(",")}
  --slow-peers-up-to 10000 largest corpus for the peers slower than Hugo
  --everything-up-to N     largest corpus from which each makes all that it can make, besides (default: all)
  --scenarios ${scenarioNames.join(",")}
  --no-serve, --no-floor   without the latency of serve, without the floor
  --million                1,000,000 articles besides, cold and one added; takes about 40 GB of disk
  --runs 3                 times each is run; the median counts; peers slower than Hugo are run once
  --workers N              passed on to the build (${availableParallelism()} cores here)
  --report FILE            where the report goes, instead of bench/REPORT.md

Peers from npm, corpora and sites stand in $BENCH_PEERS, else in ~/.cache/fangzhi-bench. The
whole table takes about 45 GB of disk while it runs. Measure on a machine that does nothing else.`;

/**
 * Reads the command line.
 * @param words - what follows the script's name
 * @returns the options, or `undefined` when only help is asked for
 * @throws Error for what is not known
 */
export function readOptions(words: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...words],
    allowNegative: true,
    options: {
      counts: { type: "string", default: "10000,100000" },
      kinds: { type: "string", default: kindNames.join(",") },
      peers: { type: "string", default: peers.map(({ site }) => site).join(",") },
      "slow-peers-up-to": { type: "string", default: "10000" },
      "everything-up-to": { type: "string", default: "1000000" },
      scenarios: { type: "string", default: scenarioNames.join(",") },
      serve: { type: "boolean", default: true },
      floor: { type: "boolean", default: true },
      million: { type: "boolean", default: false },
      runs: { type: "string", default: "3" },
      workers: { type: "string" },
      report: { type: "string", default: "bench/REPORT.md" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const wanted = chosen("--peers", values.peers, [...new Set(peers.map(({ site }) => site))]);
  return {
    counts: list(values.counts).map((text) => number("--counts", text)),
    kinds: chosen("--kinds", values.kinds, kindNames),
    peers: peers.filter(({ site }) => wanted.includes(site)),
    slowPeersUpTo: number("--slow-peers-up-to", values["slow-peers-up-to"]),
    everythingUpTo: number("--everything-up-to", values["everything-up-to"]),
    scenarios: chosen("--scenarios", values.scenarios, scenarioNames),
    serve: values.serve,
    floor: values.floor,
    million: values.million,
    runs: number("--runs", values.runs),
    workers: values.workers,
    report: values.report,
  };
}

function list(text: string): readonly string[] {
  return text === "none" ? [] : text.split(",");
}

function number(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${option} takes whole numbers from 1, not "${text}".`);
  return Number(text);
}

function chosen<Name extends string>(option: string, text: string, names: readonly Name[]): readonly Name[] {
  const unknown = list(text).find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`${option} knows ${names.join(", ")}, not "${unknown}".`);
  return names.filter((name) => list(text).includes(name));
}
