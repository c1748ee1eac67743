import { solid } from "../characters.ts";
import { spanOf, type Fate, type Reason, type Span } from "./fate.ts";
import { readMasthead, type MastheadWord } from "./masthead.ts";
import type { MastheadPart } from "./rules/masthead.ts";
import { separator, slogans } from "./rules/phrases.ts";
import { isClosed } from "./sentence.ts";
import type { SourceLine, SourceText } from "./source.ts";
import { widthOf } from "./wrap.ts";

/** A line that is no part of any article's text. */
export interface Furniture {
  readonly span: Span;
  readonly fate: Fate;
  readonly reason: Reason;
  /** What a masthead's line names. */
  readonly words: readonly MastheadWord[];
}

/** A masthead stands among so many of the first lines. */
const headLines = 14;
const footLines = 6;
/** Longer lines are no furniture, characters of full width. */
const longest = 40;

const fateOfPart: Partial<Readonly<Record<MastheadPart, Fate>>> = {
  date: "date",
  page: "page",
  paper: "source",
  source: "source",
  author: "byline",
  editor: "editor",
};

/**
 * Finds what belongs to the page and not to its articles: mastheads, slogans, what each page repeats, separators.
 * @param source - the text
 * @returns the lines that are furniture, by their number
 */
export function findFurniture({ format, lines }: SourceText): ReadonlyMap<number, Furniture> {
  const found = new Map<number, Furniture>();
  const written = lines.filter(({ text }) => text.trim() !== "");
  const leave = (line: SourceLine, fate: Fate, reason: Reason, words: readonly MastheadWord[] = []) => {
    const span = spanOf(line);
    if (span && !found.has(line.number)) found.set(line.number, { span, fate, reason, words });
  };

  for (const line of written) if (line.role === "outside") leave(line, "outside", "file-says");
  const inside = written.filter(({ role }) => role !== "outside");
  for (const line of repeated(inside)) leave(line, "furniture", "repeated");
  for (const [index, line] of inside.entries()) {
    const bare = bareText(line.text);
    if (separator.test(bare)) leave(line, "furniture", "separator");
    else if (isSlogan(bare)) leave(line, "furniture", "slogan");
    else {
      const next = inside[index + 1];
      if (next && isSlogan(bare + bareText(next.text)) && widthOf(bare) <= longest) {
        leave(line, "furniture", "slogan");
        leave(next, "furniture", "slogan");
      }
    }
  }
  for (const [index, line] of inside.entries()) {
    const words = readMasthead(bareText(line.text));
    const isAtEdge = index < headLines || index >= inside.length - footLines || line.page !== undefined;
    if (words && (isAtEdge || isSure(words)) && (!isDoubtful(words) || isBesideMasthead(inside, index))) {
      leave(line, fateOf(words), "masthead", words);
    }
  }
  if (format !== "html") for (const line of aboveMasthead(inside, found)) leave(line, "furniture", "above-masthead");
  return found;
}

/** A line as it reads, without Markdown's marks. */
function bareText(text: string): string {
  return text
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replaceAll("**", "");
}

function isSlogan(text: string): boolean {
  const said = solid(text);
  return said.length <= longest && slogans.some((slogan) => slogan.test(said));
}

/** What stands at the head or foot of two pages; in a text without pages, what stands there three times. */
function repeated(lines: readonly SourceLine[]): readonly SourceLine[] {
  const places = new Map<string, Set<number>>();
  const isPaged = lines.some(({ page }) => page !== undefined && page > 1);
  const candidates = lines.filter(
    (line, index) =>
      widthOf(line.text) <= longest &&
      !isClosed(line.text) &&
      (isPaged ? isAtPageEdge(lines, index) : solid(line.text).length >= 4),
  );
  for (const line of candidates) {
    const key = keyOf(line);
    places.set(key, (places.get(key) ?? new Set()).add(isPaged ? line.page! : line.number));
  }
  return candidates.filter((line) => places.get(keyOf(line))!.size >= (isPaged ? 2 : 3));
}

/** Page numbers differ from page to page. */
function keyOf({ text }: SourceLine): string {
  return solid(bareText(text)).replace(/\d+/g, "0");
}

function isText({ text }: SourceLine): boolean {
  return widthOf(text) > longest || (isClosed(text) && widthOf(text) > 15);
}

function isAtPageEdge(lines: readonly SourceLine[], index: number): boolean {
  const { page } = lines[index]!;
  return lines[index - 3]?.page !== page || lines[index + 3]?.page !== page;
}

/** Whether the line could be nothing else, wherever it stands. */
function isSure(words: readonly MastheadWord[]): boolean {
  const parts = new Set(words.map(({ part }) => part));
  return (
    parts.has("editor") ||
    parts.has("staff") ||
    parts.has("number") ||
    parts.has("source") ||
    (parts.has("date") && (parts.has("weekday") || parts.has("page")))
  );
}

/** A number alone may be anything, and so may the name of a paper. */
function isDoubtful(words: readonly MastheadWord[]): boolean {
  const meant = words.filter(({ part }) => part !== "rule");
  return meant.length === 1 && meant[0]!.part === "page" && /^\d+$/.test(meant[0]!.value);
}

function isBesideMasthead(lines: readonly SourceLine[], index: number): boolean {
  const near = [lines[index - 2], lines[index - 1], lines[index + 1], lines[index + 2]];
  return (
    index === 0 ||
    index === lines.length - 1 ||
    isAtPageEdge(lines, index) ||
    near.some(
      (line) => line && readMasthead(bareText(line.text))?.some(({ part }) => part !== "rule" && part !== "section"),
    )
  );
}

function fateOf(words: readonly MastheadWord[]): Fate {
  return words.map(({ part }) => fateOfPart[part]).find((fate) => fate !== undefined) ?? "furniture";
}

/** The short lines above a page's date and number, where a title comes below them. */
function aboveMasthead(lines: readonly SourceLine[], found: ReadonlyMap<number, Furniture>): readonly SourceLine[] {
  const isHead = ({ number }: SourceLine) =>
    found.get(number)?.words.some(({ part }) => part === "date" || part === "page") ?? false;
  const last = lines.slice(0, headLines).findLastIndex(isHead);
  if (last < 0) return [];
  const above = lines.slice(0, last).filter(({ number }) => !found.has(number));
  const isTitled = above.some((line) => isText(line) || line.role === "title" || line.text.startsWith("# "));
  const next = lines.slice(last + 1).find(({ number }) => !found.has(number));
  const goesOn = next !== undefined && !isText(next) && !/^(?:本报|□|■|·|[（(]?记者|通讯员)/.test(next.text.trim());
  return !isTitled && goesOn ? above : [];
}
