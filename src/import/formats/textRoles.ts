import type { Element } from "domhandler";
import { readCredits } from "../credits.ts";
import type { Role } from "../source.ts";
import { parentOf } from "./articleBox.ts";
import { captionWords, pictureBoxes, standfirstWords } from "./containers.ts";
import type { Row } from "./rows.ts";

/** Longer bold paragraphs and centred lines are no headings and captions, characters. */
const longestHeading = 40;
const longestCaption = 80;
/** 摘要 is the name of a box, characters. */
const shortestStandfirst = 6;

/**
 * Finds blocks with line breaks within paragraphs: indents or empty lines tell where those begin, and a line without goes
 * on from the one above.
 * @param rows - the rows of a page
 * @returns the blocks
 */
export function brokenBlocks(rows: readonly Row[]): ReadonlySet<Element> {
  const breaks = rows.filter(({ parted }) => parted !== "block");
  const told = new Set(breaks.filter(isBeginning).map(({ block }) => block));
  return new Set(breaks.filter((row) => told.has(row.block) && !isBeginning(row)).map(({ block }) => block));
}

/**
 * Tells what a row is within an article's text.
 * @param row - the row
 * @param broken - the blocks with line breaks within paragraphs
 * @returns the role, or whether a paragraph begins there
 */
export function roleOf(row: Row, broken: ReadonlySet<Element>): { role?: Role; begins?: boolean } {
  if (isCaption(row)) return { role: "caption" };
  if (
    row.length >= shortestStandfirst &&
    row.length <= longestHeading &&
    standfirstWords.test(row.block.attribs["class"] ?? "")
  )
    return {};
  if (isHeading(row)) return { role: "heading", ...onwards(row) };
  return broken.has(row.block) ? { begins: row.parted === "block" || isBeginning(row) } : { role: "paragraph" };
}

/**
 * Says that a row of a title or heading goes on from the row above in the same element.
 * @param row - the row
 * @returns nothing for the first one
 */
export function onwards({ block, parted }: Row): { begins?: false } {
  return /^h[1-6]$/.test(block.name) && parted === "break" ? { begins: false } : {};
}

function isBeginning({ parted, isIndented }: Row): boolean {
  return isIndented || parted === "gap";
}

function isHeading({ text, block, length, bold }: Row): boolean {
  if (/^h[1-6]$/.test(block.name)) return true;
  const isBold = bold === length && length <= longestHeading && block.name !== "tr" && !readCredits(text);
  return isBold && /[\p{L}\p{N}]/u.test(text) && !/[。．，,；;：:、…！!]$/.test(text) && !/^[（(].*[）)]$/.test(text);
}

/**
 * Whether a row is a picture's caption: by its tag or class, or centred below a picture.
 * @param row - the row
 * @returns true for captions
 */
export function isCaption({ block, length, bold, followsPicture }: Row): boolean {
  for (const around of ancestors(block)) {
    if (around.name === "figcaption" || around.name === "figure") return true;
    if (captionWords.test(around.attribs["class"] ?? "") && length <= longestCaption) return true;
  }
  if (!followsPicture || length > longestCaption) return false;
  return pictureBoxes.test(block.attribs["class"] ?? "") || (bold < length && isCentred(block));
}

/**
 * Whether a row stands below a picture in a table, as e-papers set pictures above the text.
 * @param row - the row
 * @returns true for captions of such tables
 */
export function isPictured({ block, length, followsPicture }: Row): boolean {
  return followsPicture && length <= longestCaption && ancestors(block).some(({ name }) => name === "tr");
}

/** What says nothing of its alignment has that of what it stands in. */
function isCentred(block: Element): boolean {
  if (/(?:^|[-_\s])cent(?:er|re|ered)(?:$|[-_\s])/i.test(block.attribs["class"] ?? "")) return true;
  const aligned = ancestors(block).find(
    ({ name, attribs }) => name === "center" || attribs["align"] || /text-align/i.test(attribs["style"] ?? ""),
  );
  if (!aligned) return false;
  const { name, attribs } = aligned;
  const style = /text-align\s*:\s*(\w+)/i.exec(attribs["style"] ?? "")?.[1];
  return (style ?? attribs["align"] ?? name).toLowerCase() === "center";
}

/** An element and what it stands in, below the page's body. */
function ancestors(block: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | undefined = block; at && at.name !== "body"; at = parentOf(at)) found.push(at);
  return found;
}
