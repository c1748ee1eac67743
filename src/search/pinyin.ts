import { syllablesKey, unitsIn } from "./keys.ts";

/** How characters are read aloud. */
export interface Readings {
  /** For each syllable its number, in the order of the table. */
  readonly syllables: ReadonlyMap<string, number>;
  /** For each UTF-16 unit the numbers of its syllables; mostly there are none. */
  readonly ofUnit: readonly (readonly number[])[];
}

/**
 * Reads the table of readings.
 * @param table - a line for each syllable: the syllable and its characters
 * @returns the readings
 */
export function readingsOf(table: string): Readings {
  const syllables = new Map<string, number>();
  const none: readonly number[] = [];
  const ofUnit = Array.from({ length: 0x10000 }, () => none);
  for (const [number, line] of table.split("\n").entries()) {
    const [, syllable = "", characters = ""] = /^([a-z]+)(.*)$/.exec(line) ?? [];
    syllables.set(syllable, number);
    for (const unit of unitsIn(characters)) ofUnit[unit] = [...ofUnit[unit]!, number];
  }
  return { syllables, ofUnit };
}

/**
 * The pairs of neighbouring syllables in a title or label.
 * @param units - the UTF-16 units of a folded line
 * @param readings - how characters are read
 * @returns each pair's key, again where it stands again
 */
export function syllablePairsIn(units: Uint16Array, { ofUnit }: Readings): Uint32Array {
  let count = 0;
  for (let at = 1; at < units.length; at++) count += ofUnit[units[at - 1]!]!.length * ofUnit[units[at]!]!.length;
  const pairs = new Uint32Array(count);
  let end = 0;
  for (let at = 1; at < units.length; at++) {
    const [firsts, seconds] = [ofUnit[units[at - 1]!]!, ofUnit[units[at]!]!];
    for (let first = 0; first < firsts.length; first++) {
      for (let second = 0; second < seconds.length; second++)
        pairs[end++] = syllablesKey(firsts[first]!, seconds[second]!);
    }
  }
  return pairs;
}

/** A word is taken apart in so many ways at most. */
const mostWays = 8;
/** Syllables that stand alone or first; within a word, nobody parts them from the letters before. */
const bareVowel = /^[aeo]$/;

/**
 * Takes a word apart into syllables, in each way in which that can be done: `xian` is xian and xi'an.
 * @param word - small Latin letters
 * @param readings - the syllables there are
 * @returns the ways, each a row of at least two syllables' numbers
 */
export function syllabify(word: string, { syllables }: Readings): readonly (readonly number[])[] {
  const ways: number[][] = [];
  const takeFrom = (at: number, taken: readonly number[]): void => {
    if (ways.length >= mostWays) return;
    if (at === word.length) {
      if (taken.length > 1) ways.push([...taken]);
      return;
    }
    for (let end = Math.min(word.length, at + longest); end > at; end--) {
      const syllable = syllables.get(word.slice(at, end));
      const isLost = at > 0 && bareVowel.test(word.slice(at, end));
      if (syllable !== undefined && !isLost) takeFrom(end, [...taken, syllable]);
    }
  };
  if (/^[a-z]{3,40}$/.test(word)) takeFrom(0, []);
  return ways;
}

/** The longest syllables, as zhuang, letters. */
const longest = 6;

/**
 * Whether a title or label can be read so that it has these syllables in a row.
 * @param text - a folded line
 * @param way - the syllables' numbers
 * @param readings - how characters are read
 * @returns the offset of the first of their characters, below 0 when it cannot
 */
export function findSyllables(text: string, way: readonly number[], { ofUnit }: Readings): number {
  for (let at = 0; at + way.length <= text.length; at++) {
    if (way.every((syllable, step) => ofUnit[text.charCodeAt(at + step)]!.includes(syllable))) return at;
  }
  return -1;
}
