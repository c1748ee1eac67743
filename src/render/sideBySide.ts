import { align, type Scale, type Work } from "./align.ts";

/** Words of a paragraph, and whether they stand only there. */
export interface Part {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A paragraph of one text beside what it is in the other; a side without it is empty. */
export interface Row {
  readonly isSame: boolean;
  readonly one: readonly Part[];
  readonly other: readonly Part[];
}

/** Two paragraphs of which this share of neighbouring characters is common are one, changed (Dice's coefficient). */
const leastAlike = 0.4;

/** What a comparison may cost in all, so that no two texts can hold up a build: about a third of a second. */
const mostSteps = 30_000_000;

/** Han one by one, for they are words; Latin words and numbers whole. */
const words = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,%]*|./gsu;

/**
 * Lays two texts side by side, paragraph by paragraph, and marks the words that differ. When the work that two texts may
 * cost is done, paragraphs are marked as a whole.
 * @param one - a text, a line for each paragraph
 * @param other - another
 * @param work - what may be done; what is done is taken from it
 * @returns their rows, in an order that is that of both
 */
export function sideBySide(one: string, other: string, work: Work = { left: mostSteps }): readonly Row[] {
  const [lines, otherLines] = [linesOf(one), linesOf(other)];
  const rows: Row[] = [];
  let [at, place] = [0, 0];
  for (const [to, otherTo] of [
    ...align(lines, otherLines, paragraphScale([...lines, ...otherLines]), work),
    [lines.length, otherLines.length] as const,
  ]) {
    while (at < to) rows.push({ isSame: false, one: changed(lines[at++]!), other: [] });
    while (place < otherTo) rows.push({ isSame: false, one: [], other: changed(otherLines[place++]!) });
    if (at < lines.length && place < otherLines.length) rows.push(rowOf(lines[at++]!, otherLines[place++]!, work));
  }
  return rows;
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function rowOf(one: string, other: string, work: Work): Row {
  if (one === other) return { isSame: true, one: [{ text: one, isChanged: false }], other: [] };
  const [a, b] = [one.match(words) ?? [], other.match(words) ?? []];
  const kept = align(...numbered(a, b), wordScale, work);
  const common = kept.filter(([at, place], index) => !isLost(kept, index, a.length, b.length, at, place));
  return {
    isSame: false,
    one: partsOf(a, new Set(common.map(([at]) => at))),
    other: partsOf(b, new Set(common.map(([, place]) => place))),
  };
}

/** A single word kept amid what has changed is kept by chance: 的, 了. */
function isLost(
  kept: readonly (readonly [number, number])[],
  index: number,
  ones: number,
  others: number,
  at: number,
  place: number,
): boolean {
  const [before, after] = [kept[index - 1] ?? [-1, -1], kept[index + 1] ?? [ones, others]];
  const joinsBefore = before[0] === at - 1 && before[1] === place - 1;
  const joinsAfter = after[0] === at + 1 && after[1] === place + 1;
  return !joinsBefore && !joinsAfter;
}

function partsOf(tokens: readonly string[], common: ReadonlySet<number>): readonly Part[] {
  const parts: { text: string; isChanged: boolean }[] = [];
  for (const [at, token] of tokens.entries()) {
    const isChanged = !common.has(at);
    const last = parts.at(-1);
    if (last?.isChanged === isChanged) last.text += token;
    else parts.push({ text: token, isChanged });
  }
  return parts;
}

function changed(text: string): readonly Part[] {
  return [{ text, isChanged: true }];
}

const wordScale: Scale<number> = { weigh: (one, other) => (one === other ? 1 : 0), cost: () => 0 };

/** Numbers are compared in less time than words. */
function numbered(one: readonly string[], other: readonly string[]): readonly [readonly number[], readonly number[]] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  return [one.map(numberOf), other.map(numberOf)];
}

function paragraphScale(lines: readonly string[]): Scale<string> {
  const neighbours = new Map(lines.map((line) => [line, neighboursIn(line)]));
  return {
    // What is equal goes before all that is only alike.
    weigh: (a, b) => (a === b ? 4 : isAlike(neighbours.get(a)!, neighbours.get(b)!) ? 1 : 0),
    cost: (line) => neighbours.get(line)!.length,
  };
}

/** Each two characters that stand side by side, as a number, once, in order. */
function neighboursIn(line: string): Uint32Array {
  const pairs = new Set<number>();
  for (let at = 1; at < line.length; at++) pairs.add(line.charCodeAt(at - 1) * 0x1_0000 + line.charCodeAt(at));
  return Uint32Array.from(pairs).sort();
}

function isAlike(one: Uint32Array, other: Uint32Array): boolean {
  const both = one.length + other.length;
  // Even if all of the fewer were among the more, it would not do.
  if (2 * Math.min(one.length, other.length) < leastAlike * both) return false;
  let common = 0;
  for (let [at, place] = [0, 0]; at < one.length && place < other.length;) {
    const difference = one[at]! - other[place]!;
    if (difference === 0) common++;
    if (difference <= 0) at++;
    if (difference >= 0) place++;
  }
  return 2 * common >= leastAlike * both && common > 0;
}
