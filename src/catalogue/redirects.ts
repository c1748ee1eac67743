import { limits } from "../limits.ts";
import type { Permalink, Problem, SourcePath } from "../model.ts";
import { belongsToSite } from "../normalise/sitePages.ts";
import type { AddressBook } from "./addresses.ts";
import type { Entry, Redirect, TermEntry } from "./archive.ts";

/**
 * Finds the addresses that have moved: of merged copies, of articles that Jekyll put on another day, of category
 * pages for several categories at once. A page of today is never replaced by a redirect.
 * @param entries - all entries, newest first
 * @param book - the address book; the redirects are entered
 * @returns the redirects, by address of the page they lead to, and warnings of former addresses that others have
 */
export function redirectsOf(
  entries: readonly Entry[],
  book: AddressBook,
): { readonly redirects: readonly Redirect[]; readonly warnings: readonly Problem[] } {
  const redirects: Redirect[] = [];
  const warnings: Problem[] = [];
  const add = (from: Permalink, to: Pick<TermEntry, "permalink">, title: string) => {
    const owner = book.conflict(from)?.owner;
    if (owner !== undefined || Buffer.byteLength(from) > limits.addressBytes) return owner;
    book.enter(from, to.permalink);
    redirects.push({ from, to: to.permalink, title });
    return undefined;
  };
  for (const entry of entries) {
    const [category] = entry.categories;
    const moved = entry.copies.map(({ permalink }) => permalink);
    for (const { rare } of [entry, ...entry.copies]) {
      moved.push(...(rare.formerPermalinks ?? []));
      if (rare.formerCategory && category) add(rare.formerCategory, category, category.label);
    }
    for (const address of moved.filter((one) => !belongsToSite(one))) {
      const owner = add(address, entry, entry.title);
      const isOther = owner !== undefined && owner !== entry.path && owner !== entry.permalink;
      if (isOther) warnings.push(takenBy(owner, address, entry.path));
    }
  }
  return { redirects, warnings };
}

function takenBy(other: string, address: Permalink, path: SourcePath): Problem {
  return { rule: "redirect-taken", path, line: 1, column: 1, values: { address, other } };
}
