import { prepare } from "../occasion.ts";
import type { Bilingual, Language } from "../rule.ts";
import { loadProject } from "../project.ts";
import { unchangedSince } from "../unchanged.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { foldersOf } from "./folders.ts";
import { noProgress, progressOn } from "./progress.ts";
import { jsonOf, reportOf, summaryOf } from "./report.ts";

/** What the command line says. */
export interface BuildFlags {
  readonly posts?: string;
  readonly output?: string;
  readonly cache?: string;
  readonly "no-cache"?: boolean;
  readonly strict?: boolean;
  readonly drafts?: boolean;
  readonly future?: boolean;
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
  const folders = foldersOf(project, flags);
  const occasion = prepare(project.press, {
    posts: folders.posts.path,
    output: folders.output.path,
    ...(flags["no-cache"] ? {} : { cache: folders.cache.path }),
    drafts: flags.drafts ?? false,
    future: flags.future ?? false,
    now: now(),
  });
  const progress = flags.quiet ? noProgress : progressOn(console, language);
  // Where there is nothing to do, not even the program need be loaded.
  const report = unchangedSince(occasion) ?? (await (await import("../build.ts")).build(project, occasion, progress));
  // Since the process began: loading the program is part of what the user waits for.
  const seconds = performance.now() / 1000;

  const { lines, heldBack } = reportOf(report.findings, folders.posts.shown, language);
  if (report.cacheFault === "damaged") console.complain(damagedCache[language]);
  for (const line of lines) console.print(line);
  for (const line of heldBack) console.complain(line);
  console.print(summaryOf(report, seconds, folders.output.shown, language));
  if (flags.json) process.stdout.write(`${JSON.stringify(jsonOf(report, seconds, folders.posts.shown))}\n`);
  return flags.strict && heldBack.length > 0 ? 1 : 0;
}
