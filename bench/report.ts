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

**Hugo** makes what all peers here make: article pages, lists of all articles of each category and tag, home, feed,
sitemap. **Fangzhi** makes the same, with \`monthsFrom: 200\`: terms of fewer articles have one page, larger ones a page a
month. It cannot do without the rest: month and year volumes, feeds of terms, related articles, notes on the quality of
the files; the columns _files_ and _MB_ say how much more that is. **Hugo, everything** and **Fangzhi, cold, everything**
make all that each can make: Hugo a feed for each term, a list of the whole archive and a JSON feed, Fangzhi as it is
configured by default, with a page for every month of every term. Layouts of the peers are bare, ours are the ones that readers get.`;

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
  const { count, kind, source, floorSeconds, serveMilliseconds, summary, shares } = results;
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
    ...(shares
      ? [
          `Fast paths: ${number(100 * shares.frontMatter, 1)} % of the front matter is read without YAML, ${number(100 * shares.bodies, 1)} % of the bodies without the sanitiser.`,
        ]
      : []),
    ...(summary
      ? [stagesOf(summary, count), `What our cold build said of itself: \`${JSON.stringify(summary)}\``]
      : []),
  ].join("\n\n");
}

function stagesOf({ stages = {} }: Readonly<Record<string, unknown>>, count: number): string {
  const parts = Object.entries(stages as Readonly<Record<string, number>>).map(
    ([stage, seconds]) => `${stage} ${number((seconds / count) * 1e6, 0)} µs`,
  );
  return `Where the time of the cold build went, wall an article: ${parts.join(", ")}.`;
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
