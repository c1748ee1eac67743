/** What may be done yet, in steps of about ten nanoseconds. */
export interface Work {
  left: number;
}

/** How much two members belong together, and what it takes to know. */
export interface Scale<Member> {
  /** A whole number, 0 for not at all to 255; equal members weigh more than all others. */
  readonly weigh: (one: Member, other: Member) => number;
  /** The steps that a member costs each time it is weighed, beside those for its place. */
  readonly cost: (member: Member) => number;
}

/** Places in two lists that belong together. */
export type Pair = readonly [one: number, other: number];

/** The steps that each two places cost. */
const stepsOfPlace = 6;

/**
 * Lays two lists side by side: the pairs in order whose weights sum up to the most, as the longest common subsequence
 * does for weights of 1 (https://doi.org/10.1016/0022-2836(70)90057-4).
 * @param one - a list
 * @param other - another
 * @param scale - what the members weigh
 * @param work - what may be done; what it takes is taken from it
 * @returns the pairs; when more would have to be done than may be, only what the lists begin and end with alike
 */
export function align<Member>(
  one: readonly Member[],
  other: readonly Member[],
  scale: Scale<Member>,
  work: Work,
): readonly Pair[] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;

  const pairs: Pair[] = Array.from({ length: start }, (_, at): Pair => [at, at]);
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const steps = stepsFor(a, b, scale);
  if (steps <= work.left) {
    work.left -= steps;
    for (const [at, place] of heaviest(a, b, scale)) pairs.push([start + at, start + place]);
  }
  for (let at = end; at > 0; at--) pairs.push([one.length - at, other.length - at]);
  return pairs;
}

/** Each of one list is weighed against each of the other. */
function stepsFor<Member>(one: readonly Member[], other: readonly Member[], { cost }: Scale<Member>): number {
  const sum = (members: readonly Member[]) => members.reduce((steps, member) => steps + cost(member), 0);
  return one.length * other.length * stepsOfPlace + sum(one) * other.length + sum(other) * one.length;
}

/** Sums of weights for all that is left from each two places on, and then the way along the greatest. */
function* heaviest<Member>(one: readonly Member[], other: readonly Member[], { weigh }: Scale<Member>): Iterable<Pair> {
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
