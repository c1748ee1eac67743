import { isHan, tableOf } from "../characters.ts";
import { unitsOf } from "../units.ts";

/**
 * Between the 255 characters a minute of Chinese read aloud (IReST: Trauzettel-Klosinski and Dietz, 2012,
 * doi:10.1167/iovs.11-8284) and the 500 that Medium reckons with for Chinese.
 */
const charactersAMinute = 400;

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;
/** Characters that join two parts of a word or number: 1,234.5, mid-term, don't. */
const joiners = new Set([".", ",", "'", "’", "-"].map((character) => character.charCodeAt(0)));

/**
 * Counts a text as Chinese editors do (字数): each Han character, and each word or number of another script.
 * @param text - plain text
 * @returns the count
 */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  const units = unitsOf(text);
  for (let index = 0; index < text.length; index++) {
    const unit = units[index]!;
    if (isHan(unit) || hanUnits[unit] === 1) {
      count++;
      inWord = false;
    } else if (isWordUnit(unit, text, index)) {
      if (!inWord) count++;
      inWord = true;
    } else inWord = inWord && joiners.has(unit) && isWordUnit(text.charCodeAt(index + 1), text, index + 1);
  }
  return count;
}

/**
 * How long an article takes to read.
 * @param characters - its count
 * @returns whole minutes, at least 1
 */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / charactersAMinute));
}

/** Han by UTF-16 unit: the blocks of the basic plane, and the first halves of those of planes 2 and 3. */
const hanUnits = tableOf(/[\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF\uD840-\uD8BF\u3007]/);

function isWordUnit(unit: number, text: string, index: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  // Second halves belong to the character before them; punctuation of Chinese is no word.
  if (Number.isNaN(unit) || (unit >= 0x3000 && unit <= 0x3004) || (unit >= 0xdc00 && unit <= 0xdfff)) return false;
  if (hanUnits[unit] === 1) return false;
  if (unit >= 0xd800 && unit <= 0xdbff) return letterOrDigit.test(String.fromCodePoint(text.codePointAt(index)!));
  return (wordUnits[unit] ??= letterOrDigit.test(String.fromCharCode(unit)));
}

/** What was found out about units; asking the table of Unicode each time is slow. */
const wordUnits: boolean[] = [];
