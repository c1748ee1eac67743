import { partOf, spanOf, type Span } from "./fate.ts";
import type { Furniture } from "./furniture.ts";
import { markForms, hasCells, verseLines, type Form } from "./forms.ts";
import { bullet, caption, jumpLine, inlineCredit, numbered } from "./rules/phrases.ts";
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

/** What is marked as a heading and is longer is text all the same, characters of full width. */
const longestMarked = 100;
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
  const wrapping = wrappingOf(lines.filter(({ role, begins }) => role === undefined && begins === undefined));
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
    const block = blockOf(line);
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
    } else {
      close();
      pieces = [{ ...block, ...(isSetApart ? { isSetApart } : {}), ...(hasGap ? { isApart: true } : {}) }];
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

function blockOf(line: SourceLine): Block | undefined {
  const whole = spanOf(line);
  if (!whole) return undefined;
  const marks: Span[] = [];
  const hashes = line.role === undefined ? /^(#{1,6})\s+(?=\S)/.exec(whole.text) : null;
  let rest: Span = whole;
  const cut = (length: number) => {
    marks.push(partOf(rest, 0, length)!);
    rest = partOf(rest, length, rest.text.length)!;
  };
  if (hashes) cut(hashes[0].length);
  const entry = hashes || line.role !== undefined ? null : /^[-*+•]\s+(?=\S)/.exec(rest.text);
  if (entry) cut(entry[0].length);
  const isJump = Array.from(rest.text.matchAll(jumpLine)).some(({ index }) => index === 0);
  const sign = isJump ? null : bullet.exec(rest.text);
  if (sign && sign[0].length < rest.text.length) cut(sign[0].length);
  const isBold = /^\*\*(?!\s)[^*]+(?<!\s)\*\*$/.test(rest.text);
  if (isBold) {
    marks.push(partOf(rest, 0, 2)!, partOf(rest, rest.text.length - 2, rest.text.length)!);
    rest = partOf(rest, 2, rest.text.length - 2)!;
  }
  const { spans, taken } = takeOut(rest);
  const isHeading = line.role === "caption" || widthOf(rest.text) <= longestMarked;
  if (spans.length === 0 && taken.length === 0) return undefined;
  return {
    spans,
    text: tidy(joinAll(spans.map(({ text }) => text))),
    ...(line.role === "paragraph" ? { isParagraph: true } : {}),
    ...(isHeading && line.role !== undefined && line.role !== "paragraph" && line.role !== "outside"
      ? { role: line.role }
      : {}),
    ...(isHeading && hashes ? { level: hashes[1]!.length } : {}),
    ...(sign ? { sign: sign[0].trim() } : {}),
    ...(isBold ? { isBold } : {}),
    ...(entry ? { form: "list" as const } : {}),
    marks,
    taken,
  };
}

/** Takes what does not belong to the sentence out of a line. */
function takeOut(span: Span): { readonly spans: readonly Span[]; readonly taken: readonly Taken[] } {
  const cuts = [
    ...Array.from(span.text.matchAll(jumpLine), (found) => ({ found, kind: "jump" as const })),
    ...Array.from(span.text.matchAll(inlineCredit), (found) => ({ found, kind: "credit" as const })),
  ].sort((a, b) => a.found.index - b.found.index);
  const spans: Span[] = [];
  const taken: Taken[] = [];
  let at = 0;
  const keep = (to: number) => {
    const part = partOf(span, at, to);
    if (part) spans.push(part);
  };
  for (const { found, kind } of cuts) {
    if (found.index < at) continue;
    keep(found.index);
    at = found.index + found[0].length;
    const part = partOf(span, found.index, at);
    if (part) taken.push({ span: part, kind });
  }
  keep(span.text.length);
  return { spans, taken };
}

/** White space is one space, and none where it stood between all characters: `开 发 区 答 卷`. */
function tidy(text: string): string {
  const spaced = text.match(/(?<=\p{Script=Han})[ \u3000](?=\p{Script=Han})/gu)?.length ?? 0;
  const solidPairs = text.match(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)?.length ?? 0;
  const isSpaced = spaced >= 3 && solidPairs <= spaced / 4;
  const whole = isSpaced ? text.replace(/(?<=[\p{Script=Han}\p{P}])[ \u3000](?=[\p{Script=Han}\p{P}])/gu, "") : text;
  return whole.replace(/\s+/g, " ");
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
    const isFull = widthOf(above.text.trimEnd()) >= wrapping.width - 2;
    return !isIndented && isFull && !(hasGap && wrapping.hasGaps) && !startsNumbered(last, line);
  }
  return (
    !hasGap && isPiece(above.text) && isPiece(line.text) && /[，,、]$/.test(above.text.trim()) && !isClosed(line.text)
  );
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
