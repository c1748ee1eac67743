import { foldInPlace, type FoldTable } from "./fold.ts";

/** A piece of text with the places in it that are to be marked. */
export interface Snippet {
  readonly text: string;
  /** Offsets into `text`, ascending, none overlapping another. */
  readonly marked: readonly (readonly [start: number, end: number])[];
}

/** How much of a line is shown before and after the first place, characters. */
const [before, after] = [24, 96];

/**
 * Finds where words stand in a line.
 * @param line - the line
 * @param words - folded words
 * @param table - by which texts are folded
 * @returns the places, ascending, none overlapping another
 */
export function placesOf(
  line: string,
  words: readonly string[],
  table: FoldTable,
): readonly (readonly [start: number, end: number])[] {
  const { text, places } = foldInPlace(line, table);
  const found: [number, number][] = [];
  for (const word of words.filter(Boolean)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push([places[at]!, places[at + word.length - 1]! + 1]);
    }
  }
  found.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
  return found.filter(([start], at) => found.slice(0, at).every(([, end]) => end <= start));
}

/**
 * The piece of a text that shows most of the words asked for.
 * @param lines - the text
 * @param words - folded words
 * @param table - by which texts are folded
 * @returns a piece of one line; the beginning of the text when no word stands in it
 */
export function snippetOf(lines: readonly string[], words: readonly string[], table: FoldTable): Snippet {
  let best: Snippet = { text: cut(lines[0] ?? "", 0, before + after), marked: [] };
  let most = 0;
  for (const line of lines) {
    const places = placesOf(line, words, table);
    if (places.length === 0) continue;
    const start = Math.max(0, places[0]![0] - before);
    const end = Math.min(line.length, places[0]![0] + after);
    const inside = places.filter(([, last]) => last <= end);
    const different = new Set(inside.map(([from, to]) => line.slice(from, to))).size;
    if (different <= most) continue;
    most = different;
    const lead = start > 0 ? "…" : "";
    const shift = lead.length - start;
    best = { text: cut(line, start, end), marked: inside.map(([from, to]) => [from + shift, to + shift]) };
  }
  return best;
}

function cut(line: string, start: number, end: number): string {
  return `${start > 0 ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`.toWellFormed();
}
