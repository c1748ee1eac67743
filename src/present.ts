/** Values of which those that are not there are left out. */
export type Present<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/**
 * Leaves out what is not there, so that an object has only the keys that have a value.
 * @param values - values by key, some of them `undefined`
 * @returns those that are not
 */
export function present<Values extends object>(values: Values): Present<Values> {
  const there: { [Key in keyof Values]?: unknown } = {};
  for (const key in values) if (values[key] !== undefined) there[key] = values[key];
  return there as Present<Values>;
}
