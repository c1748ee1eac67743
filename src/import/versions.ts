import { pairsOf } from "./pairs.ts";

/** What has a text. */
interface Written {
  readonly text: string;
}

/** Texts that have less in common are not two versions of one: the share of the larger one's pairs of characters. */
const leastInCommon = 0.3;

/**
 * Finds texts and their other versions: those that share most find each other first, each but once.
 * @param texts - texts
 * @param others - what may be other versions of them
 * @returns the other version of each text that has one
 */
export function versionsOf<One extends Written, Other extends Written>(
  texts: readonly One[],
  others: readonly Other[],
): ReadonlyMap<One, Other> {
  const found = new Map<One, Other>();
  const known = others.map((other) => ({ other, pairs: pairsOf(other.text) }));
  const couples = texts.flatMap((one) => {
    const own = pairsOf(one.text);
    return known.map(({ other, pairs }) => {
      const shared = Array.from(pairs).filter((pair) => own.has(pair)).length;
      return { one, other, share: shared / Math.max(own.size, pairs.size, 1) };
    });
  });
  const taken = new Set<Other>();
  for (const { one, other, share } of couples.toSorted((a, b) => b.share - a.share)) {
    if (share < leastInCommon || found.has(one) || taken.has(other)) continue;
    found.set(one, other);
    taken.add(other);
  }
  return found;
}
