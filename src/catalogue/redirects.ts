import { limits } from "../limits.ts";
import type { Permalink } from "../model.ts";
import { belongsToSite, type AddressBook, type Addressed } from "./addresses.ts";
import type { Entry, Redirect, TermEntry } from "./archive.ts";

/**
 * Finds the addresses that have moved: of merged copies, of articles that Jekyll put on another day, of category
 * pages for several categories at once. A page of today is never replaced by a redirect.
 * @param pages - the pages as they got their addresses
 * @param entries - the entry of each, in the same order
 * @param book - the address book; the redirects are entered
 * @returns the redirects, by address of the page they lead to
 */
export function redirectsOf(
  pages: readonly Addressed[],
  entries: readonly Entry[],
  book: AddressBook,
): readonly Redirect[] {
  const redirects: Redirect[] = [];
  const add = (from: Permalink, to: Pick<TermEntry, "permalink">, title: string) => {
    if (book.conflict(from) || Buffer.byteLength(from) > limits.addressBytes) return;
    book.enter(from, to.permalink);
    redirects.push({ from, to: to.permalink, title });
  };
  for (const [index, page] of pages.entries()) {
    const entry = entries[index]!;
    const [category] = entry.categories;
    const moved = page.copies.map(({ permalink }) => permalink);
    for (const { formerPermalinks, formerCategory } of [page.article, ...page.copies]) {
      moved.push(...formerPermalinks);
      if (formerCategory && category) add(formerCategory, category, category.label);
    }
    for (const address of moved.filter((one) => !belongsToSite(one))) add(address, entry, entry.article.title);
  }
  return redirects;
}
