import type { CorpusKind } from "./corpus.ts";
import type { Cost } from "./measure.ts";
import { median, medianOf, type CorpusResults } from "./results.ts";
import { scenarioTitles, type ScenarioName } from "./scenarios.ts";

/** What is to be reached. */
export interface Target {
  readonly what: string;
  readonly most: number;
  readonly unit: string;
  /** What was reached, or `undefined` when it was not measured. */
  readonly reached: (all: readonly CorpusResults[]) => number | undefined;
}

const measureTitles: Readonly<Record<keyof Cost, string>> = {
  wallSeconds: "wall",
  cpuSeconds: "CPU",
  peakMegabytes: "peak memory",
};

/** The aims of the project, on two cores. */
export const targets: readonly Target[] = [
  toHugo(10_000, "plain", "cold", "wallSeconds", 0.5),
  toHugo(100_000, "plain", "cold", "wallSeconds", 0.25),
  toHugo(100_000, "plain", "cold", "cpuSeconds", 0.3),
  toHugo(100_000, "plain", "cold", "peakMegabytes", 0.1),
  toHugo(100_000, "marked-up", "cold", "wallSeconds", 0.5),
  toHugo(100_000, "plain", "unchanged", "wallSeconds", 0.025),
  toHugo(100_000, "plain", "edited", "wallSeconds", 0.03),
  toHugo(100_000, "plain", "added", "wallSeconds", 0.03),
  written(100_000, "plain", "edited", 40),
  written(100_000, "plain", "added", 40),
  toHugo(100_000, "plain", "restored", "wallSeconds", 0.08),
  {
    what: "10,000 plain, serve, saved article to page",
    most: 250,
    unit: "ms",
    reached: (all) => median(find(all, 10_000, "plain")?.serveMilliseconds ?? []),
  },
  {
    what: "1,000,000 plain, cold, peak memory",
    most: 2500,
    unit: "MB",
    reached: (all) => measured(all, 1_000_000, "cold", "peakMegabytes"),
  },
  {
    what: "1,000,000 plain, cold, time an article against that at 100,000",
    most: 1.3,
    unit: "×",
    reached: (all) => quotient(measured(all, 1_000_000, "cold"), measured(all, 100_000, "cold"), 10),
  },
  {
    what: "1,000,000 plain, one article added, wall",
    most: 15,
    unit: "s",
    reached: (all) => measured(all, 1_000_000, "added"),
  },
];

function toHugo(count: number, kind: CorpusKind, name: ScenarioName, measure: keyof Cost, most: number): Target {
  return {
    what: `${count.toLocaleString("en")} ${kind}, ${scenarioTitles[name]}, ${measureTitles[measure]}`,
    most,
    unit: "× Hugo",
    reached: (all) => {
      const hugo = find(all, count, kind)?.rows.find((row) => row.name === "Hugo");
      return quotient(measured(all, count, name, measure, kind), medianOf(hugo, measure));
    },
  };
}

function written(count: number, kind: CorpusKind, name: ScenarioName, most: number): Target {
  return {
    what: `${count.toLocaleString("en")} ${kind}, ${scenarioTitles[name]}, written`,
    most,
    unit: "files",
    reached: (all) => median(ours(all, count, kind, name)?.written ?? []),
  };
}

function measured(
  all: readonly CorpusResults[],
  count: number,
  name: ScenarioName,
  measure: keyof Cost = "wallSeconds",
  kind: CorpusKind = "plain",
): number | undefined {
  return medianOf(ours(all, count, kind, name), measure);
}

function ours(all: readonly CorpusResults[], count: number, kind: CorpusKind, name: ScenarioName) {
  return find(all, count, kind)?.rows.find((row) => row.ours && row.name === scenarioTitles[name]);
}

function find(all: readonly CorpusResults[], count: number, kind: CorpusKind): CorpusResults | undefined {
  return all.find((results) => results.count === count && results.kind === kind);
}

function quotient(value: number | undefined, base: number | undefined, scale = 1): number | undefined {
  return value === undefined || base === undefined ? undefined : value / base / scale;
}
