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
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isHan(unit)) {
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
function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd8bf) ||
    unit === 0x3007
  );
}

function isWordUnit(unit: number, text: string, index: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  // Second halves belong to the character before them; punctuation of Chinese is no word.
  if (Number.isNaN(unit) || (unit >= 0x3000 && unit <= 0x3004) || (unit >= 0xdc00 && unit <= 0xdfff)) return false;
  return !isHan(unit) && letterOrDigit.test(String.fromCodePoint(text.codePointAt(index)!));
}
