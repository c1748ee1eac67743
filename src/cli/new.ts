import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import type { Archive, Entry } from "../catalogue/archive.ts";
import { nearTitle } from "../catalogue/nearTitle.ts";
import { oneLine } from "../characters.ts";
import { FangzhiError } from "../errors.ts";
import { glance } from "../glance.ts";
import type { SourcePath } from "../model.ts";
import { loadProject, type Project } from "../project.ts";
import { readArchive } from "../reading.ts";
import type { Bilingual, Language } from "../rule.ts";
import { askIn, isTerminal } from "./ask.ts";
import { askArticle, labelOf, likeOther } from "./askArticle.ts";
import { runCheck } from "./check.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { edit } from "./editor.ts";
import { foldersOf } from "./folders.ts";
import { faultOfTitle, newDate, newFile, type NewArticle } from "./newArticle.ts";
import { noProgress, progressOn } from "./progress.ts";

/** What the command line says. */
export interface NewFlags {
  readonly posts?: string;
  readonly cache?: string;
  readonly category?: string;
  readonly tag?: readonly string[];
  readonly source?: string;
  readonly date?: string;
}

/** What a shell returns for a program that was interrupted. */
const interrupted = 130;

/**
 * `fangzhi new`: an article file with its front matter filled in. On a terminal it asks for what is missing, opens the
 * file in the user's editor, and checks it when that is closed; elsewhere it never waits for an answer.
 * @param title - the title, if it is given
 * @param flags - the options given
 * @param language - the language of questions and answers
 * @returns the exit code
 * @throws FangzhiError when the title or the date is unusable or the file is already there
 */
export async function runNew(title: string | undefined, flags: NewFlags, language: Language): Promise<number> {
  const isAsked = isTerminal();
  const cwd = process.cwd();
  const fault = title === undefined ? noTitle : faultOfTitle(title);
  if (fault && !(isAsked && title === undefined)) throw new FangzhiError(fault, 2);
  const project = await loadProject(cwd);
  const folders = foldersOf(project, flags);
  const { posts } = folders;
  const { timeZone } = project.press.site;
  const console = consoleOf(false);
  const moment = Temporal.Instant.fromEpochMilliseconds(now()).toString({ smallestUnit: "second", timeZone });
  const date = dateOf(flags.date ?? (isAsked ? undefined : moment), timeZone);

  const archive = await archiveOf(project, folders, isAsked, language);
  const nameOf = ({ path: at }: Entry) => path.join(posts.shown, at);
  const known: Partial<NewArticle> = {
    ...(title === undefined ? {} : { title: oneLine(title) }),
    ...(date === undefined ? {} : { date }),
    ...(flags.category === undefined ? {} : { category: oneLine(flags.category) }),
    ...(flags.tag === undefined ? {} : { tags: flags.tag.map(oneLine).filter(Boolean) }),
    ...(flags.source === undefined ? {} : { source: oneLine(flags.source) }),
  };
  askIn(language);
  const beginning = { ...known, now: dateOf(moment, timeZone)!, timeZone, nameOf, ...(archive ? { archive } : {}) };
  const article = isAsked ? await askArticle(beginning, language) : { ...known, ...stated(known, archive) };
  if (!article) {
    console.complain(cancelled[language]);
    return interrupted;
  }
  const like = isAsked || !archive ? undefined : nearTitle(article.title, archive.entries);
  if (like) console.complain(likeOther(like, nameOf(like))[language]);

  const { name, text } = newFile(article);
  const file = path.join(posts.path, name);
  const shown = path.join(posts.shown, name);
  write(file, text, shown);
  console.print(made(shown)[language]);
  const isEdited = isAsked ? edit(file) : undefined;
  if (isEdited === false) console.complain(notEdited[language]);
  if (!isEdited) return 0;
  await runCheck([file], { posts: path.relative(project.root, posts.path), cache: folders.cache.path }, language);
  sayReprints(name as SourcePath, project, folders, language);
  return 0;
}

/** Without anyone to ask, what is not given is left out, but for the name its category has. */
function stated(known: Partial<NewArticle>, archive: Archive | undefined): Pick<NewArticle, "title" | "date" | "tags"> {
  const { title = "", date = "", category, tags } = known;
  const label = category !== undefined && archive ? labelOf(category, archive) : undefined;
  return { title, date, tags: tags ?? (label === undefined ? [] : [label]) };
}

function dateOf(text: string | undefined, timeZone: string): string | undefined {
  if (text === undefined) return undefined;
  const read = newDate(text, timeZone);
  if ("fault" in read) throw new FangzhiError(read.fault, 2);
  return read.date;
}

type Folders = ReturnType<typeof foldersOf>;

/** What stands in the archive: for questions only if it can be had quickly. A fault in it does not stop a new article. */
async function archiveOf(
  { press }: Project,
  { posts, cache }: Folders,
  isAsked: boolean,
  language: Language,
): Promise<Archive | undefined> {
  try {
    const quick = glance(press, { posts: posts.path, cache: cache.path, wanted: () => false }).archive;
    if (quick || isAsked) return quick;
    const progress = process.stderr.isTTY ? progressOn(consoleOf(false), language) : noProgress;
    const options = { posts: posts.path, drafts: true, future: true, now: now() };
    return (await readArchive(press, options, progress)).archive;
  } catch {
    return undefined;
  }
}

function write(file: string, text: string, shown: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw refusal(error, shown);
  }
}

function refusal(error: unknown, shown: string): FangzhiError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return code === "EEXIST"
    ? new FangzhiError({ en: `${shown} is already there; it is left as it is.`, zh: `${shown} 已经存在，未作改动。` })
    : new FangzhiError({ en: `${shown} cannot be written: ${code}.`, zh: `无法写入 ${shown}：${code}。` });
}

/** Says which articles have the same or nearly the same text as the one that was written. */
function sayReprints(at: SourcePath, { press }: Project, { posts, cache }: Folders, language: Language): void {
  const { archive } = glance(press, { posts: posts.path, cache: cache.path, wanted: (file) => file === at });
  const entry = archive?.entries.find(({ path: own }) => own === at);
  for (const { entry: other } of entry?.reprints ?? []) {
    consoleOf(false).complain(sameText(other, path.join(posts.shown, other.path))[language]);
  }
}

function sameText({ title, day }: Entry, file: string): Bilingual {
  return {
    en: `The archive has this text, or nearly this text, already: ${title} (${day}, ${file}).`,
    zh: `档案里已有正文相同或相近的文章：《${title}》（${day}，${file}）。`,
  };
}

function made(shown: string): Bilingual {
  return {
    en: `${shown} is made; write its text below the second line ---.`,
    zh: `已新建 ${shown}，请在第二行 --- 之后写正文。`,
  };
}

const noTitle: Bilingual = { en: 'A title is needed: fangzhi new "TITLE".', zh: '请给出标题：fangzhi new "标题"。' };
const cancelled: Bilingual = { en: "Cancelled; no file was made.", zh: "已取消，没有新建文件。" };
const notEdited: Bilingual = {
  en: "The editor did not start or end well; the file is there.",
  zh: "编辑器没有正常打开或关闭；文件已经建好。",
};
