import { existsSync } from "node:fs";
import path from "node:path";
import { readArchive } from "../reading.ts";
import { FangzhiError } from "../errors.ts";
import type { Language } from "../rule.ts";
import type { Problem } from "../model.ts";
import { loadProject } from "../project.ts";
import type { Severity } from "../rule.ts";
import { describe, ruleOf } from "../rules.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { foldersOf } from "./folders.ts";
import { noProgress, progressOn } from "./progress.ts";
import { fileOf, lineOf } from "./report.ts";

/** What the command line says. */
export interface CheckFlags {
  readonly posts?: string;
  readonly format?: string;
}

/**
 * `fangzhi check`: the reading of a build without its writing, a line for each problem. Notes on what was done as it
 * should be are printed, but are no problem.
 * @param files - the files and folders to report on; none means all
 * @param flags - the options given
 * @param language - the language of plain lines
 * @returns the exit code: 1 when there is a problem, else 0
 * @throws FangzhiError for an unknown format, a file that is not among the posts, or a wrong configuration
 */
export async function runCheck(files: readonly string[], flags: CheckFlags, language: Language): Promise<0 | 1> {
  const format = flags.format ?? "text";
  if (format !== "text" && format !== "github") {
    throw new FangzhiError(
      { en: `--format is text or github, not ${format}.`, zh: `--format 只能是 text 或 github，不能是 ${format}。` },
      2,
    );
  }
  const cwd = process.cwd();
  const console = consoleOf(false);
  const project = await loadProject(cwd);
  const { posts } = foldersOf(project, flags);
  const missing = files.find((file) => !existsSync(path.resolve(cwd, file)));
  if (missing !== undefined) throw new FangzhiError({ en: `${missing} is not there.`, zh: `找不到 ${missing}。` }, 2);
  const wanted = files.map((file) => path.relative(posts.path, path.resolve(cwd, file)).split(path.sep).join("/"));
  const outside = files.find((_, index) => /^\.\.(?:\/|$)/.test(wanted[index]!));
  if (outside !== undefined) {
    throw new FangzhiError(
      { en: `${outside} is not in ${posts.shown}.`, zh: `${outside} 不在 ${posts.shown} 里。` },
      2,
    );
  }
  const progress = format === "text" ? progressOn(console, language) : noProgress;
  const { findings } = await readArchive(
    project.press,
    { posts: posts.path, drafts: true, future: true, now: now() },
    progress,
  );
  const isWanted = ({ path: at }: Pick<Problem, "path">) =>
    wanted.length === 0 || wanted.some((file) => file === "" || at === file || at.startsWith(`${file}/`));
  const passedOver = findings.passedOver.map(({ path: at, rule }): Problem => ({
    rule,
    path: at,
    line: 1,
    column: 1,
    values: {},
  }));
  const problems = [...passedOver, ...findings.heldBack, ...findings.warnings, ...findings.merged].filter(isWanted);
  for (const problem of problems) {
    console.print(format === "github" ? annotation(problem, posts.shown) : lineOf(problem, posts.shown, language));
  }
  // A file that was named is meant to be an article.
  const isNamed = passedOver.some(({ path: at }) => wanted.includes(at));
  return isNamed || problems.some(({ rule }) => ruleOf(rule).severity !== "note") ? 1 : 0;
}

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
function annotation(problem: Problem, posts: string): string {
  const { message, remedy } = describe(problem, "en");
  const property = (text: string | number) => data(String(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const place = `file=${property(fileOf(problem, posts))},line=${problem.line},col=${problem.column},title=${property(problem.rule)}`;
  return `::${levels[ruleOf(problem.rule).severity]} ${place}::${data(`${message} ${remedy}`)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
