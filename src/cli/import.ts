import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Archive } from "../catalogue/archive.ts";
import { nearTitle } from "../catalogue/nearTitle.ts";
import { oneLine } from "../characters.ts";
import { FangzhiError, reasonOf } from "../errors.ts";
import { glance } from "../glance.ts";
import { readGivenDate } from "../import/dates.ts";
import type { Given } from "../import/articleFile.ts";
import {
  carryOut,
  compose,
  correct,
  lookAt,
  place,
  type Fresh,
  type Placed,
  type Source,
} from "../import/importing.ts";
import { sourcesFolder } from "../read/kept.ts";
import { slugOf } from "../normalise/slug.ts";
import { loadProject } from "../project.ts";
import type { Bilingual, Language } from "../rule.ts";
import { consoleOf, type Console } from "./console.ts";
import { foldersOf, type Folder } from "./folders.ts";
import { differences, fateTable } from "./importReport.ts";
import { askIn, askYes, isTerminal } from "./ask.ts";
import { labelOf, likeOther } from "./askArticle.ts";
import { askGiven, dateForms } from "./askImport.ts";

/** What the command line says. */
export interface ImportFlags {
  readonly posts?: string;
  readonly date?: string;
  readonly source?: string;
  readonly category?: string;
  readonly tag?: readonly string[];
  readonly cache?: string;
  readonly single?: boolean;
  readonly "full-width"?: boolean;
  readonly "dry-run"?: boolean;
  readonly yes?: boolean;
}

/** How an import of one file ended. */
type Outcome = "done" | "same" | "refused";

/**
 * `fangzhi import FILES…`: articles from the text of newspaper pages, saved web pages, PDF and Word files.
 * @param files - the files
 * @param flags - the options given
 * @param language - the language of the report
 * @returns the exit code: 1 when a file could not be imported, or waits for an answer
 * @throws FangzhiError for wrong usage
 */
export async function runImport(files: readonly string[], flags: ImportFlags, language: Language): Promise<0 | 1> {
  const given = givenBy(flags);
  const sources = files.map((file) => path.resolve(file));
  const project = await loadProject(process.cwd());
  const { posts, cache } = foldersOf(project, flags);
  const look = { posts: posts.path, cache: cache.path, wanted: () => false };
  const archive = existsSync(posts.path) ? glance(project.press, look).archive : undefined;
  askIn(language);
  const console = consoleOf(false);
  let isWhole = true;
  for (const [index, file] of sources.entries()) {
    const shown = files[index]!;
    try {
      if (statSync(file).isDirectory()) throw folderFault(shown);
      const outcome = await importOne({ file, shown, given, flags, posts, archive, language, console });
      isWhole &&= outcome !== "refused";
    } catch (error) {
      // One bad file never stops the others.
      const text = error instanceof FangzhiError ? error.text[language] : reasonOf(error);
      console.complain(`${shown}: ${text}`);
      isWhole = false;
    }
  }
  return isWhole ? 0 : 1;
}

interface Task {
  readonly file: string;
  readonly shown: string;
  readonly given: Given;
  readonly flags: ImportFlags;
  readonly posts: Folder;
  /** All articles, if that can be had quickly. */
  readonly archive: Archive | undefined;
  readonly language: Language;
  readonly console: Console;
}

async function importOne(task: Task): Promise<Outcome> {
  const { file, shown, posts, flags, console, language } = task;
  const candidate = await lookAt(file, posts.path, flags.single ?? false);
  if (candidate.kind === "same") {
    const made = candidate.articles
      .map(({ path: at }) => path.join(posts.shown, at))
      .join(language === "zh" ? "、" : ", ");
    console.print(say(words.same, language, { shown, made: made || words.none[language], name: candidate.name }));
    return "same";
  }
  if (candidate.found.articles.length === 0) throw new FangzhiError(words.empty);
  const given = candidate.kind === "new" ? await complete(candidate, task) : task.given;
  if (given === undefined) return "refused";
  const placed =
    candidate.kind === "new"
      ? place(compose(candidate.origin, candidate.found, given), posts.path)
      : correct(candidate, given, posts.path);
  if (flags["dry-run"]) {
    for (const line of fateTable(candidate.origin.text, candidate.found, language)) console.print(line);
    for (const each of placed) show(each, task);
    return "done";
  }
  if (candidate.kind === "corrected" && !(await isAccepted(placed, task))) return "refused";
  carryOut(placed, candidate.origin, posts.path);
  for (const each of placed) report(each, candidate.origin, task);
  return "done";
}

/** Completes what the options say: on a terminal by asking, then with the name that the category has. */
async function complete(
  fresh: Fresh,
  { given, flags, archive, shown, language, console, posts }: Task,
): Promise<Given | undefined> {
  const missing = new Set(compose(fresh.origin, fresh.found, given).flatMap((file) => file.missing));
  const isAsked = isTerminal() && !flags["dry-run"];
  const known = isAsked ? await askGiven(given, missing, { shown, archive }, language) : given;
  if (known === undefined) return undefined;
  for (const { title } of archive === undefined ? [] : fresh.found.articles) {
    const near = title === undefined ? undefined : nearTitle(title, archive!.entries);
    if (near) console.complain(likeOther(near, path.join(posts.shown, near.path))[language]);
  }
  const source = known.source ?? fresh.found.articles[0]?.source;
  const label = known.category === undefined ? undefined : firstTag(known.category, source, archive);
  return known.tags || label === undefined ? known : { ...known, tags: [label] };
}

/** A category is called as the first tag of most of its articles; a new one as its paper. */
function firstTag(category: string, source: string | undefined, archive: Archive | undefined): string | undefined {
  const isInUse = archive?.categories.some(({ slug }) => slug === slugOf(category)) ?? false;
  return isInUse ? labelOf(category, archive!) : source;
}

/** Shows what a correction changes, and asks; without a terminal only `--yes` accepts it. */
async function isAccepted(
  placed: readonly Placed[],
  { flags, posts, language, console, shown }: Task,
): Promise<boolean> {
  const changed = placed.filter(({ file, before }) => file.text !== before);
  for (const { file, path: at, before, isClash } of changed) {
    for (const line of differences(path.join(posts.shown, at), before ?? "", file.text)) console.print(line);
    if (isClash) console.print(say(words.clash, language, { at: path.join(posts.shown, at) }));
  }
  if (flags.yes) return true;
  if (isTerminal()) return (await askYes({ message: `${shown}: ${words.accept[language]}` })) ?? false;
  console.complain(say(words.waits, language, { shown }));
  return false;
}

function show({ file, path: at }: Placed, { posts, console }: Task): void {
  console.print("");
  console.print(`── ${path.join(posts.shown, at)} ──`);
  for (const line of file.text.split("\n")) console.print(line);
}

function report({ file, path: at }: Placed, origin: Source, { posts, language, console, shown }: Task): void {
  const kept = path.join(posts.shown, sourcesFolder, origin.name);
  console.print(say(words.made, language, { shown, at: path.join(posts.shown, at), kept }));
  for (const note of file.notes) console.print(`  · ${note}`);
}

function givenBy(flags: ImportFlags): Given {
  const date = flags.date === undefined ? undefined : readGivenDate(flags.date);
  if (flags.date !== undefined && !date) {
    throw new FangzhiError(
      { en: `--date ${flags.date}: ${dateForms.en}`, zh: `--date ${flags.date}：${dateForms.zh}` },
      2,
    );
  }
  return {
    ...(date ? { date } : {}),
    ...(flags.source === undefined ? {} : { source: flags.source }),
    ...(flags.category === undefined ? {} : { category: flags.category }),
    ...(flags.tag === undefined ? {} : { tags: flags.tag.map(oneLine).filter(Boolean) }),
    ...(flags["full-width"] ? { isFullWidth: true } : {}),
  };
}

function folderFault(shown: string): FangzhiError {
  return new FangzhiError({
    en: `is a folder. Name the files in it: ${shown}/*`,
    zh: `是文件夹。请写出其中的文件：${shown}/*`,
  });
}

function say(text: Bilingual, language: Language, values: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

const words = {
  made: { en: "{shown} → {at} (source kept as {kept})", zh: "{shown} → {at}（原文件存于 {kept}）" },
  same: {
    en: "{shown} was imported before: {made}. Nothing is changed. To import it anew, remove its article and posts/_sources/{name}.",
    zh: "{shown} 已经导入过：{made}。未作改动。如需重新导入，请先删除文章和 posts/_sources/{name}。",
  },
  none: { en: "its articles are gone", zh: "其文章已不在" },
  empty: {
    en: "has no article: all its lines are furniture of a page, or it is empty. Nothing is written.",
    zh: "没有找到文章：各行都是版面内容，或者文件是空的。未写入任何文件。",
  },
  accept: { en: "take over these changes?", zh: "采用这些改动吗？" },
  waits: {
    en: "{shown} differs from what was imported. Nothing is written; run it on a terminal, or with --yes.",
    zh: "{shown} 与上次导入的内容不同。未写入；请在终端运行，或加上 --yes。",
  },
  clash: {
    en: "{at} was changed by hand where the source has changed; those changes are shown as removed.",
    zh: "{at} 中与新版原文冲突的手工改动无法保留，已在上面列为删除。",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
