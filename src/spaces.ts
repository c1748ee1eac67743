import { printable } from "./characters.ts";

/** Characters set solid, between which a line break of the source is no space: Han, kana, full-width punctuation. */
const wide = String.raw`[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’…—]|[\uD840-\uDBFF][\uDC00-\uDFFF]`;
const endsWide = new RegExp(`(?:${wide})$`);
const beginsWide = new RegExp(`^(?:${wide})`);
/** White space that is more than one space. */
const unfolded = /[^\S\u3000 ]| {2}/;

/** White space that is not one ordinary or ideographic space, control characters, halves of surrogate pairs. */
const untidy = / {2}|[\0-\x1F\x7F-\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;

/**
 * Makes the text of a node fit for a page: printable, its white space folded.
 * @param text - text of a node
 * @returns the text on one line
 */
export function tidyText(text: string): string {
  // One look tells of most texts that neither rule would change anything.
  return untidy.test(text) ? printable(foldSpaces(text)) : text;
}

/**
 * Folds the white space of running text; a line break between two Han characters is none.
 * @param text - text of a node
 * @returns the text on one line; ideographic spaces within it stay
 */
export function foldSpaces(text: string): string {
  if (!unfolded.test(text)) return text;
  return text.replace(/\s+/g, (space, at: number) => {
    const after = at + space.length;
    const isSolid = endsWide.test(text.slice(Math.max(0, at - 2), at)) && beginsWide.test(text.slice(after, after + 2));
    return isSolid && space.includes("\n") ? "" : space.replace(/[^\S\u3000]+/g, " ");
  });
}
