import { median, medianOf, type CorpusResults, type Row } from "./results.ts";
import { targets } from "./targets.ts";

/** What the report says besides the measurements. */
export interface Circumstances {
  readonly machine: readonly string[];
  /** Names of the peers with their versions. */
  readonly versions: ReadonlyMap<string, string>;
  readonly runs: number;
}

const introduction = `# Benchmark

Written by \`npm run bench\`. All programs got the same files and ran in turn on the same machine, each as a new process
with nothing kept from an earlier run; of several runs the median is told, and peers slower than Hugo are run once.
CPU and peak memory are those of the whole process tree; memory is what is resident, pages shared by two of its
processes counted twice.

**Hugo** makes what all peers here make: article pages, category and tag lists, home, feed, sitemap. **Hugo,
everything** makes besides what else Fangzhi makes and Hugo can make from the same files: a feed for each category and
tag, a list of the whole archive, a JSON feed. Fangzhi always makes everything, so its own work is the same in both
columns: on top of that, year and month volumes, lists of a term by month, related articles, notes on the quality of the
files. The columns _files_ and _MB written_ say how much more that is. Layouts of the peers are bare, ours are the ones
that readers get.`;

/**
 * The report.
 * @param all - the measurements of each corpus
 * @param circumstances - machine and versions
 * @returns Markdown
 */
export function report(all: readonly CorpusResults[], { machine, versions, runs }: Circumstances): string {
  const programs = [...versions].map(([name, version]) => `- ${name}: ${version}`);
  return `${[
    introduction,
    ["## Machine and programs", "", ...machine.map((line) => `- ${line}`), ...programs, `- runs: ${runs}`].join("\n"),
    targetTable(all),
    ...all.map(corpusSection),
  ].join("\n\n")}\n`;
}

function targetTable(all: readonly CorpusResults[]): string {
  const rows = targets.map(({ what, most, unit, reached }) => {
    const value = reached(all);
    return [
      what,
      `≤ ${most} ${unit}`,
      number(value, value !== undefined && value >= 100 ? 0 : 3),
      verdict(value, most),
    ];
  });
  return `## Targets\n\n${table(["what", "target", "reached", ""], rows)}`;
}

function verdict(value: number | undefined, most: number): string {
  if (value === undefined) return "not measured";
  return value <= most ? "yes" : "**no**";
}

function corpusSection(results: CorpusResults): string {
  const { count, kind, source, floorSeconds, serveMilliseconds, summary } = results;
  const hugo = results.rows.find(({ name }) => name === "Hugo");
  const everything = results.rows.find(({ name }) => name === "Hugo, everything");
  const head = [
    ...["", "wall s", "CPU s", "peak MB", "files", "MB", "files written", "µs an article"],
    ...["wall ÷ Hugo", "CPU ÷ Hugo", "memory ÷ Hugo", "wall ÷ Hugo, everything"],
  ];
  const rows = results.rows.map((row) => {
    const wall = medianOf(row, "wallSeconds");
    const ratio = (measure: "wallSeconds" | "cpuSeconds" | "peakMegabytes", base: Row | undefined) =>
      number(divided(medianOf(row, measure), medianOf(base, measure)), 3);
    return [
      row.ours ? `**Fangzhi**, ${row.name}` : row.name,
      row.failure ? `failed: ${row.failure}` : number(wall, 2),
      number(medianOf(row, "cpuSeconds"), 2),
      number(medianOf(row, "peakMegabytes"), 0),
      number(row.size?.files, 0),
      number(divided(row.size?.bytes, 2 ** 20), 1),
      number(row.ours ? median(row.written) : row.size?.files, 0),
      number(divided(wall, count / 1e6), 0),
      ratio("wallSeconds", hugo),
      ratio("cpuSeconds", hugo),
      ratio("peakMegabytes", hugo),
      ratio("wallSeconds", everything),
    ];
  });
  const serve = median(serveMilliseconds);
  return [
    `## ${number(count, 0)} articles, ${kind}, ${number(source.bytes / 2 ** 20, 0)} MB`,
    table(head, rows),
    ...(floorSeconds === undefined
      ? []
      : [
          `Floor, reading the same files and writing as many and as large with two workers: ${number(floorSeconds, 2)} s.`,
        ]),
    ...(serve === undefined
      ? []
      : [
          `Saved article to page in \`serve\`, median of ${serveMilliseconds.length}: ${number(serve, 0)} ms (${number(Math.min(...serveMilliseconds), 0)} to ${number(Math.max(...serveMilliseconds), 0)}).`,
        ]),
    ...(summary ? [`What our cold build said of itself: \`${JSON.stringify(summary)}\``] : []),
  ].join("\n\n");
}

function divided(value: number | undefined, base: number | undefined): number | undefined {
  return value === undefined || base === undefined ? undefined : value / base;
}

function number(value: number | undefined, digits: number): string {
  if (value === undefined) return "–";
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
