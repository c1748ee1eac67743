import type { ArticleChange, Changes, PageChange, Turn } from "../changes.ts";
import type { Problem } from "../model.ts";
import type { BuildReport } from "../occasion.ts";
import type { Bilingual, Language } from "../rule.ts";
import { describe, ruleOf } from "../rules.ts";
import { escaped, inlineCode } from "./markdown.ts";
import { kindOf, pageKinds } from "./pageKinds.ts";
import { fileOf } from "./report.ts";

/** Of each list, the rest is counted: GitHub takes no summary of more than a megabyte. */
const mostListed = 20;

const turns: readonly Turn[] = ["added", "changed", "removed"];

const words = {
  title: { en: "What this build changes", zh: "本次构建的变化" },
  total: {
    en: "{published} articles published, {heldBack} held back, {merged} merged, {waiting} not published yet.",
    zh: "发布文章 {published} 篇，未能发布 {heldBack} 篇，合并 {merged} 篇，暂不发布 {waiting} 篇。",
  },
  articles: { en: "Articles", zh: "文章" },
  pages: { en: "Pages and files of the site", zh: "网站的页面与文件" },
  kind: { en: "kind", zh: "种类" },
  noEarlier: {
    en: "There is no earlier build to compare with, or the program or the configuration has changed since.",
    zh: "没有上一次构建可供比较，或者程序、配置已有改动。",
  },
  unchanged: { en: "Nothing has changed.", zh: "没有变化。" },
  added: { en: "added", zh: "新增" },
  changed: { en: "changed", zh: "修改" },
  removed: { en: "removed", zh: "删除" },
  heldBack: { en: "Held back", zh: "未能发布" },
  warnings: { en: "Worth mending in these articles", zh: "以上文章中建议修改之处" },
  merged: { en: "Merged duplicates", zh: "重复而合并" },
  waiting: { en: "Not published yet", zh: "暂不发布" },
  isHeldBack: { en: "held back, see below", zh: "未能发布，见下" },
  isWaiting: { en: "not published yet", zh: "暂不发布" },
  more: { en: "and {count} more", zh: "另有 {count} 项" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * What a build has changed, for the summary of a job that builds a pull request.
 * @param report - what the build did
 * @param posts - the posts folder as the user named it
 * @param language - the reader's language
 * @returns Markdown, well below a megabyte whatever has changed
 */
export function changesReport(report: BuildReport, posts: string, language: Language): string {
  const { findings, published } = report;
  const { heldBack, merged, waiting } = findings;
  const { articles, pages } = report.changes ?? unchanged;
  const touched = new Set(articles?.map(({ path }) => path));
  const isTouched = ({ path }: Problem) => touched.has(path);
  // Those of this change come first, should there be many.
  const firstTouched = (problems: readonly Problem[]) => [
    ...problems.filter(isTouched),
    ...problems.filter((problem) => !isTouched(problem)),
  ];
  const counts = { published, heldBack: heldBack.length, merged: merged.length, waiting: waiting.length };
  const say = (problem: Problem) => problemLine(problem, posts, language);
  const section = (name: keyof typeof words, problems: readonly Problem[]) =>
    problems.length === 0
      ? []
      : [`### ${words[name][language]} (${problems.length})`, list(firstTouched(problems), say, language)];
  const warnings = findings.warnings.filter(
    (problem) => isTouched(problem) && ruleOf(problem.rule).severity !== "note",
  );
  return `${[
    `## ${words.title[language]}`,
    fill(words.total[language], counts),
    ...articleSections(articles, report, posts, language),
    ...section("heldBack", heldBack),
    ...section("warnings", warnings),
    ...section("merged", merged),
    ...section("waiting", waiting),
    ...pageSections(pages, language),
  ].join("\n\n")}\n`;
}

const unchanged: Changes = { articles: [], pages: [] };

function articleSections(
  articles: Changes["articles"],
  { findings }: BuildReport,
  posts: string,
  language: Language,
): readonly string[] {
  if (!articles) return [`### ${words.articles[language]}`, words.noEarlier[language]];
  const [heldBack, waiting] = [findings.heldBack, findings.waiting].map(
    (some) => new Set(some.map(({ path }) => path)),
  );
  const line = ({ turn, path, title, permalink }: ArticleChange) => {
    const file = inlineCode(fileOf({ path }, posts));
    const page = permalink === undefined ? "" : ` → ${inlineCode(permalink)}`;
    const fate = heldBack!.has(path) ? "isHeldBack" : waiting!.has(path) ? "isWaiting" : undefined;
    const why = fate === undefined ? "" : ` (${words[fate][language]})`;
    return `${words[turn][language]} ${title === undefined ? "" : `**${escaped(title)}** `}${file}${page}${why}`;
  };
  return [`### ${words.articles[language]} (${tally(articles, language)})`, list(articles, line, language)];
}

function pageSections(pages: readonly PageChange[], language: Language): readonly string[] {
  const heading = `### ${words.pages[language]} (${tally(pages, language)})`;
  if (pages.length === 0) return [heading, words.unchanged[language]];
  const byKind = new Map(pageKinds.map((kind) => [kind, [] as PageChange[]]));
  for (const page of pages) byKind.get(kindOf(page.path))!.push(page);
  const kinds = [...byKind].filter(([, some]) => some.length > 0);
  const names = [words.kind, ...turns.map((turn) => words[turn])].map((word) => word[language]);
  const table = [
    row(names),
    "| --- | ---: | ---: | ---: |",
    ...kinds.map(([{ name }, some]) => row([name[language], ...turns.map((turn) => count(some, turn))])),
  ].join("\n");
  const line = ({ turn, path }: PageChange) => `${words[turn][language]} ${inlineCode(`/${path}`)}`;
  const details = kinds.map(
    ([{ name }, some]) =>
      `<details><summary>${name[language]} (${some.length})</summary>\n\n${list(some, line, language)}\n\n</details>`,
  );
  return [heading, table, ...details];
}

function problemLine(problem: Problem, posts: string, language: Language): string {
  const { message, remedy } = describe(problem, language);
  const place = inlineCode(`${fileOf(problem, posts)}:${problem.line}:${problem.column}`);
  return `${place} ${escaped(language === "zh" ? message + remedy : `${message} ${remedy}`)}`;
}

function list<Value>(values: readonly Value[], line: (value: Value) => string, language: Language): string {
  if (values.length === 0) return words.unchanged[language];
  const lines = values.slice(0, mostListed).map((value) => `- ${line(value)}`);
  const more = values.length - lines.length;
  return [...lines, ...(more > 0 ? [`- ${fill(words.more[language], { count: more })}`] : [])].join("\n");
}

function tally(changes: readonly { readonly turn: Turn }[], language: Language): string {
  return turns.map((turn) => `${words[turn][language]} ${count(changes, turn)}`).join(language === "zh" ? "，" : ", ");
}

function count(changes: readonly { readonly turn: Turn }[], turn: Turn): string {
  return String(changes.filter((change) => change.turn === turn).length);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function fill(text: string, values: Readonly<Record<string, number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
