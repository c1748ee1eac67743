import { hash32 } from "../hash32.ts";

/*
 * What texts are found by, as numbers of 32 bits. Two neighbouring UTF-16 units are a key, so that any substring of two
 * units or more is found; three letters or digits in a row are one too, for two of them say little, and so are two of
 * them with what they count, four digits and five in a row, and a whole number of four digits or more: any three digits
 * stand in every year. Keys that are not two units lie where folded text never is, in the range of private use.
 */

/** A key of the index: 0 to 2^32 - 1. */
export type Key = number;

const trigrams = 0xe000_0000;
/** Four digits, and five. */
const quads = 0xe000_c000;
const quints = 0xe002_0000;
const titleUnits = 0xe001_0000;
const syllablePairs = 0xe010_0000;
/** Two letters or digits and a unit that is neither: 00亿. */
const measures = 0xe100_0000;
const fields = 0xe700_0000;
const mostFields = 0x0900_0000;
/** Whole numbers, told apart by their last eight digits: up to 0xf5f5_e0ff. Private use ends at 0xf8ff_ffff. */
const numbers = 0xf000_0000;
const mostNumbers = 100_000_000;
/** So many digits has the shortest number with a key of its own. */
const numberLength = 4;

const lineFeed = 0x0a;
const space = 0x20;
/** Punctuation, symbols and spaces share one unit, which halves their many keys; what is found by it is read again. */
const classes = new Uint16Array(0x10000);
classes[lineFeed] = lineFeed;

/** The class of a unit, found out when it is first met. */
function classOf(unit: number): number {
  return classes[unit]! || (classes[unit] = /[\p{P}\p{S}\p{Z}]/u.test(String.fromCharCode(unit)) ? space : unit);
}

/** A unit ends so many keys at most: with the one before it, with two, with three and with four digits, and a number. */
const mostEnding = 5;
let found = new Uint32Array(mostEnding * 4096);

/**
 * The keys of a text, one after another.
 * @param units - the UTF-16 units of a folded text, perhaps of several lines
 * @param isPiece - whether there may be more digits before the first unit and after the last
 * @returns each key, again where it stands again; good until the keys of another text are asked for
 */
export function keysIn(units: Uint16Array, isPiece = false): Uint32Array {
  const most = (units.length + 1) * mostEnding;
  const keys = found.length < most ? (found = new Uint32Array(most * 2)) : found;
  let count = 0;
  let last = lineFeed;
  // Below 0 where the last unit, or one of the last two, was neither letter nor digit.
  let [lastDigit, lastTwo] = [-1, -1];
  // So many digits stand in a row, the number they write, and whether it began where no letter or digit was before.
  let [row, number, isWhole] = [0, 0, !isPiece];
  for (let at = 0; at < units.length; at++) {
    const unit = classOf(units[at]!);
    if (last !== lineFeed && unit !== lineFeed && (last !== space || unit !== space))
      keys[count++] = (last << 16) | unit;
    last = unit;
    const digit = digitOf(unit);
    if (digit < 0) {
      if (lastTwo >= 0 && unit !== space && unit !== lineFeed) keys[count++] = measures + lastTwo * 0x1_0000 + unit;
      if (row >= numberLength && isWhole) keys[count++] = numbers + number;
      lastTwo = -1;
      row = number = 0;
      isWhole = true;
    } else {
      if (lastTwo >= 0) keys[count++] = trigrams + lastTwo * 36 + digit;
      lastTwo = lastDigit * 36 + digit;
      if (digit <= 9) {
        number = (number * 10 + digit) % mostNumbers;
        if (++row >= 4) keys[count++] = quads + (number % 10_000);
        if (row >= 5) keys[count++] = quints + (number % 100_000);
      } else {
        row = number = 0;
        isWhole = false;
      }
    }
    lastDigit = digit;
  }
  if (row >= numberLength && isWhole && !isPiece) keys[count++] = numbers + number;
  return keys.subarray(0, count);
}

/** Keys that every text has in which a certain other one stands. */
export interface Cover {
  readonly keys: readonly Key[];
  /** Whether a text with these keys is sure to have the other one in it. */
  readonly isExact: boolean;
}

/**
 * The keys by which a text is looked for in others: of letters and digits those of most of them, which say more.
 * @param text - one folded line
 * @returns the keys, none where there is no key in the text
 */
export function coverOf(text: string): Cover {
  const units = unitsIn(text);
  const keys: Key[] = [];
  const add = (key: Key) => {
    const last = keys.at(-1) ?? 0;
    const length = lengthOf(key);
    if (isNumber(key)) {
      // What follows the number has a key already, which comes after those of its digits.
      keys.pop();
      while (lengthOf(keys.at(-1) ?? 0) >= numberLength) keys.pop();
      keys.push(last);
    } else if (length > 2) {
      // It comes right after the key of its last units but the first; that of its first ones may stand before.
      keys.pop();
      if (keys.length > 0 && lengthOf(keys.at(-1)!) < length) keys.pop();
    }
    keys.push(key);
  };
  for (const key of keysIn(units, true)) add(key);
  const isPlain = units.every((unit) => classOf(unit) === unit);
  return { keys: [...new Set(keys)], isExact: keys.length === 1 && isPlain };
}

/**
 * The UTF-16 units of a text.
 * @param text - any text
 * @returns a number for each
 */
export function unitsIn(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** How many units of a text have a key in common that is no whole number. */
function lengthOf(key: Key): number {
  if (key < trigrams || key >= fields) return 2;
  if (key >= quints && key < syllablePairs) return 5;
  return key >= quads && key < titleUnits ? 4 : 3;
}

function isNumber(key: Key): boolean {
  return key >= numbers && key < numbers + mostNumbers;
}

/** A letter or digit as a number below 36; below 0 for anything else. */
function digitOf(unit: number): number {
  if (unit > 0x7a) return -1;
  if (unit >= 0x61) return unit - 0x61 + 10;
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : -1;
}

/**
 * The key of one character in a title.
 * @param unit - a folded UTF-16 unit
 * @returns the key
 */
export function titleUnitKey(unit: number): Key {
  return titleUnits + unit;
}

/**
 * The keys of all characters in a title.
 * @param units - its UTF-16 units, folded
 * @returns a key for each
 */
export function titleKeysIn(units: Uint16Array): Uint32Array {
  const keys = new Uint32Array(units.length);
  for (let at = 0; at < keys.length; at++) keys[at] = titleUnitKey(units[at]!);
  return keys;
}

/**
 * The key of two neighbouring syllables in a title or a label.
 * @param first - number of the first syllable, below 512
 * @param second - number of the second
 * @returns the key
 */
export function syllablesKey(first: number, second: number): Key {
  return syllablePairs + first * 512 + second;
}

/** What can be asked of an article beside its text. */
export type FieldName = "category" | "tag" | "source";

/**
 * The key of a field; two fields may share one, so whoever finds it looks twice.
 * @param name - which field
 * @param value - its folded value
 * @returns the key
 */
export function fieldKey(name: FieldName, value: string): Key {
  return fields + (hash32(`${name}:${value}`) % mostFields);
}
