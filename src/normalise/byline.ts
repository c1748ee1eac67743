import { countCharacters } from "../characters.ts";
import type { Byline } from "../model.ts";
import type { Block } from "./blocks.ts";
import { roleWords, type Role } from "./roleWords.ts";

/** Longer paragraphs are no credits, characters. */
const longest = 60;
/** Credits stand among the first and the last blocks. */
const mostAtTop = 2;

const roleOf = new Map(Object.entries(roleWords).flatMap(([role, words]) => words.map((word) => [word, role as Role])));
const anyWord = [...roleOf.keys()].sort((a, b) => b.length - a.length).join("|");
const separator = String.raw`\s*[：:／/]\s*|(?<=文[／/]图)\s+`;
/** `文：陈可　图：张三`, `文/陈可`, `责任编辑：…`: a role, a colon or a slash, names. */
const labelled = new RegExp(String.raw`^(?:(?:${anyWord})(?:${separator})(?!\s)[^：:／/]+)+$`);
const label = new RegExp(String.raw`(${anyWord})(?:${separator})`, "g");
/** What stands between two names, or between a name and the next role. */
const between = /[\s、，,;；|｜丨/／]+/;
/** 苗 蕾 in 苗 蕾 顾小建: a name of two characters, set as wide as one of three. */
const setWide = /(?<=^|[\s、，,;；|｜丨/／])(\p{Script=Han})\s+(\p{Script=Han})(?=$|[\s、，,;；|｜丨/／])/gu;
/** One name of a row of names. */
const row = /^[\p{Script=Han}·]{2,4}$/u;
/** A photographer's or an editor's house, or who gave the pictures: 新华社, 视觉中国, 由宣传部提供. */
const house = /(?:报|社|网|集团|视觉中国|提供|供图|摄|制图|资料图)$/;
const latinName = /^[A-Z][\p{Script=Latin} .'’-]*$/u;
const name = String.raw`(?!\p{Script=Han}{0,2}(?:记者|通讯员|评论员|编辑|责编|校对|审核|摄影))[\p{Script=Han}·]{2,4}|\p{Script=Han}\s\p{Script=Han}`;
const names = String.raw`(?:${name})(?:[\s、，,]+(?:${name}))*`;
const reporters = String.raw`(?:\p{Script=Han}|\d){0,12}(?:记者|通讯员|评论员)`;
/** `本报记者 陈可`, `■本报记者 陈可 通讯员 李明`, `（记者 陈可）`, `证券时报记者 王明 北京报道`. */
const reporter = new RegExp(
  String.raw`^[■□●◎（(]?\s*${reporters}[\s：:]+(${names})(?:\s+${reporters}[\s：:]+(${names}))?\s*[）)]?$`,
  "u",
);
/** `记者 陈炳群 摄`, `丁汀摄`. */
const photographer = new RegExp(String.raw`^[（(]?(?:${reporters}\s*(${names})|(${name}))\s*(?:摄|供图)[）)]?$`, "u");
/** `·陈可 司占伟·`. */
const dotted = new RegExp(String.raw`^[·•]\s*(${names})\s*[·•]$`, "u");
/** The end of the text itself: …。（记者 陈可） */
const atTheEnd = new RegExp(
  String.raw`[（(]${reporters}[\s：:]*(${names})(?:\s+${reporters}[\s：:]*(${names}))?[）)]$`,
  "u",
);

/** Credits taken off a body. */
export interface Credits {
  readonly byline: Byline;
  readonly blocks: readonly Block[];
  /** The credits as the source has them. */
  readonly found: readonly string[];
}

type Names = Record<Role, string[]>;

/**
 * Finds who wrote, photographed and edited an article: paragraphs of credits at its beginning and end are taken off,
 * a reporter in brackets behind the last sentence stays in the text.
 * @param blocks - the blocks of the body
 * @returns the byline, the blocks that remain, and the credits as they stood
 */
export function takeCredits(blocks: readonly Block[]): Credits {
  const byline: Names = { authors: [], photographers: [], editors: [] };
  let rest = [...blocks];

  const credits = rest.map((block) => (isQuestion(block, rest) ? undefined : readCredit(block)));
  const firstText = credits.findIndex((credit) => !credit);
  const top = firstText > 0 && firstText <= mostAtTop ? firstText : 0;
  const lastText = credits.findLastIndex((credit) => !credit);
  if (lastText >= 0) rest = rest.slice(top, lastText + 1);
  const taken =
    lastText < 0
      ? []
      : [...credits.slice(0, top), ...credits.slice(lastText + 1)].filter((credit) => credit !== undefined);
  for (const [, people] of taken) add(byline, people);
  const found = taken.map(([text]) => text);

  const last = rest.findLast(({ element }) => element.name === "p");
  const behind = last ? atTheEnd.exec(last.text) : null;
  if (behind) {
    add(byline, { authors: [...peopleIn(behind[1]!), ...peopleIn(behind[2] ?? "")] });
    found.push(behind[0]);
  }
  return { byline, blocks: rest, found };
}

/**
 * The people a text names.
 * @param text - names between spaces or commas, or a phrase such as 除署名外由南通开发区宣传部提供
 * @returns the names; a text that is no row of names is one entry
 */
export function peopleIn(text: string): readonly string[] {
  const parts = partsOf(text);
  if (!parts.every((part) => row.test(part))) return [text.trim()];
  // The place in 王明 北京报道 is no person.
  return parts.filter((part) => !/(?:报道|讯|电)$/.test(part));
}

/**
 * Whether a block is a credit and no text, wherever it stands.
 * @param block - a block
 * @returns true for a paragraph such as 本报记者 陈可
 */
export function isCredit(block: Block): boolean {
  return readCredit(block) !== undefined;
}

/** In an interview 记者： stands before each question. */
function isQuestion({ text }: Block, blocks: readonly Block[]): boolean {
  const speaker = /^\p{Script=Han}{0,4}记者\s*[：:]/u.exec(text)?.[0];
  return speaker !== undefined && blocks.filter((block) => block.text.startsWith(speaker)).length > 1;
}

/** The words of a row of names; a note in brackets behind them and the word of the next role are none. */
function partsOf(text: string): readonly string[] {
  const people = text.trim().replace(/[（(][^（）()]{1,12}[）)]$/, "");
  return people
    .replace(setWide, "$1$2")
    .split(between)
    .filter((part) => part !== "" && !roleOf.has(part));
}

function namesPeople(text: string): boolean {
  const parts = partsOf(text);
  const isRow = parts.length > 0 && parts.every((part) => row.test(part));
  return isRow || latinName.test(text.trim()) || (house.test(text.trim()) && !/[。？！?!]/.test(text));
}

/**
 * Reads a line of credits.
 * @param text - a line: `本报记者 陈可`, `文：陈可　图：张三`, `记者 陈炳群 摄`, `·陈可 司占伟·`
 * @returns the people by what they did, or nothing for a line that is none
 */
export function creditOf(text: string): Partial<Byline> | undefined {
  if (text.length > 2 * longest || countCharacters(text) > longest) return undefined;
  return readLabelled(text.replace(/^[（(](.*)[）)]$/, "$1")) ?? readReporter(text);
}

function readCredit({ element, text }: Block): readonly [string, Partial<Names>] | undefined {
  const people = element.name === "p" ? creditOf(text) : undefined;
  return people && [text, people as Partial<Names>];
}

function readLabelled(text: string): Partial<Names> | undefined {
  if (!labelled.test(text)) return undefined;
  const people: Partial<Names> = {};
  const [, ...parts] = text.split(label);
  if (!parts.every((part, index) => index % 2 === 0 || namesPeople(part))) return undefined;
  for (let index = 0; index < parts.length; index += 2) {
    const role = roleOf.get(parts[index]!)!;
    people[role] = [...(people[role] ?? []), ...peopleIn(parts[index + 1] ?? "")];
  }
  return people;
}

function readReporter(text: string): Partial<Names> | undefined {
  const photo = photographer.exec(text);
  if (photo) return { photographers: [...peopleIn(photo[1] ?? photo[2]!)] };
  const dots = dotted.exec(text);
  if (dots) return { authors: [...peopleIn(dots[1]!)] };
  const report = reporter.exec(text);
  return report ? { authors: [...peopleIn(report[1]!), ...peopleIn(report[2] ?? "")] } : undefined;
}

function add(byline: Names, people: Partial<Names>): void {
  for (const role of Object.keys(byline) as Role[])
    byline[role] = [...new Set([...byline[role], ...(people[role] ?? [])])];
}
