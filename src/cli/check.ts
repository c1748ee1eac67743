import path from "node:path";
import type { Archive } from "../catalogue/archive.ts";
import { FangzhiError, reasonOf } from "../errors.ts";
import { fixFile } from "../fix/fixFile.ts";
import { fixes, type Fix } from "../fix/fixes.ts";
import { glance } from "../glance.ts";
import type { Problem, SourcePath } from "../model.ts";
import { listPosts } from "../occasion.ts";
import { loadProject, type Project } from "../project.ts";
import type { Findings } from "../quality.ts";
import { readSource } from "../read/source.ts";
import { readArchive } from "../reading.ts";
import type { Bilingual, Language } from "../rule.ts";
import { ruleOf } from "../rules.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { diffOf } from "./diff.ts";
import { foldersOf, type Folder } from "./folders.ts";
import { formats, type FormatName } from "./formats/formats.ts";
import { noProgress, progressOn } from "./progress.ts";
import { scopeOf, type Scope } from "./scope.ts";
import { slipsIn } from "./slips.ts";

/** What the command line says. */
export interface CheckFlags {
  readonly posts?: string;
  readonly cache?: string;
  readonly all?: boolean;
  readonly since?: string;
  readonly fix?: boolean;
  readonly format?: string;
}

/** What a check found, and of how many files. */
interface Checked {
  readonly findings: Findings;
  readonly files: number;
  /** Nothing when it would have taken long. */
  readonly archive?: Archive;
}

/**
 * `fangzhi check`: the reading of a build without its writing, a line for each problem. Notes on what was done as it
 * should be are printed, but are no problem.
 * @param files - the files and folders to report on; none means those that Git knows as changed, or all
 * @param flags - the options given
 * @param language - the language of plain lines
 * @returns the exit code: 1 when there is a problem, else 0
 * @throws FangzhiError for an unknown format, a file that is not among the posts, or a wrong configuration
 */
export async function runCheck(files: readonly string[], flags: CheckFlags, language: Language): Promise<0 | 1> {
  const format = formats[nameOf(flags.format)];
  const cwd = process.cwd();
  const project = await loadProject(cwd);
  const folders = foldersOf(project, flags);
  const { posts } = folders;
  const scope = scopeOf(files, flags, posts, cwd);
  const say = (words: Bilingual) => consoleOf(false).complain(words[language]);
  if (scope.reason) say(scope.reason);
  const isMended = !flags.fix || fixAll(scope, posts, project, language);

  const checked = await check(scope, project, folders, format === formats.text, language);
  const textOf = readerOf(posts.path);
  const slips = checked.archive ? slipsIn(checked.archive, scope, textOf) : [];
  if (!checked.archive) say(notCompared);
  const problems = problemsOf(checked.findings, slips);
  const style = { width: process.stdout.columns || 100, colours: hasColours() };
  // What stands in files is made fit for a terminal where it is put into lines; these lines may be coloured.
  for (const line of format({ problems, posts: posts.shown, language, style, textOf }))
    process.stdout.write(`${line}\n`);
  say(summary(checked.files, problems));
  if (!flags.fix && problems.some(({ rule }) => mendable.has(rule))) say(hint);

  // A file that was named is meant to be an article.
  const isNamed = checked.findings.passedOver.some(({ path: at }) => scope.named.includes(at));
  return !isMended || isNamed || problems.some(({ rule }) => ruleOf(rule).severity !== "note") ? 1 : 0;
}

async function check(
  scope: Scope,
  { press }: Project,
  { posts, cache }: ReturnType<typeof foldersOf>,
  isRead: boolean,
  language: Language,
): Promise<Checked> {
  if (!scope.isAll) return glance(press, { posts: posts.path, cache: cache.path, wanted: scope.has });
  const progress = isRead ? progressOn(consoleOf(false), language) : noProgress;
  const options = { posts: posts.path, drafts: true, future: true, now: now() };
  const { findings, archive, articles } = await readArchive(press, options, progress);
  return { findings, archive, files: articles };
}

/** Says whether no file has refused; one that does never stops the others. */
function fixAll(scope: Scope, posts: Folder, { press }: Project, language: Language): boolean {
  let isWhole = true;
  for (const at of listPosts(posts.path, press.site).articles.filter(scope.has)) {
    const shown = path.join(posts.shown, at).split(path.sep).join("/");
    try {
      const changes = fixFile(posts.path, at, press.site);
      for (const line of diffOf(shown, changes, language, hasColours(process.stderr)))
        process.stderr.write(`${line}\n`);
    } catch (error) {
      const reason = error instanceof FangzhiError ? error.text[language] : reasonOf(error);
      consoleOf(false).complain(notMended(shown, reason)[language]);
      isWhole = false;
    }
  }
  return isWhole;
}

function notMended(shown: string, reason: string): Bilingual {
  return { en: `${shown}  could not be mended: ${reason}.`, zh: `${shown}  无法修改：${reason}。` };
}

function problemsOf(findings: Findings, slips: readonly Problem[]): readonly Problem[] {
  const { passedOver, heldBack, warnings, merged } = findings;
  const passed = passedOver.map(({ path: at, rule }): Problem => ({ rule, path: at, line: 1, column: 1, values: {} }));
  return [...passed, ...heldBack, ...warnings, ...slips, ...merged];
}

/** One after another the problems of a file are shown in it. */
function readerOf(posts: string): (path: SourcePath) => string | undefined {
  let last: { readonly at: SourcePath; readonly text: string | undefined } | undefined;
  return (at) => {
    if (last?.at !== at) last = { at, text: textIn(posts, at) };
    return last.text;
  };
}

function textIn(posts: string, at: SourcePath): string | undefined {
  try {
    return readSource(posts, at).text;
  } catch {
    return undefined;
  }
}

function hasColours(stream: NodeJS.WriteStream = process.stdout): boolean {
  return stream.isTTY && stream.hasColors();
}

function nameOf(format = "text"): FormatName {
  if (Object.hasOwn(formats, format)) return format as FormatName;
  const names = Object.keys(formats).join(", ");
  throw new FangzhiError(
    { en: `--format is one of ${names}, not ${format}.`, zh: `--format 只能是 ${names} 之一，不能是 ${format}。` },
    2,
  );
}

const mendable = new Set<string>(Object.values<Fix>(fixes).flatMap(({ rules }) => rules));
const hint: Bilingual = {
  en: "Some of this has one right mend: --fix makes it.",
  zh: "其中有些问题只有一种改法，可用 --fix 自动修改。",
};
const notCompared: Bilingual = {
  en: "Not compared with the other articles (copies, addresses, links, similar tags): build once, or check with --all.",
  zh: "没有与其他文章比对（重复、地址、站内链接、相近的标签）：请先生成一次网站，或使用 --all。",
};

function summary(files: number, problems: readonly Problem[]): Bilingual {
  const count = (severity: string) => problems.filter(({ rule }) => ruleOf(rule).severity === severity).length;
  const [errors, warnings, notes] = ["error", "warning", "note"].map(count);
  return {
    en: `Articles checked: ${files}. Errors: ${errors}, warnings: ${warnings}, notes: ${notes}.`,
    zh: `已检查 ${files} 篇：错误 ${errors}，建议修改 ${warnings}，提示 ${notes}。`,
  };
}
