import { sketchSentences } from "../normalise/twins.ts";

/** So many hashes are kept of a text. */
export const sketchSize = 6;

const bytesOfHash = 4;
const bytes = sketchSize * bytesOfHash;
/** Bytes in Base64, of which 3 make 4 characters without padding; so sketches stand one after another in one text. */
const length = (bytes / 3) * 4;

/**
 * What to find nearly equal texts by: the smallest hashes of its sentences. Of these two texts have about the same share
 * in common as of all their sentences (bottom-k sketches, https://doi.org/10.1145/1281100.1281133).
 * @param text - plain text
 * @returns a text of 32 characters
 */
export function sketchOf(text: string): string {
  const sketch = Buffer.alloc(bytes);
  for (const [at, hash] of sketchSentences(text).slice(0, sketchSize).entries()) {
    sketch.writeUInt32LE(hash, at * bytesOfHash);
  }
  return sketch.toString("base64");
}

/**
 * Takes one sketch out of many.
 * @param sketches - sketches, one after another
 * @param at - the place, from 0
 * @returns the sketch
 */
export function sketchAt(sketches: string, at: number): string {
  return sketches.slice(at * length, (at + 1) * length);
}

/**
 * The hashes in sketches.
 * @param sketches - sketches, one after another
 * @returns `sketchSize` numbers for each, in order; those of a text with fewer sentences end with 0
 */
export function hashesIn(sketches: string): Uint32Array {
  const decoded = Buffer.from(sketches, "base64");
  return Uint32Array.from({ length: decoded.length / bytesOfHash }, (_, at) => decoded.readUInt32LE(at * bytesOfHash));
}
