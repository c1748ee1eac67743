import { byCodeUnit } from "../order.ts";
import { fold, foldTableOf, type FoldTable } from "../search/fold.ts";
import { simplifiedPairs } from "../search/simplified.ts";
import type { TermEntry } from "./archive.ts";
import { deletions, editDistance } from "./editDistance.ts";
import { readingOf } from "./pinyin.ts";

/** A term that many articles have is one that is meant: so many, and so many times as many as the other one. */
const leastMeant = 3;
const timesAsMany = 5;
/** In a short word another character makes another word: 经济, 经贸. From so many characters on one slip is likely. */
const longEnough = { one: 4, two: 6 };
/** Latin words are longer, and their slips shorter. */
const longEnoughLatin = { one: 5, two: 10 };
/** Short words are read aloud like others: 经济, 竞技. */
const leastReadAloud = 3;

/** A term that is new, and the one that was meant. */
export interface Slip {
  readonly term: TermEntry;
  readonly meant: TermEntry;
}

/**
 * Finds terms that look like slips of the pen for others that are in use.
 * @param terms - all terms of one kind
 * @param isNew - whether a term is one to be doubted
 * @returns the doubtful terms with the likeliest of those in use
 */
export function findSlips(terms: readonly TermEntry[], isNew: (term: TermEntry) => boolean): readonly Slip[] {
  const doubtful = terms.filter(isNew);
  if (doubtful.length === 0) return [];
  const table = foldTableOf(simplifiedPairs());
  const known = new Map<string, Word[]>();
  for (const term of terms) {
    if (term.entries.length < leastMeant || isNew(term)) continue;
    const word = wordOf(term, table);
    for (const key of keysOf(word, slipsIn(word))) {
      const words = known.get(key);
      if (words) words.push(word);
      else known.set(key, [word]);
    }
  }
  return doubtful.flatMap((term): readonly Slip[] => {
    const word = wordOf(term, table);
    const near = [...keysOf(word, 2)].flatMap((key) => known.get(key) ?? []);
    const meant = [...new Set(near)]
      .map((other) => ({ term: other.term, distance: distanceOf(word, other) }))
      .filter(({ term: other, distance }) => {
        return distance < Infinity && other.entries.length >= timesAsMany * term.entries.length;
      })
      .sort((a, b) => {
        const [more, fewer] = [b.term.entries.length, a.term.entries.length];
        return a.distance - b.distance || more - fewer || byCodeUnit(a.term.slug, b.term.slug);
      })[0];
    return meant ? [{ term, meant: meant.term }] : [];
  });
}

/**
 * A term as articles write it.
 * @param term - a category or tag
 * @returns a category's slug, for its label is mostly that of a tag; a tag's label
 */
export function writtenAs({ kind, slug, label }: TermEntry): string {
  return kind === "category" ? slug : label;
}

interface Word {
  readonly term: TermEntry;
  /** Without differences of width, case, spaces, simplified and traditional characters. */
  readonly characters: readonly string[];
  /** Its syllables; empty for a word that is too short, or has none. */
  readonly reading: string;
}

function wordOf(term: TermEntry, table: FoldTable): Word {
  const characters = Array.from(fold(writtenAs(term), table).replace(/\s/g, ""));
  const isReadAloud = characters.filter((character) => /\p{Script=Han}/u.test(character)).length >= leastReadAloud;
  return { term, characters, reading: isReadAloud ? readingOf(characters.join("")).key : "" };
}

function keysOf({ characters, reading }: Word, most: number): ReadonlySet<string> {
  const keys = new Set(deletions(characters, most));
  return reading === "" ? keys : keys.add(`\n${reading}`);
}

/** How many slips a word may have and still be known. */
function slipsIn({ characters }: Word): 0 | 1 | 2 {
  const isLatin = characters.every((character) => character < "\u0250");
  const { one, two } = isLatin ? longEnoughLatin : longEnough;
  return characters.length >= two ? 2 : characters.length >= one ? 1 : 0;
}

/** Infinity for words that are different: too far apart, or with other figures, as 2021 and 2022 are. */
function distanceOf(word: Word, other: Word): number {
  const figures = ({ characters }: Word) => characters.filter((character) => /\p{N}/u.test(character)).join("");
  if (figures(word) !== figures(other)) return Infinity;
  if (word.reading !== "" && word.reading === other.reading) return 0;
  const distance = editDistance(word.characters, other.characters);
  return distance <= slipsIn(other) ? distance : Infinity;
}
