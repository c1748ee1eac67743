import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Takes a change back, so that every run has the same corpus. */
export type Undo = () => void;

/**
 * Edits the article in the middle of the archive: a paragraph more.
 * @param posts - folder of the articles
 * @param mark - a text to find on its page
 * @returns what takes it back
 */
export function editArticle(posts: string, mark: string): Undo {
  const names = readdirSync(posts).sort();
  const file = path.join(posts, names[Math.floor(names.length / 2)]!);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("\n---\n", `\n---\n<p>编者按：${mark}。</p>\n `));
  return () => writeFileSync(file, text);
}

/**
 * Adds an article on the last day of the archive, in the category and with the tag of the one before.
 * @param posts - folder of the articles
 * @param mark - tells it from others added, in digits
 * @returns what takes it back
 */
export function addArticle(posts: string, mark: string): Undo {
  const last = readdirSync(posts).sort().at(-1)!;
  const day = last.slice(0, 10);
  const code = `NW${day.replaceAll("-", "")}9${mark.padStart(9, "0")}`;
  const file = path.join(posts, `${day}-${code}.md`);
  const text = readFileSync(path.join(posts, last), "utf8")
    .replace(/^title: .*$/m, `title: "本市新一批项目集中签约（${mark}）"`)
    .replace(/^date: .*$/m, `date: ${day} 23:59:59 +0800`)
    .replace(/infoCode=\w+/, `infoCode=${code}`);
  writeFileSync(file, text);
  return () => rmSync(file);
}

/**
 * Gives every article a new modification time, as a fresh checkout does.
 * @param posts - folder of the articles
 */
export function touchArticles(posts: string): void {
  const now = new Date();
  for (const name of readdirSync(posts)) utimesSync(path.join(posts, name), now, now);
}
