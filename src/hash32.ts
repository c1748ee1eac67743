import { isSpace } from "./characters.ts";

/** What FNV-1a begins with: the hash of the empty text. */
export const hash32OfNothing = 0x811c9dc5;

/**
 * Takes one more UTF-16 unit into a hash: FNV-1a (https://datatracker.ietf.org/doc/draft-eastlake-fnv/).
 * @param sum - the hash so far
 * @param unit - the unit
 * @returns the hash, 32 bits, signed
 */
export function hash32With(sum: number, unit: number): number {
  return Math.imul(sum ^ unit, 0x01000193);
}

/**
 * A number for a text, for the many small texts of an article.
 * @param text - any text
 * @returns 32 bits, unsigned
 */
export function hash32(text: string): number {
  let sum = hash32OfNothing;
  for (let index = 0; index < text.length; index++) sum = hash32With(sum, text.charCodeAt(index));
  return sum >>> 0;
}

/**
 * The same for a text whose white space does not count.
 * @param text - any text
 * @returns the hash of the text without white space
 */
export function hash32Solid(text: string): number {
  let sum = hash32OfNothing;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!isSpace(unit)) sum = hash32With(sum, unit);
  }
  return sum >>> 0;
}

/** For each byte, as a number of 32 bits is more than V8 writes out quickly. Pure: the scripts of pages need none. */
const digits = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Writes a hash out.
 * @param sum - 32 bits
 * @returns eight hexadecimal digits
 */
export function hexadecimal(sum: number): string {
  return digits[sum >>> 24]! + digits[(sum >>> 16) & 0xff] + digits[(sum >>> 8) & 0xff] + digits[sum & 0xff];
}
