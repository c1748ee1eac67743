import { writeFileSync } from "node:fs";
import path from "node:path";
import type * as Program from "../build.ts";
import { accountOf } from "../changes.ts";
import { prepare } from "../occasion.ts";
import type { Bilingual, Language } from "../rule.ts";
import { loadProject } from "../project.ts";
import { lockFolder } from "../publish/lock.ts";
import { placeOutput } from "../publish/output.ts";
import { unchangedSince } from "../unchanged.ts";
import { changesReport } from "./changesReport.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { explanationOf, questionOf } from "./explain.ts";
import { foldersOf } from "./folders.ts";
import { noProgress, progressOn, timed } from "./progress.ts";
import { jsonOf, reportOf, summaryOf } from "./report.ts";
import { wholeNumber } from "./wholeNumber.ts";

/** What the command line says. */
export interface BuildFlags {
  readonly posts?: string;
  readonly output?: string;
  readonly cache?: string;
  readonly "no-cache"?: boolean;
  readonly workers?: string;
  readonly strict?: boolean;
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly explain?: string;
  readonly summary?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const damagedCache: Bilingual = {
  en: "The cache was damaged; what it had lost was read anew.",
  zh: "缓存有损坏，缺失的部分已重新读取。",
};

/**
 * `fangzhi build`.
 * @param flags - the options given
 * @param language - the language of the report
 * @returns the exit code: 1 when `--strict` and a file was held back, else 0
 * @throws FangzhiError when the configuration or a folder is wrong
 */
export async function runBuild(flags: BuildFlags, language: Language): Promise<0 | 1> {
  const console = consoleOf(flags.quiet ?? false);
  const project = await loadProject(process.cwd());
  const cwd = process.cwd();
  const folders = foldersOf(project, flags);
  const question =
    flags.explain === undefined
      ? undefined
      : questionOf(flags.explain, cwd, project.press.site, folders.output, folders.posts);
  const workers = flags.workers === undefined ? undefined : wholeNumber("workers", flags.workers, 1, 256);
  endOnSignals();
  const output = placeOutput(folders.output.path, folders.posts.path, project.root);
  const cache = flags["no-cache"] ? undefined : folders.cache.path;
  const releases = [output, ...(cache === undefined ? [] : [cache])].map(lockFolder);
  const options = {
    posts: folders.posts.path,
    output: folders.output.path,
    ...(cache === undefined ? {} : { cache }),
    drafts: flags.drafts ?? false,
    future: flags.future ?? false,
    now: now(),
  };
  const prepared = await prepare(project.press, options, program);
  const { progress, stages } = timed(flags.quiet ? noProgress : progressOn(console, language));
  const occasion = {
    ...prepared,
    ...(question ? { explain: question } : {}),
    ...(flags.summary === undefined ? {} : { comparison: { before: accountOf(prepared.ledger) } }),
  };
  const report =
    (await unchangedSince(occasion)) ?? (await (await program()).build(project, occasion, progress, workers));
  for (const release of releases) release();
  // Since the process began: loading the program is part of what the user waits for.
  const seconds = performance.now() / 1000;

  const { lines, heldBack } = reportOf(report.findings, folders.posts.shown, language);
  if (report.cacheFault === "damaged") console.complain(damagedCache[language]);
  for (const line of lines) console.print(line);
  for (const line of heldBack) console.complain(line);
  if (question) process.stdout.write(`${explanationOf(question, report, folders.posts.shown, language)}\n`);
  console.print(summaryOf(report, seconds, folders.output.shown, language));
  if (flags.summary !== undefined) {
    writeFileSync(path.resolve(cwd, flags.summary), changesReport(report, folders.posts.shown, language));
  }
  if (flags.json) process.stdout.write(`${JSON.stringify(jsonOf(report, seconds, stages, folders.posts.shown))}\n`);
  return flags.strict && heldBack.length > 0 ? 1 : 0;
}

/** Where there is nothing to do, not even the program need be loaded. */
async function program(): Promise<typeof Program> {
  return import("../build.ts");
}

/** Ends the process in good order, so that what it has begun is cleared away: 128 and the signal's number. */
function endOnSignals(): void {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}
