import { packNumbers, unpackBytes } from "../columns.ts";
import { sketchSentences } from "../normalise/twins.ts";

/** So many hashes are kept of a text. */
export const sketchSize = 6;

/**
 * What to find nearly equal texts by: the smallest hashes of its sentences. Of these two texts have about the same share
 * in common as of all their sentences (bottom-k sketches, https://doi.org/10.1145/1281100.1281133).
 * @param text - plain text
 * @returns a text of 32 characters
 */
export function sketchOf(text: string): string {
  // 24 bytes make 32 characters without padding: so sketches can stand one after another in one text.
  const sketch = new Uint32Array(sketchSize);
  sketch.set(sketchSentences(text).slice(0, sketchSize));
  return packNumbers(sketch);
}

/**
 * Takes one sketch out of many.
 * @param hashes - the hashes of sketches, one after another
 * @param at - the place, from 0
 * @returns the sketch
 */
export function sketchAt(hashes: Uint32Array, at: number): string {
  return packNumbers(hashes.subarray(at * sketchSize, (at + 1) * sketchSize));
}

/**
 * The hashes in sketches.
 * @param sketches - sketches, one after another
 * @returns `sketchSize` numbers for each, in order; those of a text with fewer sentences end with 0
 */
export function hashesIn(sketches: string): Uint32Array {
  return new Uint32Array(unpackBytes(sketches));
}
