/**
 * How many slips of the pen lie between two words: a character too many, too few, another one, or two exchanged
 * (optimal string alignment, https://doi.org/10.1145/363958.363994).
 * @param one - one word, as characters
 * @param other - another
 * @returns their number
 */
export function editDistance(one: readonly string[], other: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, character] of one.entries()) {
    const next = [row + 1];
    for (const [column, candidate] of other.entries()) {
      const isExchanged = column > 0 && character === other[column - 1] && one[row - 1] === candidate;
      next.push(
        Math.min(
          last[column]! + Number(character !== candidate),
          last[column + 1]! + 1,
          next[column]! + 1,
          isExchanged ? beforeLast[column - 1]! + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last.at(-1)!;
}

/**
 * What is left of a word when characters are taken out: words that are few slips apart have something of it in common.
 * @param word - a word, as characters
 * @param most - how many are taken out at most
 * @returns the word itself, and each of the others once
 */
export function deletions(word: readonly string[], most: number): ReadonlySet<string> {
  const found = new Set([word.join("")]);
  let longer: readonly (readonly string[])[] = [word];
  for (let taken = 0; taken < most; taken++) {
    longer = longer.flatMap((characters) => characters.map((_, at) => characters.toSpliced(at, 1)));
    for (const characters of longer) found.add(characters.join(""));
  }
  return found;
}
