/**
 * The order of two strings by UTF-16 code units: the same on every machine, whatever its locale.
 * @param a - one string
 * @param b - another
 * @returns below zero when `a` comes first, above when `b` does, 0 when they are equal
 */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The order of what stands under a path.
 * @param a - one
 * @param b - another
 * @returns below zero when `a` comes first
 */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return byCodeUnit(a.path, b.path);
}

/**
 * Groups neighbours that have one key.
 * @param values - values in order
 * @param keyOf - the key of a value
 * @returns each run of one key, in order
 */
export function groupRuns<Value, Key extends string>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): readonly (readonly [Key, readonly Value[]])[] {
  const runs: [Key, Value[]][] = [];
  for (const value of values) {
    const key = keyOf(value);
    const last = runs.at(-1);
    if (last?.[0] === key) last[1].push(value);
    else runs.push([key, [value]]);
  }
  return runs;
}

/**
 * Several lists one after the other.
 * @param lists - the lists
 * @returns all their values, taken from the lists anew each time they are gone through
 */
export function inTurn<Value>(...lists: readonly Iterable<Value>[]): Iterable<Value> {
  return {
    *[Symbol.iterator]() {
      for (const list of lists) yield* list;
    },
  };
}

/**
 * Some of a list.
 * @param list - the list
 * @param isWanted - whether a value is
 * @returns those values, taken from the list anew each time they are gone through
 */
export function only<Value>(list: Iterable<Value>, isWanted: (value: Value) => boolean): Iterable<Value> {
  return {
    *[Symbol.iterator]() {
      for (const value of list) if (isWanted(value)) yield value;
    },
  };
}
