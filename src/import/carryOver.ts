import { diff3Merge } from "node-diff3";

/** Lines that both texts agree in, or have changed each in its own way. */
interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: { readonly a: readonly string[]; readonly b: readonly string[] };
}

/**
 * Carries what has changed between two texts over to a third that was made of the first and changed by hand, line by
 * line.
 * @param mine - the text as it stands
 * @param base - what it was made as
 * @param now - what it would be made as now
 * @returns the text with both changes; where both changed the same lines, what is new counts, and it is a clash
 */
export function carryOver(
  mine: string,
  base: string,
  now: string,
): { readonly text: string; readonly isClash: boolean } {
  const options = { stringSeparator: "\n", excludeFalseConflicts: true };
  const regions = diff3Merge(mine, base, now, options) as readonly Region[];
  const lines = regions.flatMap(({ ok, conflict }) => ok ?? conflict?.b ?? []);
  return { text: lines.join("\n"), isClash: regions.some(({ conflict }) => conflict !== undefined) };
}
