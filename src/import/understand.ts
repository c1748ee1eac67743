import { peopleIn } from "../normalise/byline.ts";
import { numberOf, readPageDate, type FoundDate } from "./dates.ts";
import { placeDisplaced, isParallel } from "./displaced.ts";
import type { Fate, Fated, Reason } from "./fate.ts";
import { findFurniture, type Furniture } from "./furniture.ts";
import { layBlocks, type Block } from "./blocks.ts";
import { splitItems } from "./items.ts";
import { joinBroken } from "./joins.ts";
import type { MastheadWord } from "./masthead.ts";
import type { Note } from "./notes.ts";
import { keywordsOf, nameParts, type Part } from "./parts.ts";
import { peopleOf } from "./people.ts";
import { originalLink } from "./rules/phrases.ts";
import type { SourceText, Statement } from "./source.ts";

/** A block of an article's body. */
export interface BodyBlock {
  readonly kind: "paragraph" | "heading" | "caption";
  readonly text: string;
}

/** An article found in a file; what the file does not say is not there. */
export interface FoundArticle {
  readonly title?: string;
  readonly kicker?: string;
  readonly subtitle?: string;
  readonly date?: FoundDate;
  readonly page?: string;
  readonly source?: string;
  readonly address?: string;
  readonly authors: readonly string[];
  readonly photographers: readonly string[];
  readonly editors: readonly string[];
  readonly keywords: readonly string[];
  readonly blocks: readonly BodyBlock[];
  readonly notes: readonly Note[];
}

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
  const blocks = layBlocks(source, furniture);
  const { items, merged } = isSingle ? { items: [blocks], merged: [] } : mergeItems(splitItems(blocks));
  const page = readPage(furniture, source.statements);
  const written = items.filter((item) => item.length > 0);
  const found = written.map((item, index) => {
    const { parts, notes } = wholeParts(item);
    const several: readonly Note[] =
      index === 0 && written.length > 1 ? [{ kind: "several", count: written.length }] : [];
    const one: readonly Note[] = merged
      .filter((block) => item.includes(block))
      .map((block) => ({ kind: "one-article", block }));
    return { article: articleOf(parts, [...several, ...one, ...page.notes, ...notes], page, source.statements), parts };
  });
  const fates = [
    ...Array.from(furniture.values(), ({ span, fate, reason }): Fated => ({ ...span, fate, reason, article: 0 })),
    ...found.flatMap(({ parts }, index) => parts.flatMap((part) => fatesOf(part, index))),
  ].sort((a, b) => a.line - b.line || a.from - b.from);
  return { articles: found.map(({ article }) => article), fates };
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

/** What the page says for all its articles. */
interface PageSays {
  readonly date?: FoundDate;
  readonly page?: string;
  readonly source?: string;
  readonly editors: readonly string[];
  readonly authors: readonly string[];
  readonly notes: readonly Note[];
}

function readPage(furniture: ReadonlyMap<number, Furniture>, statements: readonly Statement[]): PageSays {
  const lines = [...furniture.values()].map(({ words }) => words).filter((words) => words.length > 0);
  const words = lines.flat();
  const first = (...wanted: readonly MastheadWord["part"][]) => words.find(({ part }) => wanted.includes(part))?.value;
  const people = (wanted: MastheadWord["part"]) =>
    words.filter(({ part }) => part === wanted).flatMap(({ value }) => peopleIn(value));
  const stated = (field: Statement["field"]) => statements.find((each) => each.field === field)?.value;
  const { date, notes } = readPageDate(lines, stated("date"));
  const page = pageNumber(first("page"));
  const source =
    first("source") ??
    stated("source") ??
    words.find(({ part, value }) => part === "paper" && /\p{Script=Han}/u.test(value))?.value ??
    first("periodical");
  const editors = people("editor");
  const stater = stated("editor");
  return {
    ...(date ? { date } : {}),
    ...(page === undefined ? {} : { page }),
    ...(source === undefined ? {} : { source }),
    editors: editors.length > 0 || stater === undefined ? unique(editors) : peopleIn(stater),
    authors: unique(people("author")),
    notes,
  };
}

/** 第二版 is page 2. */
function pageNumber(page: string | undefined): string | undefined {
  return page === undefined || !/^[一二三四五六七八九十]+$/.test(page) ? page : String(numberOf(page));
}

function articleOf(
  parts: readonly Part[],
  notes: readonly Note[],
  page: PageSays,
  statements: readonly Statement[],
): FoundArticle {
  const texts = (kind: Part["kind"]) => textsOf(parts, kind);
  const people = peopleOf(parts);
  const stated = (field: Statement["field"]) => statements.find((each) => each.field === field)?.value;
  const title = texts("title").join(" ") || undefined;
  const guessed = parts.find(
    ({ kind, reason }) =>
      kind === "title" && reason === "above-text" && (texts("kicker").length > 0 || texts("subtitle").length > 0),
  );
  const feet = textsOf(
    parts.filter(({ reason }) => reason === "foot"),
    "foot",
  );
  const byline = stated("byline");
  const authors =
    people.authors.length > 0
      ? people.authors
      : page.authors.length > 0
        ? page.authors
        : byline === undefined
          ? []
          : peopleIn(byline);
  const said: readonly Note[] = [
    ...(guessed ? [{ kind: "title-guessed", title: guessed.block.text } as const] : []),
    ...people.units.map((name) => ({ kind: "unit", name }) as const),
    ...(feet.length > 0 ? [{ kind: "kept-out", texts: feet } as const] : []),
  ];
  const optional = {
    title: title ?? stated("title"),
    kicker: texts("kicker").join(" ") || undefined,
    subtitle: texts("subtitle").join(" ") || undefined,
    date: page.date,
    page: page.page,
    source: page.source,
    address: linkedIn(texts("link")) ?? stated("address"),
  };
  return {
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<FoundArticle>),
    authors,
    photographers: people.photographers,
    editors: unique([...people.editors, ...page.editors]),
    keywords: keywordsOf(parts),
    blocks: bodyOf(parts),
    notes: [...notes, ...said],
  };
}

function textsOf(parts: readonly Part[], kind: Part["kind"]): readonly string[] {
  return parts.filter((part) => part.kind === kind).map(({ block }) => block.text);
}

function linkedIn(links: readonly string[]): string | undefined {
  const { linked, said, bare } = (links[0] === undefined ? null : originalLink.exec(links[0]))?.groups ?? {};
  return linked ?? said ?? bare;
}

/** Captions come behind the paragraph in which they stood. */
function bodyOf(parts: readonly Part[]): readonly BodyBlock[] {
  return parts.flatMap(({ kind, block }): readonly BodyBlock[] =>
    (kind === "paragraph" || kind === "heading" || kind === "caption") && block.text !== ""
      ? [{ kind, text: block.text }]
      : [],
  );
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

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
