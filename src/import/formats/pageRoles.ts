import { load } from "cheerio/slim";
import { isTag, type Document, type Element } from "domhandler";
import { signedDay } from "../rules/phrases.ts";
import type { SourceLine } from "../source.ts";
import { findBox, holdersIn, isSurroundings, isWithin, parentOf, proseOf, standsOutside } from "./articleBox.ts";
import {
  articleRows,
  breadcrumb,
  creditedCaption,
  creditRows,
  dayOfArticle,
  dayOfWeek,
  disclaimers,
  editorRow,
  furnitureRows,
  statedBoxes,
} from "./containers.ts";
import { isReprint } from "./reprint.ts";
import type { Row } from "./rows.ts";
import { brokenBlocks, isCaption, isPictured, onwards, roleOf } from "./textRoles.ts";
import { findTitle } from "./titleRows.ts";

/** A block in a box with more of its text in links than this is a list of links. */
const linkShare = 0.6;
/** What is said to surround an article holds less of the box's prose than this. */
const surroundingShare = 0.3;
/** So many rows below a box may be its credits. */
const creditsBelow = 12;
/** A kicker, a sub-title or a row of date and source is no longer, characters. */
const longestAbout = 160;
/** Around a title stand so many rows at most that belong to it. */
const mostHeaderRows = 8;
/** `文 号：`, and its number in the next cell: a row of the table that governments set above a text. */
const labelledCells = /^[\p{Script=Han}\s]{2,10}[：:](?:\t|$)/u;
/** And so many directly above it, if they stand in the element around it. */
const mostKickers = 2;

/**
 * Tells of each row of a page whether it is the article's, and what it is in it.
 * @param page - the page
 * @param rows - its rows
 * @param titles - what the page states as its title
 * @returns the lines, one for each row
 */
export function markRows(page: Document, rows: readonly Row[], titles: readonly string[]): SourceLine[] {
  const holders = holdersIn(page, rows);
  const box = findBox(page, rows, holders);
  const around = box ? surroundingsIn(box, rows) : new Set<Element>();
  const isBoxed = (row: Row) => box !== undefined && isWithin(row.block, box);
  const isAside = (row: Row) => isFurniture(row) || isWithinAny(row.block, around, box);
  const isProse = (row: Row) => proseOf(row) > 0 && !isArticleRow(row, articleRows) && !isAside(row);
  const proseAfter = (from: number) => {
    const index = rows.findIndex((row, at) => at >= from && isBoxed(row) && isProse(row));
    return index < 0 ? rows.length : index;
  };
  const title = findTitle(page, rows, titles, proseAfter(0) + 1);
  const start = proseAfter((title.at(-1) ?? -1) + 1);
  const about = rowsAbout(rows, title, box, start, holders);
  // A box that holds the title too may hold a sub-title.
  const body = title.some((index) => isBoxed(rows[index]!)) ? start : (title.at(-1) ?? -1) + 1;
  const broken = brokenBlocks(rows);
  const stated = new Set(load(page)(statedBoxes).toArray().filter(isTag));

  const lines = rows.map((row, index): SourceLine => {
    const number = index + 1;
    const isText = isBoxed(row) && !isAside(row);
    const isSignedDay = isText && index > start && signedDay.test(row.text);
    const isLabel = !isSignedDay && isArticleRow(row, articleRows);
    if (isWithinAny(row.block, stated, undefined)) return { text: row.loose, number, role: "outside" };
    if (title.includes(index)) return { text: row.text, number, role: "title", ...onwards(row) };
    if (isText && !isLabel && index >= body) return { text: row.text, number, ...roleOf(row, broken) };
    if (!isLabel && index > (title[0] ?? index) && (isText || about.has(index)) && (isCaption(row) || isPictured(row)))
      return { text: row.text, number, role: "caption" };
    // Without prose there is no telling what is the article's.
    if (!box && !isFurniture(row)) return { text: row.text, number };
    // Labels are set apart by margins, not by spaces: <span>2022-10-13</span><span>来源：…</span>.
    const text = isLabel || !isText ? row.loose : row.text;
    return isText || about.has(index) ? { text, number } : { text, number, role: "outside" };
  });
  return lines.map((line, index) => (isNumbered(lines[index - 1], line) ? { ...line, begins: false } : line));
}

/** `01` in an element of its own, above the heading it numbers. */
function isNumbered(above: SourceLine | undefined, { role }: SourceLine): boolean {
  return role === "heading" && above?.role === role && /^(?:part\s*\.?\s*)?\d{1,2}$/i.test(above.text);
}

/** What stands outside the box, or above its first prose, and speaks of the article all the same. */
function rowsAbout(
  rows: readonly Row[],
  title: readonly number[],
  box: Element | undefined,
  start: number,
  holders: ReadonlySet<Element>,
): ReadonlySet<number> {
  const about = new Set<number>();
  const [first] = title;
  const header = first === undefined ? undefined : headerOf(rows[first]!, rows, rows[start]?.block);
  const beside = header && parentOf(header);
  const lastInBox = box ? rows.findLastIndex(({ block }) => isWithin(block, box)) : rows.length - 1;
  for (const [index, row] of rows.entries()) {
    const { block, length, linked } = row;
    if (index < start && breadcrumb.test(row.text)) continue;
    if (isFurniture(row) || length > longestAbout || linked * 2 > length) continue;
    const isBetween = first !== undefined && index > first && index < start;
    const isKicker =
      first !== undefined &&
      index < first &&
      index >= first - mostKickers &&
      !labelledCells.test(row.text) &&
      beside?.name !== "body" &&
      beside !== undefined &&
      isWithin(block, beside);
    const isOfTitle = isKicker || (header !== undefined && index < start && isWithin(block, header));
    const isLabel = isArticleRow(row, index > lastInBox ? creditRows : articleRows);
    const isEdited = index >= start && index <= lastInBox && isArticleRow(row, [editorRow]);
    const isBelowBox = index > lastInBox && index <= lastInBox + creditsBelow;
    const isCredited = isBelowBox && isPictured(row) && creditedCaption.test(row.text);
    if (
      ((isBetween || isOfTitle || isCredited) && !standsOutside(block, holders)) ||
      (isLabel && (index < start || isBelowBox)) ||
      isEdited
    )
      about.add(index);
  }
  // Where the article's own day stands below its title, the one at the head of the page is that of the visit.
  const isBelow = (index: number) => first !== undefined && index > first;
  const isDated = [...about].some((index) => isBelow(index) && index < start && dayOfArticle.test(rows[index]!.text));
  return isDated ? new Set([...about].filter((index) => isBelow(index) || !dayOfWeek.test(rows[index]!.text))) : about;
}

/** The largest element around a title that holds neither the text nor more than a few rows. */
function headerOf(title: Row, rows: readonly Row[], text: Element | undefined): Element {
  let header = title.block;
  for (let above = parentOf(header); above && above.name !== "body"; above = parentOf(above)) {
    if (text && isWithin(text, above)) break;
    const outer = above;
    if (rows.filter(({ block }) => isWithin(block, outer)).length > mostHeaderRows) break;
    header = above;
  }
  return header;
}

/** The outermost blocks of a box that are lists of links, or are said to surround articles and hold little prose. */
function surroundingsIn(box: Element, rows: readonly Row[]): ReadonlySet<Element> {
  const shares = new Map<Element, { length: number; linked: number; prose: number; links: number }>();
  for (const row of rows) {
    if (!isWithin(row.block, box)) continue;
    for (let at: Element | undefined = row.block; at; at = at === box ? undefined : parentOf(at)) {
      const share = shares.get(at) ?? { length: 0, linked: 0, prose: 0, links: 0 };
      share.length += row.length;
      share.linked += row.linked;
      share.prose += proseOf(row);
      share.links += row.linked > 0 ? 1 : 0;
      shares.set(at, share);
    }
  }
  const whole = shares.get(box)?.prose ?? 0;
  const found = new Set<Element>();
  for (const [element, { length, linked, prose, links }] of shares) {
    if (element === box) continue;
    const isList = links > 1 && linked > length * linkShare;
    if (isList || (isSurroundings(element) && prose < whole * surroundingShare)) found.add(element);
  }
  return found;
}

function isWithinAny(element: Element, outer: ReadonlySet<Element>, end: Element | undefined): boolean {
  for (let at: Element | undefined = element; at && at !== end; at = parentOf(at)) if (outer.has(at)) return true;
  return false;
}

function isFurniture({ text, block, length, linked }: Row): boolean {
  if (isReprint(text) || disclaimers.some((pattern) => pattern.test(text))) return true;
  if (furnitureRows.some((pattern) => pattern.test(text))) return length <= longestAbout;
  return linked === length && !/^h[1-6]$|caption/.test(block.name);
}

function isArticleRow({ loose, length }: Row, patterns: readonly RegExp[]): boolean {
  return length <= longestAbout && patterns.some((pattern) => pattern.test(loose)) && !/[。！？；]|，.*，/.test(loose);
}
