import { load } from "cheerio/slim";
import type { Document } from "domhandler";
import { solid } from "../../characters.ts";
import { titleBoxes } from "./containers.ts";
import type { Row } from "./rows.ts";

/** A longer row is no title, characters without white space. */
const longest = 90;
/** The beginning of a title that a page's own title goes on from has so many characters at least. */
const shortestPart = 6;

/**
 * Finds the rows of an article's title: what a heading, the page's own title and the classes of its systems agree on.
 * @param page - the page
 * @param rows - its rows
 * @param titles - what the page states as its title, in `<title>` and elsewhere
 * @param end - the index of the article's first row of prose
 * @returns their indices, next to one another; none when nothing looks like a title
 */
export function findTitle(page: Document, rows: readonly Row[], titles: readonly string[], end: number): number[] {
  const stated = titles.map(keyOf).filter((key) => key !== "");
  const boxes = new Set<unknown>(load(page)(titleBoxes).toArray());
  let best = -1;
  let most = 0;
  for (const [index, row] of rows.slice(0, end).entries()) {
    const score = isCandidate(row) ? scoreOf(row, stated, boxes.has(row.block)) : 0;
    if (score > 0 && score >= most) [best, most] = [index, score];
  }
  if (best < 0) return [];
  const found = [best];
  while (goesWith(rows[found[0]! - 1], rows[best]!)) found.unshift(found[0]! - 1);
  while (found.at(-1)! + 1 < end && goesWith(rows[found.at(-1)! + 1], rows[best]!)) found.push(found.at(-1)! + 1);
  return found;
}

function isCandidate({ text, length, linked }: Row): boolean {
  return length <= longest && linked * 2 <= length && /[\p{L}\p{N}]{2}/u.test(text);
}

function scoreOf({ text, block, bold, length }: Row, stated: readonly string[], isInBox: boolean): number {
  const key = keyOf(text);
  const isStated = stated.includes(key);
  const isPart = key.length >= shortestPart && stated.some((title) => title.includes(key));
  const tag = block.name === "h1" ? 3 : /^h[23]$/.test(block.name) ? 1 : bold === length ? 0.5 : 0;
  const named = isInBox ? 2 : 0;
  // A class named "title" stands on many things; alone it says too little.
  return (
    (isStated ? 4 : isPart ? 3 : 0) +
    tag +
    (tag > 0 || isPart || isStated || block.name.includes("-") ? named : named / 4)
  );
}

/** A title broken over lines of one element. */
function goesWith(row: Row | undefined, title: Row): boolean {
  return (
    row !== undefined &&
    row.block === title.block &&
    (/^h[1-6]$/.test(title.block.name) || title.block.name.includes("-"))
  );
}

/** Titles are compared without white space and punctuation, which pages change from one place to the other. */
function keyOf(title: string): string {
  return solid(title).replace(/[\p{P}\p{S}]/gu, "");
}
