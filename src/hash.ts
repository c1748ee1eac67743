import { hash } from "node:crypto";

/**
 * A short name for a text, the same on every machine.
 * @param text - any text
 * @param length - how many hexadecimal digits
 * @returns the beginning of the text's SHA-256
 */
export function shortHash(text: string, length: number): string {
  return hash("sha256", text, "hex").slice(0, length);
}

/**
 * A number for a text, for the many small texts of an article: FNV-1a over UTF-16 units
 * (https://datatracker.ietf.org/doc/draft-eastlake-fnv/).
 * @param text - any text
 * @returns 32 bits, unsigned
 */
export function hash32(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return sum >>> 0;
}
