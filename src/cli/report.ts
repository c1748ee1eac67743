import path from "node:path";
import type { BuildReport } from "../occasion.ts";
import type { Bilingual, Language } from "../rule.ts";
import type { PassedOver, Problem } from "../model.ts";
import type { Findings } from "../quality.ts";
import { describe, ruleOf, type RuleName } from "../rules.ts";

/** More lines of one rule than this are counted, not printed; held-back files are always printed. */
const mostOfOneRule = 20;

/**
 * Says where a problem is, as a line that an editor can click.
 * @param problem - the problem
 * @param posts - the posts folder as the user named it
 * @param language - the reader's language
 * @returns `posts/a.md:4:7  what is wrong. What to do.`
 */
export function lineOf(problem: Problem, posts: string, language: Language): string {
  const { message, remedy } = describe(problem, language);
  const words = language === "zh" ? message + remedy : `${message} ${remedy}`;
  const line = `${fileOf(problem, posts)}:${problem.line}:${problem.column}  ${words} [${problem.rule}]`;
  return line.replace(/\s*[\n\r\u2028\u2029]\s*/g, " ");
}

/**
 * The path of a source file as the user would type it.
 * @param file - anything with a source path
 * @param posts - the posts folder as the user named it
 * @returns the path, with `/` between folders
 */
export function fileOf({ path: at }: Pick<Problem, "path">, posts: string): string {
  return path.join(posts, at).split(path.sep).join("/");
}

const headings = {
  heldBack: {
    en: "Held back ({count}); everything else is published:",
    zh: "未能发布（{count} 个文件），其余照常发布：",
  },
  warnings: { en: "Worth mending ({count}):", zh: "建议修改（{count} 处）：" },
  reviews: { en: "For an editor to look at ({count}):", zh: "待编辑核对（{count} 处）：" },
  notes: { en: "Done on the way ({count}):", zh: "已自动处理（{count} 处）：" },
  merged: { en: "Merged ({count}):", zh: "已合并（{count} 个文件）：" },
  waiting: { en: "Not published yet ({count}):", zh: "暂不发布（{count} 个文件）：" },
  passedOver: { en: "Passed over ({count}):", zh: "不是文章，已略过（{count} 个文件）：" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * The whole report of what is to be said of the source files.
 * @param findings - what a build or a check found
 * @param posts - the posts folder as the user named it
 * @param language - the reader's language
 * @returns lines, and apart from them those about files held back
 */
export function reportOf(
  findings: Findings,
  posts: string,
  language: Language,
): { readonly lines: readonly string[]; readonly heldBack: readonly string[] } {
  const section = (name: keyof typeof headings, lines: readonly string[], count: number) =>
    count === 0
      ? []
      : [headings[name][language].replace("{count}", String(count)), ...lines.map((line) => `  ${line}`)];
  const sayAll = (problems: readonly Problem[]) => problems.map((problem) => lineOf(problem, posts, language));
  const passed = ({ path: at, rule }: PassedOver) =>
    `${fileOf({ path: at }, posts)}  ${describe({ rule }, language).message} [${rule}]`;
  const reviews = findings.warnings.filter(({ rule }) => rule === "to-review");
  const notes = findings.warnings.filter((problem) => isNote(problem) && problem.rule !== "to-review");
  const warnings = findings.warnings.filter((problem) => !isNote(problem));
  return {
    lines: [
      ...section("passedOver", findings.passedOver.map(passed), findings.passedOver.length),
      ...section("waiting", sayAll(findings.waiting), findings.waiting.length),
      ...section("merged", sayAll(findings.merged), findings.merged.length),
      ...section("notes", fewOfEachRule(notes, posts, language), notes.length),
      ...section("reviews", fewOfEachRule(reviews, posts, language), reviews.length),
      ...section("warnings", fewOfEachRule(warnings, posts, language), warnings.length),
    ],
    heldBack: section("heldBack", sayAll(findings.heldBack), findings.heldBack.length),
  };
}

/**
 * The last words of a build.
 * @param report - what it did
 * @param seconds - how long it took
 * @param output - the output folder as the user named it
 * @param language - the reader's language
 * @returns one line
 */
export function summaryOf(report: BuildReport, seconds: number, output: string, language: Language): string {
  const { articles, fromCache, published, files, written, findings } = report;
  const [merged, drafts, heldBack] = [findings.merged.length, findings.waiting.length, findings.heldBack.length];
  const time = seconds.toFixed(2);
  return language === "zh"
    ? `读取文章 ${articles} 篇（缓存 ${fromCache} 篇）：发布 ${published}，合并 ${merged}，草稿 ${drafts}，未能发布 ${heldBack}。${output} 共 ${files.size} 个文件，更新 ${written} 个，用时 ${time} 秒。`
    : `${articles} articles read, ${fromCache} from the cache: ${published} published, ${merged} merged, ${drafts} drafts, ${heldBack} held back. ${files.size} files in ${output}, ${written} of them written, in ${time} s.`;
}

/**
 * The report for programs; its texts are always English.
 * @param report - what a build did
 * @param seconds - how long it took
 * @param stages - how long its steps took, seconds
 * @param posts - the posts folder as the user named it
 * @returns an object for `JSON.stringify`
 */
export function jsonOf(
  report: BuildReport,
  seconds: number,
  stages: Readonly<Record<string, number>>,
  posts: string,
): Readonly<Record<string, unknown>> {
  const { findings } = report;
  return {
    articles: report.articles,
    fromCache: report.fromCache,
    published: report.published,
    merged: findings.merged.length,
    drafts: findings.waiting.length,
    heldBack: findings.heldBack.map((problem) => ({
      file: fileOf(problem, posts),
      line: problem.line,
      column: problem.column,
      rule: problem.rule,
      ...describe(problem, "en"),
    })),
    passedOver: findings.passedOver.map((file) => ({ file: fileOf(file, posts), rule: file.rule })),
    warnings: findings.warnings.length,
    pages: [...report.files].filter((file) => file.endsWith(".html")).length,
    files: report.files.size,
    written: report.written,
    seconds: Number(seconds.toFixed(3)),
    stages,
  };
}

function isNote({ rule }: Problem): boolean {
  return ruleOf(rule).severity === "note";
}

/**
 * Says what is to be said of many files, the first times of each rule only.
 * @param problems - the problems
 * @param posts - the folder as the user named it
 * @param language - the reader's language
 * @returns a line for each, and one for each rule with more
 */
export function fewOfEachRule(problems: readonly Problem[], posts: string, language: Language): readonly string[] {
  const counts = new Map<RuleName, number>();
  const lines: string[] = [];
  for (const problem of problems) {
    const count = (counts.get(problem.rule) ?? 0) + 1;
    counts.set(problem.rule, count);
    if (count <= mostOfOneRule) lines.push(lineOf(problem, posts, language));
  }
  for (const [rule, count] of counts) {
    const more = count - mostOfOneRule;
    if (more > 0) lines.push(language === "zh" ? `[${rule}] 另有 ${more} 处` : `and ${more} more of [${rule}]`);
  }
  return lines;
}
