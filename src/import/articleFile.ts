import { escapeText } from "entities";
import { oneLine } from "../characters.ts";
import { limits } from "../limits.ts";
import { cutToFit, slugOf } from "../normalise/slug.ts";
import { readTitle } from "../normalise/title.ts";
import type { FoundDate } from "./dates.ts";
import { earliestDay } from "./dates.ts";
import { fates, reasons, type Fated } from "./fate.ts";
import { fullWidth } from "./fullWidth.ts";
import { noteText, type Note } from "./notes.ts";
import type { BodyBlock, FoundArticle } from "./foundArticle.ts";

/** What an editor says of an article, or of all in a file. */
export interface Given {
  readonly date?: FoundDate;
  readonly source?: string;
  readonly category?: string;
  readonly tags?: readonly string[];
  /** Whether half-width punctuation between Chinese characters is made full-width. */
  readonly isFullWidth?: boolean;
}

/** Where an article comes from. */
export interface Origin {
  /** Name of the kept source below `posts/_sources`. */
  readonly name: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  /** The stretches of the source that belong to the article. */
  readonly fates: readonly Fated[];
}

/** An article file, ready to be written. */
export interface ArticleFile {
  /** Its name: `2022-10-13-非凡十年-开发区答卷.md`. */
  readonly name: string;
  /** Front matter keys that have no value and must have one before it is published. */
  readonly missing: readonly Missing[];
  readonly text: string;
  readonly notes: readonly string[];
}

/** What an article cannot be published without. */
export type Missing = "title" | "date" | "source" | "category" | "text";

const missingNames: Readonly<Record<Missing, string>> = {
  title: "标题（title）",
  date: "日期（date）",
  source: "来源（source）",
  category: "类别（categories）",
  text: "正文",
};
/** Fates whose text stands in the article as it stood in the source. */
const kept = new Set(["title", "kicker", "subtitle", "heading", "body", "caption"]);

/**
 * Writes an article as a post.
 * @param article - what was found
 * @param given - what the editor says; before what was found
 * @param origin - the source
 * @returns the file's name and text; what is missing is left out of it and named in `review:`
 */
export function articleFile(article: FoundArticle, given: Given, origin: Origin): ArticleFile {
  const { blocks, widened } = given.isFullWidth ? widen(article.blocks) : { blocks: article.blocks, widened: 0 };
  const title = given.isFullWidth && article.title !== undefined ? fullWidth(article.title).text : article.title;
  const known = given.date ?? article.date;
  const plain = blocks.map(({ text }) => text).join("\n");
  const date = known && known.precision !== "day" ? earliestDay(known, plain) : known?.date;
  const source = given.source ?? article.source;
  const wanted = { title, date, source, category: given.category, text: plain };
  const missing = (Object.keys(missingNames) as Missing[]).filter((key) => !wanted[key]);
  const notes = [
    ...(missing.length > 0 ? [{ kind: "missing", fields: missing.map((key) => missingNames[key]) } as const] : []),
    ...(known && date !== undefined && known.precision !== "day" ? [earliest(known, date)] : []),
    ...(Buffer.byteLength(plain) > limits.fileBytes ? [{ kind: "too-large", limit: limits.fileBytes } as const] : []),
    ...(widened > 0 ? [{ kind: "full-width", count: widened } as const] : []),
    ...article.notes,
  ].map(noteText);
  const keys: readonly (readonly [string, unknown])[] = [
    ["title", title === undefined ? undefined : inTitle(title)],
    ["kicker", article.kicker],
    ["subtitle", article.subtitle],
    ["date", date],
    ["date_precision", known && known.precision !== "day" ? known.precision : undefined],
    ["categories", given.category],
    ["tags", [...(given.tags ?? []), ...article.keywords]],
    ["source", source],
    ["original", article.address],
    ["page", article.page],
    ["byline", article.authors],
    ["photographer", article.photographers],
    ["editor", article.editors],
    ["source_file", origin.name],
    ["review", notes],
  ];
  const text = [
    "---",
    "layout: post",
    ...keys.flatMap(([key, value]) => frontMatterLine(key, value)),
    "---",
    "",
    ...blocks.map(blockHtml),
    "",
    account(origin),
    "",
  ].join("\n");
  return { name: fileName(title ?? origin.name, date), missing, text, notes };
}

function earliest({ date, precision }: FoundDate, day: string): Note {
  const [year, month] = date.split("-");
  const known = precision === "year" ? `${year}年` : `${year}年${Number(month)}月`;
  const first = precision === "year" ? `${year}-01-01` : `${year}-${month}-01`;
  return { kind: "earliest", known, date: day, isNamed: day !== first };
}

function widen(blocks: readonly BodyBlock[]): { readonly blocks: readonly BodyBlock[]; readonly widened: number } {
  const wide = blocks.map((block) => ({ block, ...fullWidth(block.text) }));
  return {
    blocks: wide.map(({ block, text }) => ({ ...block, text })),
    widened: wide.reduce((sum, { count }) => sum + count, 0),
  };
}

/** A title's entities and formatting tags are read as HTML; one that only looks as if it had some is escaped. */
function inTitle(title: string): string {
  return readTitle(title) === oneLine(title) ? title : title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function frontMatterLine(key: string, value: unknown): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (typeof value === "string" && key.startsWith("date")) return [`${key}: ${value}`];
  if (key === "review")
    return [`${key}:`, ...(value as readonly string[]).map((note) => `  - ${JSON.stringify(note)}`)];
  if (!Array.isArray(value)) return [`${key}: ${JSON.stringify(value)}`];
  return [
    `${key}: ${value.length === 1 ? JSON.stringify(value[0]) : `[${value.map((one) => JSON.stringify(one)).join(", ")}]`}`,
  ];
}

function blockHtml({ kind, text }: BodyBlock): string {
  const html = escapeText(text).replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "<strong>$1</strong>");
  if (kind === "heading") return `<h2>${html}</h2>`;
  if (kind === "caption") return `<figure><figcaption>${html}</figcaption></figure>`;
  return `<p>${html}</p>`;
}

/** What of the source stands nowhere in the article as it was, so that nothing of it is lost. */
function account({ name, sha256, fates: all }: Origin): string {
  const marks = new Map<string, number[]>();
  const rest: string[] = [];
  for (const { line, text, fate, reason } of all) {
    if (fate === "mark") {
      const at = marks.get(text);
      if (at) at.push(line);
      else marks.set(text, [line]);
    } else if (!kept.has(fate)) rest.push(`第${line}行 ${fates[fate].zh}（${reasons[reason].zh}）：${text}`);
  }
  const lines = [
    `由 fangzhi import 据 _sources/${name} 生成`,
    `SHA-256：${sha256}`,
    ...(rest.length > 0 ? ["以下各行未照录于正文：", ...rest] : []),
    ...Array.from(marks, ([mark, at]) => `标记 ${mark}：第${at.join("、")}行`),
  ];
  return `<!--\n${lines.map(inComment).join("\n")}\n-->`;
}

/** A comment ends at its first `-->`; nothing in it may look like one. */
function inComment(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function fileName(title: string, date: string | undefined): string {
  const day = date?.slice(0, 10);
  const room = limits.nameBytes - Buffer.byteLength(`${day ?? ""}-.md`);
  const slug = cutToFit(slugOf(title.replace(/\.\w+$/, "")), room);
  return day === undefined ? `${slug}.md` : `${day}-${slug}.md`;
}
