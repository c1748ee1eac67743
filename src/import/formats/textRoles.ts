import type { Element } from "domhandler";
import type { Role } from "../source.ts";
import { parentOf } from "./articleBox.ts";
import { captionWords } from "./containers.ts";
import type { Row } from "./rows.ts";

/** Longer bold paragraphs and centred lines are no headings and captions, characters. */
const longestHeading = 40;
const longestCaption = 80;

/**
 * Finds blocks whose line breaks are explained by indents or empty lines: a line without them goes on from the one above.
 * @param rows - the rows of a page
 * @returns the blocks
 */
export function blocksWithIndents(rows: readonly Row[]): ReadonlySet<Element> {
  return new Set(
    rows.filter((row) => row.parted !== "block" && (row.isIndented || row.parted === "gap")).map(({ block }) => block),
  );
}

/**
 * Tells what a row is within an article's text.
 * @param row - the row
 * @param tellsParagraphs - the blocks in which a line without an indent goes on from the one above
 * @returns the role, or that no paragraph begins there
 */
export function roleOf(row: Row, tellsParagraphs: ReadonlySet<Element>): { role?: Role; begins?: boolean } {
  if (isCaption(row)) return { role: "caption" };
  if (isHeading(row)) return { role: "heading" };
  const isFlush = row.parted === "break" && !row.isIndented && tellsParagraphs.has(row.block);
  return isFlush ? { begins: false } : { role: "paragraph" };
}

function isHeading({ text, block, length, bold }: Row): boolean {
  if (/^h[1-6]$/.test(block.name)) return true;
  const isBold = bold === length && length <= longestHeading && block.name !== "tr";
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
  return followsPicture && length <= longestCaption && bold < length && isCentred(block);
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
