import type { Span } from "./fate.ts";
import type { Furniture } from "./furniture.ts";
import { markForms, hasCells, verseLines, type Form } from "./forms.ts";
import { lineBlock } from "./lineBlock.ts";
import { caption, numbered, sectionWords } from "./rules/phrases.ts";
import { isClosed, joinAll } from "./sentence.ts";
import type { Role, SourceLine, SourceText } from "./source.ts";
import { widthOf, wrappingOf, type Wrapping } from "./wrap.ts";
import { readCredits } from "./credits.ts";

/** A stretch of text between two breaks: a title, a heading, a paragraph or a piece of one. */
export interface Block {
  readonly spans: readonly Span[];
  readonly text: string;
  /** What the file's structure says it is, if that is more than a paragraph. */
  readonly role?: Exclude<Role, "paragraph" | "outside">;
  /** Whether the file's structure says that it is a paragraph. */
  readonly isParagraph?: boolean;
  /** Level of a Markdown heading. */
  readonly level?: number;
  /** A sign such as ■ that stood before it. */
  readonly sign?: string;
  /** Whether all of it was bold. */
  readonly isBold?: boolean;
  /** How it looks, if that tells that it is text. */
  readonly form?: Form;
  /** Whether blank lines stood above it. */
  readonly isApart?: boolean;
  /** Whether a line that separates stood above it. */
  readonly isSetApart?: boolean;
  /** Signs that were taken off: `#`, `■`. */
  readonly marks: readonly Span[];
  /** What was taken out of its lines: where it goes on, who photographed. */
  readonly taken: readonly Taken[];
}

/** A stretch taken out of a line. */
export interface Taken {
  readonly span: Span;
  readonly kind: "jump" | "credit";
}

/** Headings may be broken in two lines; pieces of them are no longer, characters. */
const longestPiece = 20;
const isPiece = (text: string) => widthOf(text) <= longestPiece;

/**
 * Puts the lines that are text together to blocks.
 * @param source - the text
 * @param furniture - the lines that are none
 * @returns the blocks in the order of the file
 */
export function layBlocks(source: SourceText, furniture: ReadonlyMap<number, Furniture>): readonly Block[] {
  const lines = source.lines.filter(({ number }) => !furniture.has(number));
  const wrapping = wrappingOf(
    lines.filter(({ role, begins, text }) => role === undefined && begins === undefined && !caption.test(text.trim())),
  );
  const verses = verseLines(lines, wrapping);
  const blocks: Block[] = [];
  let pieces: Block[] = [];
  const close = () => {
    if (pieces.length > 0) blocks.push(pieces.length === 1 ? pieces[0]! : joined(pieces));
  };
  let above: SourceLine | undefined;
  let hasGap = false;
  let isSetApart = false;
  for (const line of source.lines) {
    const left = furniture.get(line.number);
    if (left) {
      isSetApart ||= left.reason === "separator";
      continue;
    }
    const block = lineBlock(line);
    if (!block) {
      hasGap = true;
      continue;
    }
    const last = pieces.findLast(({ text }) => text !== "") ?? pieces[0];
    // （下转第二版） in a line of its own belongs to the text above it.
    if (last && block.text === "") {
      pieces.push(block);
      continue;
    }
    const isVerse = verses.has(line.number);
    if (last && above && !isSetApart && !isVerse && goesOn(above, line, hasGap, wrapping, last, block)) {
      pieces.push(block);
    } else if (pieces.length > 0 && pieces.every(({ text }) => text === "")) {
      // ■上接A1版 above all: it belongs to the text below it.
      const { marks, taken } = joined([...pieces, block]);
      pieces = [{ ...block, marks, taken }];
    } else {
      close();
      pieces = [
        { ...block, ...(isSetApart ? { isSetApart } : {}), ...(hasGap && wrapping.hasGaps ? { isApart: true } : {}) },
      ];
    }
    above = line;
    hasGap = false;
    isSetApart = false;
  }
  close();
  return markForms(blocks, verses);
}

/**
 * Several blocks as one.
 * @param pieces - the first, and what goes on from it; at least one
 * @returns one block with the lines of all
 */
export function joined(pieces: readonly Block[]): Block {
  return {
    ...pieces[0]!,
    spans: pieces.flatMap(({ spans }) => spans),
    text: joinAll(pieces.map(({ text }) => text)),
    marks: pieces.flatMap(({ marks }) => marks),
    taken: pieces.flatMap(({ taken }) => taken),
  };
}

function goesOn(
  above: SourceLine,
  line: SourceLine,
  hasGap: boolean,
  wrapping: Wrapping,
  last: Block,
  block: Block,
): boolean {
  if (last.level !== undefined || block.level !== undefined || block.sign !== undefined) return false;
  if (last.isBold || block.isBold || block.form !== undefined) return false;
  if (line.role !== undefined || above.role !== undefined) {
    const isOneTitle = line.role === above.role && (line.role === "title" || line.role === "heading");
    return isOneTitle && line.begins === false && !hasGap;
  }
  if (isLineOfItsOwn(above.text) || isLineOfItsOwn(line.text)) return false;
  if (line.begins !== undefined) return !line.begins;
  if (wrapping.width > 0) {
    const isIndented = /^(?:[\u3000\t]| {2,})/.test(line.text);
    // A sentence that ends within the last two characters may end a paragraph there; one that goes on does not.
    const isFull = widthOf(above.text.trimEnd()) >= wrapping.width - (isClosed(above.text) ? 1 : 2);
    return !isIndented && isFull && !(hasGap && wrapping.hasGaps) && !startsNumbered(last, line);
  }
  return !hasGap && isPiece(above.text) && isPiece(line.text) && isHalfLine(above.text.trim()) && !isClosed(line.text);
}

/** 东莞虎门： / “一条街”撑起百亿服装城 */
function isHalfLine(text: string): boolean {
  return /[，,、]$|^\p{Script=Han}{2,6}[：:]$/u.test(text) && !sectionWords.test(text);
}

function startsNumbered(last: Block, line: SourceLine): boolean {
  return numbered.test(line.text.trim()) && isClosed(last.text);
}

function isLineOfItsOwn(text: string): boolean {
  const said = text.trim();
  return (
    readCredits(said.replace(/\s+/g, " ")) !== undefined ||
    hasCells(said) ||
    (widthOf(said) <= 30 && caption.test(said) && !isClosed(said))
  );
}
