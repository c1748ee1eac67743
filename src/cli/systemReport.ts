import path from "node:path";
import { fates, type Outcome } from "../import/systems/transfer.ts";
import type { Problem } from "../model.ts";
import type { Bilingual, Language } from "../rule.ts";
import { describe, ruleOf } from "../rules.ts";
import { fewOfEachRule, lineOf } from "./report.ts";

/** What became of an old site. */
export interface Transferred {
  readonly system: string;
  /** Path of the export, and of the posts folder, as the user named them. */
  readonly from: string;
  readonly posts: string;
  readonly isDry: boolean;
  readonly outcomes: readonly Outcome[];
  readonly remarks: readonly Problem[];
  readonly assets: readonly string[];
  readonly seconds: number;
}

type Fate = Outcome["fate"];

const headings: Readonly<Record<Fate, Bilingual>> = {
  imported: { en: "Imported ({count}):", zh: "已导入（{count} 篇）：" },
  draft: { en: "Imported as drafts ({count}):", zh: "已作为草稿导入（{count} 篇）：" },
  unchanged: { en: "There already, unchanged ({count}):", zh: "此前已导入，没有变化（{count} 篇）：" },
  differs: {
    en: "Not imported: another file is in the way ({count}):",
    zh: "未导入：已有内容不同的文件（{count} 篇）：",
  },
  "passed-over": { en: "Passed over ({count}):", zh: "已略过（{count} 个）：" },
  failed: { en: "Could not be imported ({count}):", zh: "无法导入（{count} 篇）：" },
};

/** Fates that need no attention: with many posts only the first of them are printed; `--json` has all. */
const routine: ReadonlySet<Fate> = new Set(["imported", "draft", "unchanged", "passed-over"]);
const mostRoutine = 20;

/**
 * The report of an import.
 * @param transferred - what was done
 * @param language - the reader's language
 * @returns lines: each candidate under its fate, what could not be carried over, what is to be done, and the sums
 */
export function systemReport(transferred: Transferred, language: Language): readonly string[] {
  const { from, posts, outcomes, remarks } = transferred;
  const say = (words: Bilingual, values: Readonly<Record<string, string | number>>) => filled(words[language], values);
  const lines: string[] = [];
  for (const fate of fates) {
    const all = outcomes.filter((outcome) => outcome.fate === fate);
    if (all.length === 0) continue;
    lines.push(say(headings[fate], { count: all.length }));
    const shown = routine.has(fate) ? all.slice(0, mostRoutine) : all;
    lines.push(...shown.map((outcome) => `  ${outcomeLine(outcome, from, posts, language)}`));
    if (shown.length < all.length) lines.push(`  ${say(more, { count: all.length - shown.length })}`);
  }
  const said = [...remarks, ...outcomes.flatMap((outcome) => outcome.remarks.slice(hasReason(outcome) ? 1 : 0))];
  for (const [severity, heading] of Object.entries(remarkHeadings)) {
    const some = said.filter(({ rule }) => (ruleOf(rule).severity === "note") === (severity === "note"));
    if (some.length === 0) continue;
    lines.push(say(heading, { count: some.length }));
    lines.push(...fewOfEachRule(some, from, language).map((line) => `  ${line}`));
  }
  return [...lines, ...assetLines(transferred, say), sumsOf(transferred, language)];
}

const more: Bilingual = { en: "and {count} more (--json names them all)", zh: "另有 {count} 个（--json 列出全部）" };
const remarkHeadings: Readonly<Record<"note" | "warning", Bilingual>> = {
  note: { en: "Done on the way ({count}):", zh: "已自动处理（{count} 处）：" },
  warning: { en: "Could not be carried over as it was ({count}):", zh: "未能照原样带过来（{count} 处）：" },
};

/** What failed, is in the way or was passed over says why first of all. */
function hasReason({ fate }: Outcome): boolean {
  return fate === "failed" || fate === "differs" || fate === "passed-over";
}

function outcomeLine(outcome: Outcome, from: string, posts: string, language: Language): string {
  const [why] = outcome.remarks;
  if (hasReason(outcome) && why) {
    return outcome.fate === "passed-over"
      ? `${outcome.from}  ${describe(why, language).message}`
      : lineOf(why, from, language);
  }
  const file = path
    .join(posts, outcome.file ?? "")
    .split(path.sep)
    .join("/");
  return `${outcome.from} → ${file}`;
}

const pictures: Bilingual = {
  en: "{posts} posts show {pictures} pictures of the old site; it has {count} files beside its pages, which are not copied.",
  zh: "{posts} 篇文章使用旧网站的 {pictures} 幅图片；旧网站另有 {count} 个文件，没有复制。",
};
const advice: Bilingual = {
  en: 'Put them into a folder of the project and publish it with eleventy.addPassthroughCopy({ "FOLDER": "." }) in .eleventy.ts. Pictures with relative addresses ({relative}) are left out of the pages: write their addresses from the root, /….',
  zh: '请把这些文件放进项目中的一个文件夹，在 .eleventy.ts 中写 eleventy.addPassthroughCopy({ "文件夹": "." }) 予以发布。相对地址的图片（{relative} 幅）不会显示，请改成以 / 开头的地址。',
};

function assetLines(
  { outcomes, assets }: Transferred,
  say: (words: Bilingual, values: Readonly<Record<string, string | number>>) => string,
): readonly string[] {
  const withImages = outcomes.filter(({ images }) => images.length > 0);
  const images = withImages.flatMap((outcome) => outcome.images);
  if (images.length === 0 && assets.length === 0) return [];
  const relative = images.filter((address) => !address.startsWith("/")).length;
  const values = { posts: withImages.length, pictures: images.length, count: assets.length, relative };
  return [say(pictures, values), ...(images.length === 0 ? [] : [`  ${say(advice, values)}`])];
}

const sums: Bilingual = {
  en: "{total} candidates: {imported} imported, {draft} drafts, {unchanged} unchanged, {differs} in the way of another file, {passed-over} passed over, {failed} failed. {copies} files are byte for byte what they were. {seconds} s.",
  zh: "共 {total} 个：导入 {imported}，草稿 {draft}，未变 {unchanged}，同名不同 {differs}，略过 {passed-over}，失败 {failed}。其中 {copies} 个文件与原文件逐字节相同。用时 {seconds} 秒。",
};
const dry: Bilingual = { en: "Nothing was written. ", zh: "未写入任何文件。" };

function sumsOf({ outcomes, isDry, seconds }: Transferred, language: Language): string {
  const copies = outcomes.filter(({ isCopy, fate }) => isCopy === true && fate !== "differs").length;
  const values = { ...countsOf(outcomes), total: outcomes.length, copies, seconds: seconds.toFixed(2) };
  return (isDry ? dry[language] : "") + filled(sums[language], values);
}

function countsOf(outcomes: readonly Outcome[]): Readonly<Record<Fate, number>> {
  const counts = Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>;
  for (const { fate } of outcomes) counts[fate]++;
  return counts;
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([\w-]+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/**
 * The report for programs; its texts are always English.
 * @param transferred - what was done
 * @returns an object for `JSON.stringify`, with every candidate
 */
export function systemJson(transferred: Transferred): Readonly<Record<string, unknown>> {
  const { system, isDry, outcomes, remarks, assets, seconds } = transferred;
  return {
    system,
    dryRun: isDry,
    candidates: outcomes.length,
    ...countsOf(outcomes),
    posts: outcomes.map((outcome) => ({ ...outcome, remarks: outcome.remarks.map(jsonOfProblem) })),
    remarks: remarks.map(jsonOfProblem),
    assets,
    seconds: Number(seconds.toFixed(3)),
  };
}

function jsonOfProblem(problem: Problem): Readonly<Record<string, unknown>> {
  const { rule, path: file, line } = problem;
  return { file, line, rule, ...describe(problem, "en") };
}
