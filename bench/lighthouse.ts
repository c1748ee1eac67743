import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { project } from "./fangzhi.ts";
import { audit, categories, installLighthouse, presets, type Audit } from "./lighthouse/audit.ts";
import { serveFolder } from "./lighthouse/serveFolder.ts";
import { home } from "./peers.ts";

/** What a page must reach in each category. */
const least = 98;

/** The kinds of pages that are looked at, by their files. */
const kinds: Readonly<Record<string, RegExp>> = {
  home: /^index\.html$/,
  category: /^category\/[^/]+(?<!index)\.html$/,
  article: /^(?!category|tag|volume)[^/]+\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/,
  search: /^search\.html$/,
};

const usage = `npm run lighthouse -- [--posts FOLDER] [--runs N] [--report FILE]
Builds the site, has Lighthouse look at its pages in Chromium (CHROMIUM_PATH), writes a report,
and fails when a page has less than ${least} anywhere. Alone on the machine: scores are timed.`;

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: path.join(project, "posts") },
    runs: { type: "string", default: "3" },
    report: { type: "string", default: path.join(project, "bench/LIGHTHOUSE.md") },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(usage);
else await lookAtPages(values.posts, Number(values.runs), values.report);

/** Of several runs the median counts, as https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md advises. */
async function lookAtPages(posts: string, runs: number, reportFile: string): Promise<void> {
  const version = installLighthouse();
  const work = mkdtempSync(path.join(home, "lighthouse-run-"));
  const site = path.join(work, "site");
  const build = ["build", "--posts", posts, "--output", site, "--cache", path.join(work, "cache")];
  execFileSync(process.execPath, [path.join(project, "bin/fangzhi.js"), ...build], { stdio: "ignore" });
  const server = await serveFolder(site);
  const audits: Audit[] = [];
  try {
    for (const [name, address] of pagesOf(site)) {
      for (const preset of presets) {
        const found = await audit(`${server.origin}${address}`, preset, runs);
        audits.push({ page: name, preset, ...found });
        console.log(`${name}, ${preset}: ${categories.map((category) => found.scores[category]).join(" ")}`);
      }
    }
  } finally {
    server.close();
    rmSync(work, { recursive: true, force: true });
  }
  writeFileSync(reportFile, report(audits, version, runs));
  execFileSync("npx", ["oxfmt", reportFile], { cwd: project });
  const low = audits.filter(({ scores }) => categories.some((category) => scores[category] < least));
  for (const { page, preset, wanting } of low) console.error(`${page}, ${preset}: ${wanting.join(", ")}`);
  if (low.length > 0) process.exitCode = 1;
}

/** Of each kind the page with the most on it, where the site has the kind. */
function pagesOf(site: string): readonly (readonly [name: string, address: string])[] {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).sort();
  const size = (file: string) => statSync(path.join(site, file)).size;
  return Object.entries(kinds).flatMap(([name, pattern]) => {
    const [largest] = files.filter((file) => pattern.test(file)).sort((a, b) => size(b) - size(a));
    if (largest !== undefined) return [[name, encodeURI(`/${largest}`)] as const];
    console.error(`The site has no ${name} page; it is left out.`);
    return [];
  });
}

function report(audits: readonly Audit[], version: string, runs: number): string {
  const [first] = audits;
  const rows = audits.map(
    ({ page, preset, scores, wanting }) =>
      `| ${page} | ${preset} | ${categories.map((category) => scores[category]).join(" | ")} | ${wanting.join(", ")} |`,
  );
  return [
    "# Lighthouse",
    "",
    `Scores of 100, the median of ${runs} runs on localhost: Lighthouse ${version}, ${first?.browser ?? "no browser"}. `,
    `\`npm run lighthouse\` makes this report, and fails below ${least}.`,
    "",
    `| page | preset | ${categories.join(" | ")} | short of full marks |`,
    `| --- | --- | ${categories.map(() => "---:").join(" | ")} | --- |`,
    ...rows,
    "",
  ].join("\n");
}
