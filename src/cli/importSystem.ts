import { statSync } from "node:fs";
import path from "node:path";
import type { SystemName } from "../import/systems/names.ts";
import { systems } from "../import/systems/systems.ts";
import { transfer, type Outcome } from "../import/systems/transfer.ts";
import { loadProject } from "../project.ts";
import type { Language } from "../rule.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { foldersOf } from "./folders.ts";
import { systemJson, systemReport, type Transferred } from "./systemReport.ts";

/** What the command line says. */
export interface ImportSystemFlags {
  readonly posts?: string;
  readonly "dry-run"?: boolean;
  readonly json?: boolean;
}

export { systemNames } from "../import/systems/names.ts";

/**
 * `fangzhi import SYSTEM PATH`: the posts of an old site, brought into the posts folder with their addresses.
 * @param system - the system's name
 * @param from - path of its folder, or of the file it exported
 * @param flags - the options given; with `dry-run` nothing is written
 * @param language - the language of the report
 * @returns the exit code: 1 when a post could not be imported, else 0
 * @throws FangzhiError when it is no site of that system, or a configuration is wrong
 */
export async function runImportSystem(
  system: SystemName,
  from: string,
  flags: ImportSystemFlags,
  language: Language,
): Promise<0 | 1> {
  const start = performance.now();
  const root = path.resolve(from);
  const project = await loadProject(process.cwd());
  const { site } = project.press;
  const { posts } = foldersOf(project, flags);
  const isDry = flags["dry-run"] === true;
  const exported = systems[system].open(root, { site, now: now() });
  const outcomes: Outcome[] = [];
  for await (const outcome of transfer(exported, posts.path, site, !isDry)) outcomes.push(outcome);

  const transferred: Transferred = {
    ...{ system, from: statSync(root).isDirectory() ? from : path.dirname(from), posts: posts.shown, isDry, outcomes },
    remarks: exported.remarks,
    assets: exported.assets,
    seconds: (performance.now() - start) / 1000,
  };
  const { print } = consoleOf(false);
  for (const line of systemReport(transferred, language)) print(line);
  if (flags.json) print(JSON.stringify(systemJson(transferred)));
  return outcomes.some(({ fate }) => fate === "failed" || fate === "differs") ? 1 : 0;
}
