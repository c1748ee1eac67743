import { layBlocks, type Block } from "./blocks.ts";
import { mendCaptions } from "./captions.ts";
import { isParallel, placeDisplaced } from "./displaced.ts";
import type { Fate, Fated, Reason } from "./fate.ts";
import { foundArticle, textsOf, type FoundArticle } from "./foundArticle.ts";
import { findFurniture, type Furniture } from "./furniture.ts";
import { splitItems } from "./items.ts";
import { joinBroken } from "./joins.ts";
import type { Note } from "./notes.ts";
import { readPage } from "./pageSays.ts";
import { nameParts, type Part } from "./parts.ts";
import { peopleOf } from "./people.ts";
import type { SourceText } from "./source.ts";

/** What a file's text is understood to be. */
export interface Understanding {
  readonly articles: readonly FoundArticle[];
  /** Every stretch of the source that is not white space, in its order. */
  readonly fates: readonly Fated[];
}

/**
 * Finds the articles in the text of a file.
 * @param source - the text, line by line
 * @param isSingle - whether it is one article, whatever it looks like
 * @returns the articles, none for a text that is all furniture, and the fate of every stretch of it
 */
export function understand(source: SourceText, isSingle = false): Understanding {
  const furniture = findFurniture(source);
  const blocks = mendCaptions(layBlocks(source, furniture));
  const { items, merged } = isSingle ? { items: [blocks], merged: [] } : mergeItems(splitItems(blocks));
  const pages = pagesOf(source);
  const written = items.filter((item) => item.length > 0);
  const found = written.map((item, index) => {
    const own = onPage(furniture, pages, item);
    const page = readPage(own, source.statements);
    const { parts, notes } = wholeParts(item);
    const several: readonly Note[] =
      index === 0 && written.length > 1 ? [{ kind: "several", count: written.length }] : [];
    const one: readonly Note[] = merged
      .filter((block) => item.includes(block))
      .map((block) => ({ kind: "one-article", block }));
    return {
      article: foundArticle(parts, [...several, ...one, ...page.notes, ...notes], page, source.statements),
      parts,
    };
  });
  const fates = [
    ...Array.from(furniture.values(), ({ span, fate, reason }): Fated => {
      const article = written.findIndex((item) => pages.get(firstLine(item)) === pages.get(span.line));
      return { ...span, fate, reason, article: Math.max(article, 0) };
    }),
    ...found.flatMap(({ parts }, index) => parts.flatMap((part) => fatesOf(part, index))),
  ].sort((a, b) => a.line - b.line || a.from - b.from);
  return { articles: found.map(({ article }) => article), fates };
}

/** The page of each line, in files that have several. */
function pagesOf({ lines }: SourceText): ReadonlyMap<number, number> {
  return new Map(lines.flatMap(({ number, page }) => (page === undefined ? [] : [[number, page]])));
}

function firstLine(item: readonly Block[]): number {
  return item.find(({ spans }) => spans.length > 0)?.spans[0]?.line ?? 0;
}

/** The mastheads of the page on which an article begins; all of them when that page has none. */
function onPage(
  furniture: ReadonlyMap<number, Furniture>,
  pages: ReadonlyMap<number, number>,
  item: readonly Block[],
): ReadonlyMap<number, Furniture> {
  const page = pages.get(firstLine(item));
  const own = new Map(Array.from(furniture).filter(([line]) => pages.get(line) === page));
  return [...own.values()].some(({ words }) => words.length > 0) ? own : furniture;
}

function wholeParts(item: readonly Block[]): { readonly parts: readonly Part[]; readonly notes: readonly Note[] } {
  const joined = joinBroken(nameParts(item));
  const placed = placeDisplaced(joined.parts);
  return { parts: withoutText(placed.parts), notes: [...joined.notes, ...placed.notes] };
}

/**
 * A heading with no text below it heads nothing: `## 详细新闻` where each section below is an article is left out, and
 * `10.江山多娇。`, which only looked like one, is text.
 */
function withoutText(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex(({ kind }) => kind === "paragraph");
  return parts.map((part, index): Part => {
    if (last < 0 || index < last || part.kind !== "heading" || part.reason === "like-others") return part;
    const isMarked = part.block.level !== undefined || part.block.role !== undefined;
    return isMarked ? { ...part, kind: "foot", reason: "foot" } : { ...part, kind: "paragraph", reason: "paragraph" };
  });
}

/**
 * Items of a page are one article when a heading that stands below the last is built like the headings of an earlier
 * one and like none of its own, as in seed 004: 全神…, 全力… and, at the end of the page, 全心提供高效服务.
 */
function mergeItems(items: readonly (readonly Block[])[]): {
  readonly items: readonly (readonly Block[])[];
  readonly merged: readonly Block[];
} {
  const last = items.at(-1) ?? [];
  const parts = nameParts(last);
  const feet = textsOf(parts, "foot");
  const own = textsOf(parts, "heading");
  const first = items.findIndex((item, index) => {
    if (index === items.length - 1) return false;
    const theirs = textsOf(nameParts(item), "heading");
    return feet.some(
      (foot) =>
        theirs.filter((each) => isParallel(each, foot)).length > 1 && !own.some((each) => isParallel(each, foot)),
    );
  });
  if (first < 0) return { items, merged: [] };
  return {
    items: [...items.slice(0, first), items.slice(first).flat()],
    merged: items.slice(first + 1).flatMap((item) => item.slice(0, 1)),
  };
}

const fateOfKind: Readonly<Record<Exclude<Part["kind"], "credit">, Fate>> = {
  title: "title",
  kicker: "kicker",
  subtitle: "subtitle",
  heading: "heading",
  paragraph: "body",
  caption: "caption",
  link: "address",
  foot: "furniture",
};

function fatesOf(part: Part, article: number): readonly Fated[] {
  const { kind, block, reason } = part;
  const fate = kind === "credit" ? peopleOf([part]).fate : fateOfKind[kind];
  const fated =
    (as: Fate, why: Reason) =>
    (span: Block["spans"][number]): Fated => ({ ...span, fate: as, reason: why, article });
  return [
    ...block.spans.map(fated(fate, reason)),
    ...block.marks.map(fated("mark", block.level === undefined ? "bullet" : "markdown-mark")),
    ...block.taken.map(({ span, kind: what }) =>
      what === "jump" ? fated("furniture", "jump-line")(span) : fated("photographer", "credit")(span),
    ),
  ];
}
