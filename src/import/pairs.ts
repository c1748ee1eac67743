/**
 * The pairs of Han characters in a text.
 * @param text - any text
 * @returns each pair once
 */
export function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (let at = 0; at + 2 <= run.length; at++) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}

/**
 * How often a text uses the words of a heading.
 * @param heading - the heading
 * @param text - the text
 * @returns how many times its pairs of characters stand in the text
 */
export function mentions(heading: string, text: string): number {
  return Array.from(pairsOf(heading)).reduce((sum, pair) => sum + text.split(pair).length - 1, 0);
}
