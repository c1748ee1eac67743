import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { home } from "../peers.ts";

/** What Lighthouse judges. */
export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
/** As what it looks at a page. */
export const presets = ["mobile", "desktop"] as const;

/** What Lighthouse says of a page. */
export interface Audit {
  readonly page: string;
  readonly preset: (typeof presets)[number];
  /** 0 to 100. */
  readonly scores: Readonly<Record<(typeof categories)[number], number>>;
  /** Audits without full marks that count in a score. */
  readonly wanting: readonly string[];
  readonly browser: string;
}

/** The part of Lighthouse's result that is read: https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Result {
  readonly environment: { readonly hostUserAgent: string };
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
}

const folder = path.join(home, "lighthouse");
const pinned = fileURLToPath(new URL("package.json", import.meta.url));
const usualPaths = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * Installs Lighthouse outside the project, in the version that `package.json` here pins, unless it is there.
 * @returns its version
 */
export function installLighthouse(): string {
  const wanted = readFileSync(pinned, "utf8");
  const installed = path.join(folder, "package.json");
  if (!existsSync(path.join(folder, "node_modules")) || readFileSync(installed, "utf8") !== wanted) {
    mkdirSync(folder, { recursive: true });
    cpSync(pinned, installed);
    const install = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
    execFileSync("npm", install, { cwd: folder, stdio: "inherit" });
  }
  return (JSON.parse(wanted) as { dependencies: { lighthouse: string } }).dependencies.lighthouse;
}

/**
 * Has Lighthouse look at a page.
 * @param address - where it is served
 * @param preset - as what
 * @param runs - how often; a whole number from 1
 * @returns the run whose performance is the median of all
 * @throws Error when there is no Chromium, or Lighthouse fails
 */
export async function audit(
  address: string,
  preset: Audit["preset"],
  runs: number,
): Promise<Pick<Audit, "scores" | "wanting" | "browser">> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) results.push(await lighthouse(address, preset));
  results.sort((a, b) => a.categories["performance"]!.score - b.categories["performance"]!.score);
  return summary(results[Math.floor((runs - 1) / 2)]!);
}

async function lighthouse(address: string, preset: Audit["preset"]): Promise<Result> {
  const browser = usualPaths.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (browser === undefined) throw new Error("There is no Chromium. Name one: CHROMIUM_PATH=/path/to/chromium");
  const { stdout } = await promisify(execFile)(
    path.join(folder, "node_modules/.bin/lighthouse"),
    [
      address,
      "--output=json",
      "--quiet",
      "--no-enable-error-reporting",
      `--only-categories=${categories.join(",")}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
      ...(preset === "desktop" ? ["--preset=desktop"] : []),
    ],
    { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Result;
}

function summary({ categories: judged, audits, environment }: Result): Pick<Audit, "scores" | "wanting" | "browser"> {
  const scores = Object.fromEntries(categories.map((name) => [name, Math.round(100 * judged[name]!.score)]));
  const counted = categories.flatMap((name) => judged[name]!.auditRefs.filter(({ weight }) => weight > 0));
  const wanting = counted.map(({ id }) => id).filter((id) => (audits[id]!.score ?? 1) < 0.995);
  const browser = /(?:Headless)?Chrome\/[\d.]+/.exec(environment.hostUserAgent)?.[0] ?? environment.hostUserAgent;
  return { scores: scores as Audit["scores"], wanting, browser };
}
