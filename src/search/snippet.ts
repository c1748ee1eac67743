import { foldInPlace, type FoldTable } from "./fold.ts";
import { findSyllables, type Readings } from "./pinyin.ts";

/** Offsets into a text, ascending, none overlapping another. */
export type Places = readonly (readonly [start: number, end: number])[];

/** A piece of text with the places in it that are to be marked. */
export interface Snippet {
  readonly text: string;
  readonly marked: Places;
}

/** Words as they are spoken. */
export interface Spoken {
  /** Rows of syllables, each by its number. */
  readonly rows: readonly (readonly number[])[];
  readonly readings: Readings;
}

/** How much of a line is shown before and after the first place, characters. */
const [before, after] = [24, 96];

/**
 * Finds where words stand in a line; places that overlap are one.
 * @param line - the line
 * @param words - folded words
 * @param table - by which texts are folded
 * @param spoken - words that are also found by their sound, once each
 * @returns the places
 */
export function placesOf(line: string, words: readonly string[], table: FoldTable, spoken?: Spoken): Places {
  const { text, places } = foldInPlace(line, table);
  const found: [number, number][] = [];
  const add = (at: number, length: number) => found.push([places[at]!, places[at + length - 1]! + 1]);
  for (const word of words.filter(Boolean)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) add(at, word.length);
  }
  for (const row of spoken?.rows ?? []) {
    const at = findSyllables(text, row, spoken!.readings);
    if (at >= 0) add(at, row.length);
  }
  const apart: [number, number][] = [];
  for (const [start, end] of found.sort(([a], [b]) => a - b)) {
    const last = apart.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/**
 * How words are written in a text, which may be otherwise than they were asked for.
 * @param lines - the text
 * @param words - folded words
 * @param table - by which texts are folded
 * @returns the forms, each once
 */
export function formsOf(lines: readonly string[], words: readonly string[], table: FoldTable): readonly string[] {
  const forms = lines.flatMap((line) => placesOf(line, words, table).map((place) => line.slice(...place)));
  return [...new Set(forms)];
}

/**
 * The piece of a text that shows most of the words asked for.
 * @param lines - the text
 * @param words - folded words
 * @param table - by which texts are folded
 * @returns a piece of one line; the beginning of the text when no word stands in it
 */
export function snippetOf(lines: readonly string[], words: readonly string[], table: FoldTable): Snippet {
  const first = lines[0] ?? "";
  let best: Snippet = { text: cut(first, 0, wholeAt(first, before + after)), marked: [] };
  let most = 0;
  for (const line of lines) {
    const places = placesOf(line, words, table);
    if (places.length === 0) continue;
    const [from, to] = places[0]!;
    const start = wholeAt(line, Math.max(0, from - before));
    const end = wholeAt(line, Math.min(line.length, Math.max(to, from + after)));
    const inside = places.filter(([, last]) => last <= end);
    const different = new Set(inside.map((place) => line.slice(...place))).size;
    if (different <= most) continue;
    most = different;
    const lead = start > 0 ? "…" : "";
    const shift = lead.length - start;
    best = { text: cut(line, start, end), marked: inside.map(([a, b]) => [a + shift, b + shift]) };
  }
  return best;
}

/** The place where a line may be cut; not within a pair of surrogates. */
function wholeAt(line: string, at: number): number {
  const isWithin = /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(line.slice(Math.max(0, at - 1), at + 1));
  return isWithin ? at - 1 : at;
}

function cut(line: string, start: number, end: number): string {
  return `${start > 0 ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`.toWellFormed();
}
