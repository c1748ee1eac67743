import { partOf, spanOf, type Span } from "./fate.ts";
import type { Furniture } from "./furniture.ts";
import { bullet, caption, jumpLine, inlineCredit, numbered } from "./rules/phrases.ts";
import { isClosed, joinTexts } from "./sentence.ts";
import type { Role, SourceLine, SourceText } from "./source.ts";
import { widthOf, wrappingOf, type Wrapping } from "./wrap.ts";
import { creditOf } from "../normalise/byline.ts";

/** A stretch of text between two breaks: a title, a heading, a paragraph or a piece of one. */
export interface Block {
  readonly spans: readonly Span[];
  readonly text: string;
  /** What the file's structure says it is, if that is more than a paragraph. */
  readonly role?: Exclude<Role, "paragraph" | "outside">;
  /** Level of a Markdown heading. */
  readonly level?: number;
  /** Whether a sign such as ■ stood before it. */
  readonly hasBullet?: boolean;
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
  const wrapping = wrappingOf(lines.filter(({ role, begins }) => role === undefined && begins === undefined));
  const blocks: Block[] = [];
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
    const last = blocks.at(-1);
    if (last && above && !isSetApart && goesOn(above, line, hasGap, wrapping, last, block)) {
      blocks[blocks.length - 1] = joined(last, block);
    } else blocks.push(isSetApart ? { ...block, isSetApart } : block);
    above = line;
    hasGap = false;
    isSetApart = false;
  }
  return blocks;
}

/**
 * Two blocks as one.
 * @param above - the first
 * @param below - what goes on from it
 * @returns one block with the lines of both
 */
export function joined(above: Block, below: Block): Block {
  return {
    ...above,
    spans: [...above.spans, ...below.spans],
    text: joinTexts(above.text, below.text),
    marks: [...above.marks, ...below.marks],
    taken: [...above.taken, ...below.taken],
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
  const sign = bullet.exec(rest.text);
  if (sign && sign[0].length < rest.text.length) cut(sign[0].length);
  const { spans, taken } = takeOut(rest);
  if (spans.length === 0 && taken.length === 0) return undefined;
  return {
    spans,
    text: unspaced(spans.map(({ text }) => text).reduce(joinTexts, "")),
    ...(line.role === undefined || line.role === "paragraph" || line.role === "outside" ? {} : { role: line.role }),
    ...(hashes ? { level: hashes[1]!.length } : {}),
    ...(sign ? { hasBullet: true } : {}),
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

/** `开 发 区 答 卷`: a space between all characters is the typesetter's. */
function unspaced(text: string): string {
  const spaced = text.match(/(?<=\p{Script=Han})[ \u3000](?=\p{Script=Han})/gu)?.length ?? 0;
  const solidPairs = text.match(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)?.length ?? 0;
  return spaced >= 3 && solidPairs <= spaced / 4
    ? text
        .replace(/(?<=[\p{Script=Han}，。、：；“”])[ \u3000](?=[\p{Script=Han}，。、：；“”])/gu, "")
        .replace(/\s+/g, " ")
    : text;
}

function goesOn(
  above: SourceLine,
  line: SourceLine,
  hasGap: boolean,
  wrapping: Wrapping,
  last: Block,
  block: Block,
): boolean {
  if (last.level !== undefined || block.level !== undefined || block.hasBullet) return false;
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
  return creditOf(said) !== undefined || (widthOf(said) <= 30 && caption.test(said) && !isClosed(said));
}
