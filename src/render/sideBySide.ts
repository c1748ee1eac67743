import { align } from "./align.ts";

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

/** Han one by one, for they are words; Latin words and numbers whole. */
const words = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,%]*|./gsu;

/**
 * Lays two texts side by side, paragraph by paragraph, and marks the words that differ.
 * @param one - a text, a line for each paragraph
 * @param other - another
 * @returns their rows, in an order that is that of both
 */
export function sideBySide(one: string, other: string): readonly Row[] {
  const [lines, otherLines] = [linesOf(one), linesOf(other)];
  const neighbours = new Map([...lines, ...otherLines].map((line) => [line, neighboursIn(line)]));
  // What is equal goes before all that is only alike.
  const weigh = (a: string, b: string) => (a === b ? 4 : isAlike(neighbours.get(a)!, neighbours.get(b)!) ? 1 : 0);
  const rows: Row[] = [];
  let [at, place] = [0, 0];
  for (const [to, otherTo] of [...align(lines, otherLines, weigh), [lines.length, otherLines.length] as const]) {
    while (at < to) rows.push({ isSame: false, one: changed(lines[at++]!), other: [] });
    while (place < otherTo) rows.push({ isSame: false, one: [], other: changed(otherLines[place++]!) });
    if (at < lines.length && place < otherLines.length) rows.push(rowOf(lines[at++]!, otherLines[place++]!));
  }
  return rows;
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function rowOf(one: string, other: string): Row {
  if (one === other) return { isSame: true, one: [{ text: one, isChanged: false }], other: [] };
  const [a, b] = [one.match(words) ?? [], other.match(words) ?? []];
  const kept = align(a, b, (word, otherWord) => (word === otherWord ? 1 : 0));
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

function neighboursIn(line: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at < line.length - 1; at++) pairs.add(line.slice(at, at + 2));
  return pairs;
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  // Even if all of the fewer were among the more, it would not do.
  if (2 * fewer.size < leastAlike * (one.size + other.size)) return false;
  let common = 0;
  for (const pair of fewer) if (more.has(pair)) common++;
  return 2 * common >= leastAlike * (one.size + other.size) && common > 0;
}
