import { closeUp } from "./closeUp.ts";
import type { Block, Taken } from "./blocks.ts";
import { partOf, spanOf, type Span } from "./fate.ts";
import { bullet, inlineCredit, jumpLine } from "./rules/phrases.ts";
import { joinAll } from "./sentence.ts";
import type { SourceLine } from "./source.ts";
import { widthOf } from "./wrap.ts";

/** What is marked as a heading and is longer is text all the same, characters of full width. */
const longestMarked = 100;

/**
 * What a line is by itself, without what comes before and behind it.
 * @param line - a line of the source
 * @returns a block of this line, without its marks and what does not belong to its sentence; nothing for a blank line
 */
export function lineBlock(line: SourceLine): Block | undefined {
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
  const quoted = hashes || line.role !== undefined ? null : /^>\s+(?=\S)/.exec(rest.text);
  if (quoted) cut(quoted[0].length);
  const entry = hashes || line.role !== undefined ? null : /^[-*+•]\s+(?=\S)/.exec(rest.text);
  if (entry) cut(entry[0].length);
  const isJump = Array.from(rest.text.matchAll(jumpLine)).some(({ index }) => index === 0);
  const sign = isJump ? null : bullet.exec(rest.text);
  if (sign && sign[0].length < rest.text.length) cut(sign[0].length);
  const isBold = /^\*\*(?!\s)[^*]+(?<!\s)\*\*$/.test(rest.text);
  const unmarked = withoutBold(rest);
  marks.push(...unmarked.marks);
  const pieces = unmarked.pieces.map((piece) => ({ ...takeOut(piece), isApart: /\s/.test(gapAbove(piece, line)) }));
  const spans = pieces.flatMap((piece) => piece.spans);
  const taken = pieces.flatMap((piece) => piece.taken);
  const isHeading = line.role === "caption" || widthOf(rest.text) <= longestMarked;
  if (spans.length === 0 && taken.length === 0) return undefined;
  return {
    spans,
    text: tidy(
      pieces
        .map((piece) => (piece.isApart ? " " : "") + joinAll(piece.spans.map(({ text }) => text)))
        .join("")
        .trim(),
    ),
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

/** A line without the asterisks of its bold words: `**（一）选一个好种子。**县里…`. */
function withoutBold(span: Span): { readonly pieces: readonly Span[]; readonly marks: readonly Span[] } {
  const pieces: Span[] = [];
  const marks: Span[] = [];
  let at = 0;
  const cut = (into: Span[], to: number) => {
    const part = partOf(span, at, to);
    if (part) into.push(part);
    at = to;
  };
  for (const { 0: bold, index } of span.text.matchAll(/\*\*(?![\s*])[^*]+(?<!\s)\*\*(?!\*)/g)) {
    cut(pieces, index);
    cut(marks, index + 2);
    cut(pieces, index + bold.length - 2);
    cut(marks, index + bold.length);
  }
  cut(pieces, span.text.length);
  return { pieces, marks };
}

/** What stands between a piece and the asterisks or the word above it. */
function gapAbove({ from }: Span, { text }: SourceLine): string {
  return /[\s*]*$/.exec(text.slice(Math.max(0, from - 4), from))![0];
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

function tidy(text: string): string {
  return closeUp(text).replace(/\s+/g, " ");
}
