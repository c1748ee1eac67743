import { foldersAbove } from "../address.ts";
import { shortHash } from "../hash.ts";
import type { Permalink, Problem } from "../model.ts";
import { isSitePage } from "../normalise/sitePages.ts";
import type { Merged } from "./duplicates.ts";

/** A page and the address it got. */
export interface Addressed extends Merged {
  readonly permalink: Permalink;
}

/** Which addresses are taken, and by what; on some disks they may not differ in case alone. */
export class AddressBook {
  readonly #files = new Map<string, { readonly address: string; readonly owner: string }>();
  readonly #folders = new Map<string, string>();

  /**
   * Who stands in the way of an address: the owner of the same file, of a file where it needs a folder, or of a
   * folder where it needs a file.
   * @param address - an address from the site's root
   * @returns the owner, and whether the two addresses differ in case alone
   */
  conflict(address: string): { readonly owner: string; readonly caseOnly: boolean } | undefined {
    const key = fold(address);
    const file = this.#files.get(key);
    if (file) return { owner: file.owner, caseOnly: file.address !== address };
    const owner =
      this.#folders.get(key) ??
      foldersAbove(key)
        .map((folder) => this.#files.get(folder)?.owner)
        .find(Boolean);
    return owner === undefined ? undefined : { owner, caseOnly: false };
  }

  /**
   * Whether an address is taken, letter for letter.
   * @param address - an address from the site's root
   * @returns true when it was entered
   */
  has(address: string): boolean {
    return this.#files.get(fold(address))?.address === address;
  }

  /**
   * Enters an address that has no conflict.
   * @param address - the address
   * @param owner - what to name when another wants it
   */
  enter(address: string, owner: string): void {
    const key = fold(address);
    this.#files.set(key, { address, owner });
    for (const folder of foldersAbove(key)) this.#folders.set(folder, this.#folders.get(folder) ?? owner);
  }
}

/**
 * Gives every page its address. Of two different articles that claim one, the second by path is held back; where
 * they differ only in case, it gets an address of its own.
 * @param pages - the pages, in order of path
 * @param book - the address book; the pages are entered
 * @returns the pages with addresses, the files held back, and warnings
 */
export function assignAddresses(
  pages: readonly Merged[],
  book: AddressBook,
): {
  readonly pages: readonly Addressed[];
  readonly heldBack: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  const addressed: Addressed[] = [];
  const heldBack: Problem[] = [];
  const warnings: Problem[] = [];
  for (const page of pages) {
    const { path, permalink } = page.article;
    const hold = (rule: Problem["rule"], values: Problem["values"]) => {
      for (const copy of [page.article, ...page.copies]) heldBack.push(problem(rule, copy.path, values));
    };
    const taken = book.conflict(permalink);
    const other = permalink.replace(/(\.html?)$/i, `-${shortHash(permalink, 4)}$1`) as Permalink;
    if (belongsToSite(permalink)) hold("address-of-site", { permalink });
    else if (taken && (!taken.caseOnly || book.conflict(other))) {
      hold("address-taken", { permalink, other: taken.owner });
    } else {
      const address = taken ? other : permalink;
      if (taken) warnings.push(problem("address-case", path, { other: taken.owner, permalink: address }));
      book.enter(address, path);
      addressed.push({ ...page, permalink: address });
    }
  }
  return { pages: addressed, heldBack, warnings };
}

function problem(rule: Problem["rule"], path: Problem["path"], values: Problem["values"]): Problem {
  return { rule, path, line: 1, column: 1, values };
}

/**
 * Whether an address is a page of the site itself, or would stand below one. `/tag/x.html` is a tag's page;
 * `/tag/2022/03/11/x.html`, of a category called tag, is nobody else's.
 * @param permalink - an address
 * @returns true when no article may have it
 */
export function belongsToSite(permalink: Permalink): boolean {
  const isShort = permalink.split("/").length <= 4;
  return (
    (isShort && isSitePage(permalink)) ||
    foldersAbove(permalink).some((folder) => /\.\w+$/.test(folder) && isSitePage(folder))
  );
}

const isAscii = /^[\0-\x7f]*$/;

function fold(address: string): string {
  // Upper case first, as Unicode folds case: ß and SS are one name on some disks.
  return isAscii.test(address) ? address.toLowerCase() : address.normalize("NFC").toUpperCase().toLowerCase();
}
