import { folderOf, foldersAbove } from "../address.ts";
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
    let owner = this.#folders.get(key);
    // Above a folder that is known there are only folders.
    for (
      let above = folderOf(key);
      owner === undefined && above && !this.#folders.has(above);
      above = folderOf(above)
    ) {
      owner = this.#files.get(above)?.owner;
    }
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
    for (let above = folderOf(key); above && !this.#folders.has(above); above = folderOf(above)) {
      this.#folders.set(above, owner);
    }
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
    if (belongsToSite(permalink)) {
      heldBack.push(...problems("address-of-site", page, { permalink }));
      continue;
    }
    const taken = book.conflict(permalink);
    const address = taken ? otherThan(permalink) : permalink;
    if (taken && (!taken.caseOnly || book.conflict(address))) {
      heldBack.push(...problems("address-taken", page, { permalink, other: taken.owner }));
      continue;
    }
    if (taken) warnings.push(problem("address-case", path, { other: taken.owner, permalink: address }));
    book.enter(address, path);
    addressed.push({ article: page.article, copies: page.copies, permalink: address });
  }
  return { pages: addressed, heldBack, warnings };
}

function otherThan(permalink: Permalink): Permalink {
  return permalink.replace(/(\.html?)$/i, `-${shortHash(permalink, 4)}$1`) as Permalink;
}

/** The same for an article and its copies. */
function problems(rule: Problem["rule"], { article, copies }: Merged, values: Problem["values"]): readonly Problem[] {
  return [article, ...copies].map(({ path }) => problem(rule, path, values));
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
    (/\.\w+\//.test(permalink) && foldersAbove(permalink).some((folder) => /\.\w+$/.test(folder) && isSitePage(folder)))
  );
}

const isAscii = /^[\0-\x7f]*$/;

function fold(address: string): string {
  // Upper case first, as Unicode folds case: ß and SS are one name on some disks.
  return isAscii.test(address) ? address.toLowerCase() : address.normalize("NFC").toUpperCase().toLowerCase();
}
