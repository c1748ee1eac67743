/*
 * Texts are folded before they are compared, when they are indexed and when they are searched: what differs only in
 * width, case, marks on Latin letters or between traditional and simplified characters is the same then.
 */

/** How texts are folded: what becomes of each UTF-16 unit, found out when the unit is first met. */
export interface FoldTable {
  /** What it becomes, or `dropped`; 0 while that is not known. */
  readonly units: Uint16Array;
  /** The simplified forms of traditional characters. */
  readonly simplified: ReadonlyMap<number, number>;
}

/** No character. */
const dropped = 0xffff;
const space = 0x20;
const lineFeed = 0x0a;

/** What is not seen: soft hyphens, zero-width joiners, marks of direction, byte order marks, selectors of variants. */
const unseen = /\p{Cf}|\p{Variation_Selector}/u;
/** Marks on letters, which are left out, for a letter and its mark may be one unit or two. */
const mark = /[\u0300-\u036F]/;
const markedLetter = /^([a-z])[\u0300-\u036F]+$/;
/** Private use: the index keeps this range for keys that are no text. */
const privateUse = /[\uE000-\uF8FF]/;

/**
 * Makes the table by which texts are folded: compatibility forms by NFKC where that is one unit
 * (https://www.unicode.org/reports/tr15/), letters in lower case, simplified characters.
 * @param simplified - traditional characters, each before its simplified one: `萬万與与`
 * @returns the table
 */
export function foldTableOf(simplified: string): FoldTable {
  const pairs = new Map<number, number>();
  for (let at = 0; at < simplified.length; at += 2) pairs.set(simplified.charCodeAt(at), simplified.charCodeAt(at + 1));
  const units = new Uint16Array(0x10000);
  units[lineFeed] = lineFeed;
  return { units, simplified: pairs };
}

function learn({ units, simplified }: FoldTable, unit: number): number {
  const folded = foldedUnit(String.fromCharCode(unit));
  const simple = simplified.get(folded) ?? folded;
  return (units[unit] = simplified.get(simple) ?? simple);
}

function foldedUnit(character: string): number {
  if (character === "\0" || unseen.test(character) || mark.test(character)) return dropped;
  if (/\s/.test(character)) return space;
  if (privateUse.test(character)) return 0xfffd;
  const [, letter] = markedLetter.exec(character.normalize("NFKD").toLowerCase()) ?? [];
  const folded = oneUnit(oneUnit(character, character.normalize("NFKC")), character.normalize("NFKC").toLowerCase());
  return (letter ?? folded).charCodeAt(0);
}

function oneUnit(before: string, after: string): string {
  return after.length === 1 && after !== " " ? after : before;
}

/** A folded text, with the place in the original from which each of its units comes. */
export interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Folds a text; white space becomes single spaces, none at the ends of a line.
 * @param text - lines of text
 * @param table - the table
 * @returns the folded text
 */
export function fold(text: string, table: FoldTable): string {
  return textOf(unitsOf(text, table));
}

/**
 * The same, with the places that its units come from.
 * @param text - lines of text
 * @param table - the table
 * @returns the folded text and the offsets
 */
export function foldInPlace(text: string, table: FoldTable): Folded {
  const places: number[] = [];
  return { text: textOf(unitsOf(text, table, places)), places };
}

/**
 * The same as the units of the folded text, where no text is needed.
 * @param text - lines of text
 * @param table - the table
 * @returns UTF-16 units; good until another text is folded
 */
export function foldToUnits(text: string, table: FoldTable): Uint16Array {
  return unitsOf(text, table);
}

function unitsOf(text: string, table: FoldTable, places?: number[]): Uint16Array {
  const units = scratch.length < text.length ? (scratch = new Uint16Array(text.length * 2)) : scratch;
  let length = 0;
  let last = lineFeed;
  for (let at = 0; at < text.length; at++) {
    const original = text.charCodeAt(at);
    const unit = table.units[original]! || learn(table, original);
    if (unit === dropped || (unit === space && (last === space || last === lineFeed))) continue;
    if (unit === lineFeed && last === space) length--;
    if (places) places[length] = at;
    units[length++] = last = unit;
  }
  if (last === space) length--;
  if (places) places.length = length;
  return units.subarray(0, length);
}

let scratch = new Uint16Array(4096);

/** So many arguments a call takes. */
const mostAtOnce = 8192;

function textOf(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += mostAtOnce) {
    // A call takes typed numbers as they are; spread, each of them would be asked for.
    text += String.fromCharCode.apply(undefined, units.subarray(at, at + mostAtOnce) as ArrayLike<number> as number[]);
  }
  return text;
}
