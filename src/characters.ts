/** Control characters but tab and line feed, code points that neither XML nor HTML allows, stray byte order marks. */
const unprintable = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]/g;
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
  return text.replace(unprintable, "").toWellFormed();
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

/**
 * Counts code points: what a reader would call characters.
 * @param text - any text
 * @returns their number
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * The beginning of a text, cut between code points.
 * @param text - any text
 * @param length - how many code points to keep
 * @returns the text, or its beginning with `…`
 */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = Array.from(text.slice(0, length * 2 + 2));
  return points.length <= length ? text : `${points.slice(0, length).join("").trimEnd()}…`;
}
