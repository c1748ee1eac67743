import { limits } from "../limits.ts";
import type { Permalink } from "../model.ts";
import { belongsToSite, type AddressBook } from "./addresses.ts";
import type { Entry, Redirect, TermEntry } from "./archive.ts";

/**
 * Finds the addresses that have moved: of merged copies, of articles that Jekyll put on another day, of category
 * pages for several categories at once. A page of today is never replaced by a redirect.
 * @param entries - all entries, newest first
 * @param book - the address book; the redirects are entered
 * @returns the redirects, by address of the page they lead to
 */
export function redirectsOf(entries: readonly Entry[], book: AddressBook): readonly Redirect[] {
  const redirects: Redirect[] = [];
  const add = (from: Permalink, to: Pick<TermEntry, "permalink">, title: string) => {
    if (book.conflict(from) || Buffer.byteLength(from) > limits.addressBytes) return;
    book.enter(from, to.permalink);
    redirects.push({ from, to: to.permalink, title });
  };
  for (const entry of entries) {
    const [category] = entry.categories;
    const moved = entry.copies.map(({ permalink }) => permalink);
    for (const { rare } of [entry, ...entry.copies]) {
      moved.push(...(rare.formerPermalinks ?? []));
      if (rare.formerCategory && category) add(rare.formerCategory, category, category.label);
    }
    for (const address of moved.filter((one) => !belongsToSite(one))) add(address, entry, entry.title);
  }
  return redirects;
}
