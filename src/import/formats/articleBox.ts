import { load } from "cheerio/slim";
import { isTag, type Document, type Element } from "domhandler";
import { commonBoxes, disclaimers, outsideTags, outsideWords, ownBoxes } from "./containers.ts";
import type { Row } from "./rows.ts";

/** A row of prose has a sentence's punctuation and so many characters at least. */
const shortestProse = 12;
/** The share of a page's prose that a box known by name must hold, for names are used for other things too. */
const leastShare = 0.3;
/** So much more prose makes the element above the better box. */
const growth = 1.4;
/** What a row of prose counts for the elements it stands in, innermost first. */
const weights = [1, 1 / 2, 1 / 3];

/**
 * Finds the element that holds an article's text: by the name its system gives it, else where prose is densest.
 * @param page - the page
 * @param rows - its rows
 * @param holders - the elements that do not surround the article
 * @returns the element; nothing when the page has no prose
 */
export function findBox(page: Document, rows: readonly Row[], holders: ReadonlySet<Element>): Element | undefined {
  const all = rows.filter((row) => proseOf(row) > 0);
  const likely = all.filter(({ block }) => !standsOutside(block, holders));
  const prose = likely.length > 0 ? likely : all;
  const $ = load(page);
  const held = heldBy(prose);
  const leastHeld = sum(prose) * leastShare;
  const best = (selector: string) =>
    $(selector)
      .toArray()
      .filter(isTag)
      .filter((element) => (held.get(element) ?? 0) >= leastHeld && held.has(element))
      .reduce<Element | undefined>(
        (most, next) => (most && held.get(most)! >= held.get(next)! ? most : next),
        undefined,
      );
  for (const { selector } of ownBoxes) {
    const box = best(selector);
    if (box) return box;
  }
  const around = best(commonBoxes);
  return densest(around ? prose.filter(({ block }) => isWithin(block, around)) : prose, held, around);
}

/**
 * Whether an element is another or stands in it.
 * @param element - the inner one
 * @param outer - the outer one
 * @returns true when `outer` is among the element and those around it
 */
export function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/**
 * The element around another.
 * @param element - any element
 * @returns its parent; nothing for the outermost
 */
export function parentOf(element: Element): Element | undefined {
  const { parent } = element;
  return parent && isTag(parent) ? parent : undefined;
}

/**
 * Whether an element's tag, class or id says that it surrounds articles.
 * @param element - any element
 * @returns true for navigation, related links, share buttons, footers
 */
export function isSurroundings({ name, attribs }: Element): boolean {
  if (outsideTags.has(name)) return true;
  if (name === "body" || name === "html") return false;
  const words = `${attribs["class"] ?? ""} ${attribs["id"] ?? ""}`.split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/);
  return words.some((word) => outsideWords.has(word.toLowerCase()));
}

/**
 * How much prose a row is.
 * @param row - a row
 * @returns 0 for links, labels and short lines; else more for length and punctuation
 */
export function proseOf({ text, block, length, linked }: Row): number {
  if (
    /^h[1-6]$/.test(block.name) ||
    length < shortestProse ||
    linked * 2 > length ||
    /ICP备|版权所有|Copyright|许可证/i.test(text) ||
    disclaimers.some((pattern) => pattern.test(text))
  )
    return 0;
  const marks = text.match(/[，。；！？、：]/g)?.length ?? 0;
  return marks === 0 ? 0 : 1 + Math.min(marks, 10) / 2 + Math.min(length / 50, 4);
}

/**
 * The elements that do not surround the article, whatever they are called: those around the page's main heading, and the
 * box of a system that holds most of the page's prose.
 * @param page - the page
 * @param rows - its rows
 * @returns all elements around each `<h1>`, and such a box
 */
export function holdersIn(page: Document, rows: readonly Row[]): ReadonlySet<Element> {
  const $ = load(page);
  const held = heldBy(rows);
  const most = sum(rows) / 2;
  const boxes = $(ownBoxes.map(({ selector }) => selector).join())
    .toArray()
    .filter(isTag);
  return new Set([...$("h1").parents().toArray(), ...boxes.filter((box) => (held.get(box) ?? 0) > most)]);
}

/**
 * Whether an element stands in what surrounds articles.
 * @param block - the element
 * @param holders - the elements that do not surround the article
 * @returns true within navigation, related links, share buttons, footers
 */
export function standsOutside(block: Element, holders: ReadonlySet<Element>): boolean {
  for (let at: Element | undefined = block; at && !holders.has(at); at = parentOf(at))
    if (isSurroundings(at)) return true;
  return false;
}

function sum(prose: readonly Row[]): number {
  return prose.reduce((total, row) => total + proseOf(row), 0);
}

/** All prose that stands in each element. */
function heldBy(prose: readonly Row[]): ReadonlyMap<Element, number> {
  const held = new Map<Element, number>();
  for (const row of prose) {
    for (let at: Element | undefined = row.block; at; at = parentOf(at))
      held.set(at, (held.get(at) ?? 0) + proseOf(row));
  }
  return held;
}

function densest(
  prose: readonly Row[],
  held: ReadonlyMap<Element, number>,
  around: Element | undefined,
): Element | undefined {
  const scores = new Map<Element, number>();
  for (const row of prose) {
    const isBoxItself = !/^(?:p|li|td|h[1-6]|blockquote|pre|dd)$/.test(row.block.name);
    let at: Element | undefined = isBoxItself ? row.block : (parentOf(row.block) ?? row.block);
    for (const weight of weights) {
      if (!at || at === around?.parent) break;
      scores.set(at, (scores.get(at) ?? 0) + weight * proseOf(row));
      at = parentOf(at);
    }
  }
  let [best] = [...scores].reduce<[Element | undefined, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [undefined, 0],
  );
  for (
    let above = best && parentOf(best);
    best && above && above.name !== "body" && above.name !== "html";
    above = parentOf(above)
  ) {
    if (best === around) break;
    if (held.get(above)! >= growth * held.get(best)!) best = above;
  }
  return best;
}
