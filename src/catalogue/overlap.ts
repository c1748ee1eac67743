/** How much of two texts is common to both, as far as their sketches tell. */
export interface Overlap {
  /** Sentences of both that can be compared. */
  readonly common: number;
  /** Share of all sentences of the two that is common to both, 0 to 1 (Jaccard's index). */
  readonly ofBoth: number;
  /** Share of the sentences of the one that has fewer, 0 to 1. */
  readonly ofFewer: number;
}

/**
 * Compares two texts by the smallest hashes of their sentences. Beyond the greatest hash of a full sketch there may be
 * others of its text, so only up to there the two can be compared.
 * @param hashes - hashes of many texts: as many for each as a sketch has, in order, with 0 for those it has not
 * @param size - how many hashes a sketch has
 * @param one - the place of a text
 * @param other - the place of another
 * @returns how much they have in common
 */
export function overlapOf(hashes: Uint32Array, size: number, one: number, other: number): Overlap {
  const [start, otherStart] = [one * size, other * size];
  const end = Math.min(hashes[start + size - 1]! || Infinity, hashes[otherStart + size - 1]! || Infinity);
  const isCompared = (hash: number | undefined) => hash !== undefined && hash !== 0 && hash <= end;
  let [ones, others, common] = [0, 0, 0];
  while (ones < size && isCompared(hashes[start + ones])) ones++;
  while (others < size && isCompared(hashes[otherStart + others])) others++;
  for (let [at, place] = [0, 0]; at < ones && place < others;) {
    const difference = hashes[start + at]! - hashes[otherStart + place]!;
    if (difference === 0) common++;
    if (difference <= 0) at++;
    if (difference >= 0) place++;
  }
  if (common === 0) return { common, ofBoth: 0, ofFewer: 0 };
  return { common, ofBoth: common / (ones + others - common), ofFewer: common / Math.min(ones, others) };
}
