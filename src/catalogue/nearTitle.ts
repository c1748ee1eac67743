import type { Entry } from "./archive.ts";
import { titleKeyOf } from "./titleKey.ts";

/** Titles are nearly one if they have this share of pairs of neighbouring characters in common (Dice's coefficient). */
const leastAlike = 0.8;

/**
 * Finds the article whose title is most like another title.
 * @param title - the title
 * @param entries - the articles
 * @returns the one with the same or nearly the same title, if any; titles with other figures in them are different
 */
export function nearTitle(title: string, entries: readonly Entry[]): Entry | undefined {
  const key = titleKeyOf({ title });
  const own = pairsOf(title);
  let [nearest, most]: readonly [Entry | undefined, number] = [undefined, 0];
  for (const entry of entries) {
    const likeness = key !== 0 && titleKeyOf(entry) === key ? 1 : likenessOf(own, pairsOf(entry.title));
    if (likeness >= leastAlike && likeness > most) [nearest, most] = [entry, likeness];
  }
  return nearest;
}

interface Pairs {
  readonly pairs: readonly string[];
  readonly figures: string;
}

/** Of letters and figures only, whatever their width and case. */
function pairsOf(title: string): Pairs {
  const characters = Array.from(title.normalize("NFKC").toLowerCase()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  const figures = characters.filter((one) => /\p{N}/u.test(one)).join("");
  return { pairs: characters.slice(1).map((one, at) => characters[at]! + one), figures };
}

function likenessOf(one: Pairs, other: Pairs): number {
  const all = one.pairs.length + other.pairs.length;
  const most = 2 * Math.min(one.pairs.length, other.pairs.length);
  if (all === 0 || most / all < leastAlike || one.figures !== other.figures) return 0;
  const left = new Map<string, number>();
  for (const pair of one.pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of other.pairs) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common++;
    left.set(pair, count - 1);
  }
  return (2 * common) / all;
}
