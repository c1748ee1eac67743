/** Control characters but tab and line feed, code points that neither XML nor HTML allows, stray byte order marks. */
const unprintable = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]/g;
/** The same, and halves of surrogate pairs, whether or not the other half is there: most texts have none of all this. */
const doubtful = /[\0-\x08\x0B-\x1F\x7F-\x9F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;
/** White space, by UTF-16 unit. Pure, so that scripts of pages which do not ask for it leave it out. */
const spaces = /* @__PURE__ */ tableOf(/\s/);

/**
 * A table of the UTF-16 units that a pattern takes.
 * @param pattern - a pattern for one unit
 * @returns 1 for those units, 0 for the others
 */
export function tableOf(pattern: RegExp): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) if (pattern.test(String.fromCharCode(unit))) table[unit] = 1;
  return table;
}

/**
 * Whether a UTF-16 unit is white space, as `\s` has it.
 * @param unit - the unit
 * @returns true for spaces, tabs and line ends
 */
export function isSpace(unit: number): boolean {
  return unit > 0x3000 ? unit === 0xfeff : spaces[unit] === 1;
}

/**
 * Whether a UTF-16 unit is a Han character of the first block, as nearly all are. Most of a text is sooner told by this
 * than by a look into a table, which is larger than what a processor keeps at hand.
 * @param unit - the unit
 * @returns true from U+4E00 to U+9FFF
 */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/**
 * Takes all white space out of a text.
 * @param text - any text
 * @returns the text without it
 */
export function solid(text: string): string {
  let kept = "";
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (!isSpace(text.charCodeAt(index))) continue;
    kept += text.slice(from, index);
    from = index + 1;
  }
  return kept + text.slice(from);
}

/** Characters that turn the direction of the text around them. */
const directional = /\p{Bidi_Control}/gu;

/**
 * Finds the characters that no page, feed or sitemap can hold.
 * @param text - any text
 * @returns the offset of the first one, below 0 when there is none, and how many there are
 */
export function findUnprintable(text: string): { readonly at: number; readonly count: number } {
  const at = text.search(unprintable);
  return { at, count: at < 0 ? 0 : text.match(unprintable)!.length };
}

/**
 * Takes out the characters that no page, feed or sitemap can hold.
 * @param text - any text
 * @returns the text without control characters, and with U+FFFD for halves of surrogate pairs
 */
export function printable(text: string): string {
  return doubtful.test(text) ? text.replace(unprintable, "").toWellFormed() : text;
}

/**
 * Takes out the characters that turn the direction of the text around them.
 * @param text - any text
 * @returns the text without them
 */
export function undirected(text: string): string {
  return text.replace(directional, "");
}

/**
 * Makes a text fit for one line: a title, a name, a label.
 * @param text - any text
 * @returns printable text, white space folded to single spaces, nothing in it that turns the direction of its surroundings
 */
export function oneLine(text: string): string {
  return undirected(printable(text)).replace(/\s+/g, " ").trim();
}

/** Code points of two UTF-16 units. */
const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Counts code points: what a reader would call characters.
 * @param text - any text
 * @returns their number
 */
export function countCharacters(text: string): number {
  return text.length - (text.match(pairs)?.length ?? 0);
}

/**
 * The beginning of a text, cut between code points.
 * @param text - any text
 * @param length - how many code points to keep
 * @returns the text, or its beginning with `…`
 */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  for (let count = 0; count < length && end < text.length; count++) end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  return end >= text.length ? text : `${text.slice(0, end).trimEnd()}…`;
}
