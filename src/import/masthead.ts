import { closeUp } from "./closeUp.ts";
import { mastheadParts, type MastheadPart } from "./rules/masthead.ts";

/** A part of a masthead, and what it names. */
export interface MastheadWord {
  readonly part: MastheadPart;
  readonly value: string;
  /** UTF-16 offsets in the line. */
  readonly from: number;
  readonly to: number;
}

/** Longer lines are text, UTF-16 units. */
const longest = 200;
/** More than this beside what is known, and the line is text, characters. */
const mostUnknown = 8;
/** And not more than this share of the line. */
const mostUnknownShare = 1 / 3;
/** Beside a date with its time, which no text has alone in a line, may stand whose page it is: 江海视野, 发表于江苏. */
const mostBesideTime = 20;

/** What alone makes no masthead: a byline is read as such. */
const silent: ReadonlySet<MastheadPart> = new Set(["rule", "section", "author"]);

/**
 * Reads a line as one of a masthead: `2022年10月13日 星期四`, `编辑：苗 蕾 美编：顾小建`, `A6`.
 * @param text - the line, without Markdown's marks
 * @returns its parts in order, or nothing for a line that is none
 */
export function readMasthead(text: string): readonly MastheadWord[] | undefined {
  const line = text.length > longest * 2 ? text : plain(text);
  if (line.length > longest) return undefined;
  return readHalfWidth(
    line.replace(/[０-９Ａ-Ｚａ-ｚ．－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  );
}

/**
 * Whether a line is the name of a page's section alone: `经济新闻`, `要 闻`, `要闻·综合`.
 * @param text - the line, without Markdown's marks
 * @returns true for one that a masthead beside it makes a part of itself
 */
export function isSection(text: string): boolean {
  return text
    .replace(/(?<=^\p{Script=Han})\s+(?=\p{Script=Han}$)/u, "")
    .split("·")
    .every((name) => {
      const word = wordAt(name, 0);
      return word?.part === "section" && word.to === name.length;
    });
}

/** `2 0 0 8 年 5 月`, `C 2`: without what a scan puts between the characters. */
function plain(text: string): string {
  return closeUp(text)
    .replace(/\s+/g, " ")
    .replace(/(?<!\p{Script=Han})(?:\p{Script=Han} ){2,6}报(?!\p{Script=Han})/u, (paper) => paper.replaceAll(" ", ""))
    .replace(/^([A-Z]) (\d{1,2})$/, "$1$2");
}

function readHalfWidth(text: string): readonly MastheadWord[] | undefined {
  const words: MastheadWord[] = [];
  let unknown = 0;
  let at = 0;
  while (at < text.length) {
    const word = wordAt(text, at);
    if (word) {
      words.push(word);
      at = word.to;
    } else {
      if (!/\s/.test(text[at]!)) unknown++;
      at++;
    }
  }
  const length = text.replace(/\s/g, "").length;
  const says = words.some(({ part }) => !silent.has(part));
  // B2 产经: what stands behind a page's sign is the name of its section, whatever it is.
  const isSigned =
    /^(?:\p{Script=Han}{2,8}报\s+\d{1,2}|(?:\p{Script=Han}{2,8}报\s+)?[A-Z]\d{1,2})版?[\s|｜丨]+\p{Script=Han}{2,6}$/u.test(
      text,
    );
  const isTimed = words.some(({ part, from, to }) => part === "date" && /\d[:：]\d\d/.test(text.slice(from, to)));
  const isKnown =
    isSigned ||
    (isTimed && unknown <= mostBesideTime) ||
    (unknown <= mostUnknown && unknown <= length * mostUnknownShare);
  return says && isKnown && !/[。！？]/.test(text) ? words : undefined;
}

function wordAt(text: string, at: number): MastheadWord | undefined {
  // Words of a masthead are set apart: 新闻 in 新闻工作者 is none.
  if (
    at > 0 &&
    /[\p{L}\p{N}]/u.test(text[at]!) &&
    /[\p{L}\p{N}]/u.test(text[at - 1]!) &&
    !/[日版期]$/.test(text.slice(0, at))
  )
    return undefined;
  for (const { part, pattern } of mastheadParts) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found && found[0] !== "") {
      return { part, value: found.groups?.["value"] ?? found[0], from: at, to: at + found[0].length };
    }
  }
  return undefined;
}

/**
 * A line as it reads, without Markdown's marks.
 * @param text - the line
 * @returns its words
 */
export function bareText(text: string): string {
  return text
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replaceAll("**", "");
}
