import type { Security } from "../model.ts";

/** `1,600160` (market, code) on words, `002752|0|2` (code, market, kind) on charts. */
const forms: readonly RegExp[] = [
  /^(?<market>\d{1,3}),(?<code>[\w.]{1,12})$/,
  /^(?:K )?(?<code>[\w.]{1,12})\|(?<market>\d{1,3})\|/,
];

/**
 * Reads the attribute by which the wire tags securities.
 * @param dataCode - the value of `data-code`
 * @param words - the words it tags: the security's name
 * @param address - where they link to, if anywhere
 * @returns the security, or `undefined` when the attribute is no code
 */
export function readSecurity(dataCode: string, words: string, address: string | undefined): Security | undefined {
  const groups = forms.map((form) => form.exec(dataCode.trim())?.groups).find(Boolean);
  if (!groups) return undefined;
  const { market = "", code = "" } = groups;
  return { market, code, name: words || code, ...(address === undefined ? {} : { address }) };
}

/**
 * Lists securities once each, by the first name that is more than the code.
 * @param found - securities in the order of the text
 * @returns them in the same order
 */
export function uniqueSecurities(found: readonly Security[]): readonly Security[] {
  const securities = new Map<string, Security>();
  for (const security of found) {
    const key = `${security.market}.${security.code}`;
    const known = securities.get(key);
    if (!known || (known.name === known.code && security.name !== security.code)) securities.set(key, security);
  }
  return [...securities.values()];
}
