import { coverOf, syllablesKey, titleKeysIn, unitsIn, type Key } from "./keys.ts";
import { syllabify, type Readings } from "./pinyin.ts";
import type { Term } from "./query.ts";

/** One way in which a term may be found: articles have all of the keys. */
export interface Way {
  readonly kind: "text" | "title" | "pinyin";
  readonly keys: readonly Key[];
  /** Whether an article with the keys is sure to be a hit. */
  readonly isExact: boolean;
  readonly syllables?: readonly number[];
}

/** A term with the ways in which it may be found. */
export interface Wanted {
  readonly term: Term;
  readonly ways: readonly Way[];
}

/** So many keys are looked up for one term; its text is read anyhow when there are several. */
const mostKeys = 6;

/**
 * Finds out in which ways a term may be found: in the text, in titles alone, by pinyin.
 * @param term - the term
 * @param readings - gives how characters are read aloud; asked only when the term may be pinyin
 * @returns the ways, at least one
 */
export async function waysOf(term: Term, readings: () => Promise<Readings>): Promise<readonly Way[]> {
  const { keys, isExact } = coverOf(term.text);
  if (keys.length === 0) {
    const units = new Set(titleKeysIn(unitsIn(term.text)));
    return [{ kind: "title", keys: [...units].slice(0, mostKeys), isExact: term.text.length === 1 }];
  }
  const ways: Way[] = [{ kind: "text", keys: some(keys), isExact }];
  if (!term.isPhrase && !term.isExcluded && /^[a-z]{3,}$/.test(term.text)) {
    for (const syllables of syllabify(term.text, await readings())) {
      const pairs = syllables.slice(1).map((syllable, at) => syllablesKey(syllables[at]!, syllable));
      ways.push({ kind: "pinyin", keys: some([...new Set(pairs)]), isExact: pairs.length === 1, syllables });
    }
  }
  return ways;
}

/** The first keys and the last ones of many. */
function some(keys: readonly Key[]): readonly Key[] {
  return keys.length <= mostKeys ? keys : [...keys.slice(0, mostKeys / 2), ...keys.slice(-mostKeys / 2)];
}
