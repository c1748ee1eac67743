/** More comparisons than this are not made, so that no two texts can hold up a build. */
const mostCells = 4_000_000;

/** Places in two lists that belong together. */
export type Pair = readonly [one: number, other: number];

/**
 * Lays two lists side by side: the pairs in order whose weights sum up to the most, as the longest common subsequence
 * does for weights of 1 (https://doi.org/10.1016/0022-2836(70)90057-4).
 * @param one - a list
 * @param other - another
 * @param weigh - how much two members belong together; 0 for not at all. Equal members weigh more than all others.
 * @returns the pairs; of lists too long to be laid side by side, only what they begin and end with alike
 */
export function align(
  one: readonly string[],
  other: readonly string[],
  weigh: (a: string, b: string) => number,
): readonly Pair[] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;

  const pairs: Pair[] = Array.from({ length: start }, (_, at): Pair => [at, at]);
  const [ones, others] = [one.length - start - end, other.length - start - end];
  if (ones * others <= mostCells) {
    const a = one.slice(start, start + ones);
    const b = other.slice(start, start + others);
    for (const [at, place] of heaviest(a, b, weigh)) pairs.push([start + at, start + place]);
  }
  for (let at = end; at > 0; at--) pairs.push([one.length - at, other.length - at]);
  return pairs;
}

/** Sums of weights for all that is left from each two places on, and then the way along the greatest. */
function* heaviest(
  one: readonly string[],
  other: readonly string[],
  weigh: (a: string, b: string) => number,
): Iterable<Pair> {
  const width = other.length + 1;
  const sums = new Uint32Array((one.length + 1) * width);
  const weights = new Uint8Array(sums.length);
  for (let at = one.length - 1; at >= 0; at--) {
    for (let place = other.length - 1; place >= 0; place--) {
      const cell = at * width + place;
      const weight = weigh(one[at]!, other[place]!);
      weights[cell] = weight;
      const paired = weight > 0 ? weight + sums[cell + width + 1]! : 0;
      sums[cell] = Math.max(paired, sums[cell + width]!, sums[cell + 1]!);
    }
  }
  for (let [at, place] = [0, 0]; at < one.length && place < other.length;) {
    const cell = at * width + place;
    if (weights[cell]! > 0 && sums[cell] === weights[cell]! + sums[cell + width + 1]!) yield [at++, place++];
    else if (sums[cell] === sums[cell + width]) at++;
    else place++;
  }
}
