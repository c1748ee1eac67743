import { existsSync } from "node:fs";
import path from "node:path";
import type { Site } from "../config.ts";
import type { BuildReport, Explanation, Question } from "../occasion.ts";
import type { Bilingual, Language } from "../rule.ts";
import type { Folder } from "./folders.ts";

/**
 * What `--explain` asks about.
 * @param text - as the user wrote it: a page's path, its address with or without the host, or an article's file
 * @param cwd - the working directory that paths are meant from
 * @param site - the site's configuration
 * @param output - the output folder
 * @param posts - the posts folder
 * @returns the page and the file that this may be
 */
export function questionOf(text: string, cwd: string, site: Site, output: Folder, posts: Folder): Question {
  const file = path.resolve(cwd, text);
  const below = (folder: Folder) => path.relative(folder.path, file).split(path.sep).join("/");
  if (isBelow(below(output))) return { page: below(output) };
  const address = text.startsWith(site.origin) ? text.slice(site.origin.length) : text;
  const inSite = address.startsWith(`${site.prefix}/`) ? address.slice(site.prefix.length) : address;
  const page = decoded(inSite.replace(/[?#].*$/s, ""))
    .replace(/^\/+/, "")
    .replace(/(^|\/)$/, "$1index.html");
  return isBelow(below(posts)) && existsSync(file) ? { page, source: below(posts) } : { page };
}

function isBelow(at: string): boolean {
  return at !== "" && !/^\.\.(?:\/|$)/.test(at) && !path.isAbsolute(at);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
}

const words = {
  same: {
    en: "not drawn: it shows what it showed at the last build, and its file is as that build left it.",
    zh: "未重新生成：内容与上次相同，文件也没有被改动。",
  },
  new: {
    en: "drawn: no earlier build of this program and configuration has drawn it.",
    zh: "已生成：以现在的程序和配置，这是第一次生成它。",
  },
  touched: {
    en: "drawn: its file was changed or removed since the last build.",
    zh: "已重新生成：上次生成之后，它的文件被改动或删除了。",
  },
  layout: {
    en: "drawn: {from}, or something that it uses, has changed.",
    zh: "已重新生成：{from} 或它用到的布局、程序有改动。",
  },
  always: {
    en: "drawn: {from} may look at the whole archive, and something in that has changed.",
    zh: "已重新生成：{from} 可能用到整个档案，而档案有变动。",
  },
  source: {
    en: "drawn: {source} was read anew, and the page shows something else now.",
    zh: "已重新生成：{source} 重新读取后，页面内容有变。",
  },
  neighbours: {
    en: "drawn: {source} is as it was, but the page's neighbours, related articles or terms have changed.",
    zh: "已重新生成：{source} 没有变，但前后文章、相关文章或分类标签有变。",
  },
  lists: { en: "drawn: the articles that it lists have changed.", zh: "已重新生成：它列出的文章有变。" },
  unwritten: { en: " It came out as it was, so its file was left alone.", zh: "结果与原来相同，文件未动。" },
  nothing: {
    en: "{page}: not drawn, for nothing at all has changed since the last build.",
    zh: "{page}：未重新生成，上次生成以来没有任何变动。",
  },
  unknown: {
    en: "{page}: there is no such page. An article without one is in the report above.",
    zh: "{page}：没有这一页。没有页面的文章见上面的报告。",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * Says why a page was drawn, or was not.
 * @param question - what was asked
 * @param report - what the build did
 * @param posts - the posts folder as the user named it
 * @param language - the reader's language
 * @returns one line
 */
export function explanationOf(question: Question, report: BuildReport, posts: string, language: Language): string {
  const { explained, files, written, articles, fromCache } = report;
  if (!explained) {
    const isQuiet = written === 0 && fromCache === articles;
    const isThere = files.has(question.page) || question.source !== undefined;
    return fill(words[isQuiet && isThere ? "nothing" : "unknown"][language], { page: question.page });
  }
  const { page, why, from, source, isParsed } = explained;
  const values = { from, source: source === undefined ? "" : path.posix.join(posts, source) };
  const wasDrawn = why !== "same" && !explained.written ? words.unwritten[language] : "";
  const because = words[why === "shows" ? shown(source, isParsed) : why][language];
  return `${page}${language === "zh" ? "：" : ": "}${fill(because, values)}${wasDrawn}`;
}

function shown(source: Explanation["source"], isParsed: boolean): "source" | "neighbours" | "lists" {
  if (source === undefined) return "lists";
  return isParsed ? "source" : "neighbours";
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
