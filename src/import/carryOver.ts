import { diff3Merge } from "node-diff3";

/** Lines as they stand, as they were made, and as they would be made now. */
interface Conflict {
  readonly a: readonly string[];
  readonly o: readonly string[];
  readonly b: readonly string[];
}

/** Lines that both texts agree in, or have changed each in its own way. */
interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: Conflict;
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
  const regions = (diff3Merge(mine, base, now, options) as readonly Region[]).flatMap(byLine);
  const lines = regions.flatMap(({ ok, conflict }) => ok ?? conflict?.b ?? []);
  return { text: lines.join("\n"), isClash: regions.some(({ conflict }) => conflict !== undefined) };
}

/** Paragraphs are lines: where one was changed by hand and the next in the source, that is no clash. */
function byLine(region: Region): readonly Region[] {
  const { conflict } = region;
  if (!conflict) return [region];
  const { a, o, b } = conflict;
  if (a.length !== o.length || b.length !== o.length) return [region];
  return o.map((base, index): Region => {
    const [mine, now] = [a[index]!, b[index]!];
    if (mine === base) return { ok: [now] };
    return now === base ? { ok: [mine] } : { conflict: { a: [mine], o: [base], b: [now] } };
  });
}
