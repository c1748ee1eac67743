import { peopleIn } from "../normalise/byline.ts";
import type { FoundDate } from "./dates.ts";
import type { Note } from "./notes.ts";
import type { PageSays } from "./pageSays.ts";
import { keywordsOf, type Part } from "./parts.ts";
import { peopleOf } from "./people.ts";
import { originalLink } from "./rules/phrases.ts";
import type { Statement } from "./source.ts";

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

/**
 * Puts an article together.
 * @param parts - its parts, whole and in their places
 * @param notes - what was guessed so far
 * @param page - what the page says for all its articles
 * @param statements - the file's metadata
 * @returns the article, with a note for each further guess
 */
export function foundArticle(
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
  const named = [...new Set([...page.authors, ...people.authors])];
  const authors = named.length > 0 || byline === undefined ? named : peopleIn(byline);
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
    editors: [...new Set([...people.editors, ...page.editors])],
    keywords: keywordsOf(parts),
    blocks: bodyOf(parts),
    notes: [...notes, ...said],
  };
}

/**
 * The texts of the parts of one kind.
 * @param parts - an article's parts
 * @param kind - which of them
 * @returns their texts in order
 */
export function textsOf(parts: readonly Part[], kind: Part["kind"]): readonly string[] {
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
