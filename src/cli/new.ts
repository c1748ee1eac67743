import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { readArchive } from "../reading.ts";
import { countCharacters, oneLine } from "../characters.ts";
import { FangzhiError } from "../errors.ts";
import type { Language } from "../rule.ts";
import { limits } from "../limits.ts";
import { cutToFit, slugOf } from "../normalise/slug.ts";
import { loadProject } from "../project.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { foldersOf } from "./folders.ts";
import { noProgress } from "./progress.ts";

/** What the command line says. */
export interface NewFlags {
  readonly posts?: string;
  readonly category?: string;
}

/**
 * `fangzhi new`: an article file with its front matter filled in, its body waiting to be written.
 * @param title - the title
 * @param flags - the options given
 * @param language - the language of the answer
 * @returns the exit code
 * @throws FangzhiError when the title is unusable or the file is already there
 */
export async function runNew(title: string, flags: NewFlags, language: Language): Promise<0> {
  const line = oneLine(title);
  if (line === "" || countCharacters(line) > limits.titleCharacters) {
    throw new FangzhiError(
      {
        en: `The title must have 1 to ${limits.titleCharacters} characters.`,
        zh: `标题应有 1 至 ${limits.titleCharacters} 个字。`,
      },
      2,
    );
  }
  const project = await loadProject(process.cwd());
  const { posts } = foldersOf(project, flags);
  const { site } = project.press;
  const moment = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(site.timeZone);
  const day = moment.toPlainDate().toString();
  const date = `${day} ${moment.toPlainTime().toString({ smallestUnit: "second" })} ${moment.offset.replace(":", "")}`;
  const category = flags.category === undefined ? undefined : oneLine(flags.category);
  const label = category === undefined ? undefined : await labelOf(category, project, posts.path);

  const room = limits.nameBytes - Buffer.byteLength(`${day}-.md`);
  const file = path.join(posts.path, `${day}-${cutToFit(slugOf(line), room)}.md`);
  const shown = path.join(posts.shown, path.basename(file));
  const text = [
    "---",
    "layout: post",
    `title: ${JSON.stringify(line)}`,
    `date: ${date}`,
    ...(category ? [`category: ${JSON.stringify(category)}`] : []),
    ...(label === undefined ? [] : [`tag: ${JSON.stringify(label)}`]),
    "---",
    "",
    "",
  ].join("\n");
  try {
    mkdirSync(posts.path, { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw refusal(error, shown);
  }
  consoleOf(false).print(
    language === "zh"
      ? `已新建 ${shown}，请在最后一行 --- 之后写正文。`
      : `${shown} is made; write its text below the second line ---.`,
  );
  return 0;
}

/** The name a category already has, so that the new article votes for the same. */
async function labelOf(
  category: string,
  project: Awaited<ReturnType<typeof loadProject>>,
  posts: string,
): Promise<string | undefined> {
  try {
    const { archive } = await readArchive(project.press, { posts, drafts: true, future: true, now: now() }, noProgress);
    const label = archive.categories.find(({ slug }) => slug === slugOf(category))?.label;
    return label === category ? undefined : label;
  } catch {
    return undefined;
  }
}

function refusal(error: unknown, shown: string): FangzhiError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return code === "EEXIST"
    ? new FangzhiError({ en: `${shown} is already there; it is left as it is.`, zh: `${shown} 已经存在，未作改动。` })
    : new FangzhiError({ en: `${shown} cannot be written: ${code}.`, zh: `无法写入 ${shown}：${code}。` });
}
