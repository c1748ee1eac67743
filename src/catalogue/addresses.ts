import { foldAddress, folderOf, foldersAbove, isOddPath } from "../address.ts";
import { hash48, shortHash } from "../hash.ts";
import type { Permalink, Problem } from "../model.ts";
import { belongsToSite } from "../normalise/sitePages.ts";
import { byPath } from "../order.ts";
import type { OpenEntry } from "./entry.ts";

/** What has an address: an article's entry, or a page of the site. */
interface Holder {
  readonly permalink: string;
  /** What to name when another wants the address. */
  readonly path: string;
}

/** Which addresses are taken, and by what; on some disks they may not differ in case alone. */
export class AddressBook {
  readonly #files = new Map<string, Holder>();
  /** What was found out to be in nobody's way; entered when it is first asked about, for mostly nothing is. */
  #unentered: readonly Holder[] = [];
  /** Owners of folders: laid out when they are first asked for, for mostly they are not. */
  #folders: Map<string, string> | undefined;
  #hasOdd = false;

  /**
   * Who stands in the way of an address: the owner of the same file, of a file where it needs a folder, or of a
   * folder where it needs a file.
   * @param address - an address from the site's root
   * @returns the owner, and whether the two addresses differ in case alone
   */
  conflict(address: string): { readonly owner: string; readonly caseOnly: boolean } | undefined {
    const key = foldAddress(address);
    const file = this.#allFiles().get(key);
    if (file) return { owner: file.path, caseOnly: file.permalink !== address };
    if (!this.#hasOdd && !isOddPath(key)) return undefined;
    this.#folders ??= this.#allFolders();
    let owner = this.#folders.get(key);
    // Above a folder that is known there are only folders.
    for (
      let above = folderOf(key);
      owner === undefined && above && !this.#folders.has(above);
      above = folderOf(above)
    ) {
      owner = this.#files.get(above)?.path;
    }
    return owner === undefined ? undefined : { owner, caseOnly: false };
  }

  /**
   * Whether an address is taken, letter for letter.
   * @param address - an address from the site's root
   * @returns true when it was entered
   */
  has(address: string): boolean {
    return this.#allFiles().get(foldAddress(address))?.permalink === address;
  }

  /**
   * Enters an address that has no conflict.
   * @param address - the address
   * @param owner - what to name when another wants it
   */
  enter(address: string, owner: string): void {
    this.enterHolder({ permalink: address, path: owner });
  }

  /**
   * The same for what knows its address itself.
   * @param holder - what has the address
   */
  enterHolder(holder: Holder): void {
    this.#enter(foldAddress(holder.permalink), holder);
  }

  /**
   * Enters all those whose addresses nothing can stand in the way of.
   * @param holders - what has addresses
   * @returns the others, none of them entered, in the same order
   */
  enterUndisputed<Kind extends Holder>(holders: readonly Kind[]): readonly Kind[] {
    const disputed = new Set<Holder>();
    const wanted = new Map<string, Kind>();
    for (const holder of holders) {
      const key = foldAddress(holder.permalink);
      const other = wanted.get(key);
      if (other) disputed.add(other);
      if (other || isOddPath(key) || this.#hasOdd || this.#files.has(key)) disputed.add(holder);
      if (!other) wanted.set(key, holder);
    }
    if (disputed.size > 0) {
      // What has a file where a disputed one may need a folder is disputed too.
      const folders = new Set([...disputed].flatMap(({ permalink }) => foldersAbove(foldAddress(permalink))));
      for (const folder of folders) {
        const holder = wanted.get(folder);
        if (holder) disputed.add(holder);
      }
    }
    for (const [key, holder] of wanted) if (!disputed.has(holder)) this.#enter(key, holder);
    return holders.filter((holder) => disputed.has(holder));
  }

  /**
   * Enters holders whose keys tell that none is in the way of another, or of what was entered before.
   * @param holders - what has addresses
   * @param keyOf - the key of an address, as `addressKeyOf` finds it
   * @returns whether it is so; else none was entered
   */
  enterPlain<Kind extends Holder>(holders: readonly Kind[], keyOf: (holder: Kind) => number): boolean {
    const keys = new Float64Array(this.#files.size + holders.length);
    let length = 0;
    for (const address of this.#files.keys()) keys[length++] = hash48(address);
    for (const holder of holders) keys[length++] = keyOf(holder);
    keys.sort();
    if (this.#hasOdd || keys.some((key, at) => key === 0 || key === keys[at - 1])) return false;
    this.#unentered = holders;
    return true;
  }

  #allFiles(): ReadonlyMap<string, Holder> {
    for (const holder of this.#unentered) {
      const key = foldAddress(holder.permalink);
      if (!this.#files.has(key)) this.#enter(key, holder);
    }
    this.#unentered = [];
    return this.#files;
  }

  #enter(key: string, holder: Holder): void {
    this.#files.set(key, holder);
    this.#hasOdd ||= isOddPath(key);
    if (this.#folders) enterFolders(this.#folders, key, holder.path);
  }

  #allFolders(): Map<string, string> {
    const folders = new Map<string, string>();
    for (const [key, { path }] of this.#files) enterFolders(folders, key, path);
    return folders;
  }
}

function enterFolders(folders: Map<string, string>, key: string, owner: string): void {
  for (let above = folderOf(key); above && !folders.has(above); above = folderOf(above)) folders.set(above, owner);
}

/**
 * Gives every page its address. Of two different articles that claim one, the second by path is held back; where
 * they differ only in case, it gets an address of its own.
 * @param pages - the pages; some get another address than their article's
 * @param book - the address book; the pages are entered
 * @returns the pages that have addresses, in the same order, the files held back, and warnings
 */
export function assignAddresses(
  pages: readonly OpenEntry[],
  book: AddressBook,
): {
  readonly pages: readonly OpenEntry[];
  readonly heldBack: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  const left = new Set<OpenEntry>();
  const heldBack: Problem[] = [];
  const warnings: Problem[] = [];
  const hold = (page: OpenEntry, rule: Problem["rule"], values: Problem["values"]) => {
    left.add(page);
    heldBack.push(...[page, ...page.copies].map(({ path }) => problem(rule, path, values)));
  };
  if (book.enterPlain(pages, ({ volume, at }) => volume.index.addressKeys[at]!)) return { pages, heldBack, warnings };
  const own = pages.filter(({ permalink }) => !belongsToSite(permalink));
  for (const page of pages.length === own.length ? [] : pages.filter(({ permalink }) => belongsToSite(permalink))) {
    hold(page, "address-of-site", { permalink: page.permalink });
  }
  for (const page of [...book.enterUndisputed(own)].sort(byPath)) {
    const { path, permalink } = page;
    const taken = book.conflict(permalink);
    const address = taken ? otherThan(permalink) : permalink;
    if (taken && (!taken.caseOnly || book.conflict(address))) {
      hold(page, "address-taken", { permalink, other: taken.owner });
      continue;
    }
    if (taken) warnings.push(problem("address-case", path, { other: taken.owner, permalink: address }));
    page.permalink = address;
    book.enterHolder(page);
  }
  return { pages: left.size === 0 ? pages : pages.filter((page) => !left.has(page)), heldBack, warnings };
}

function otherThan(permalink: Permalink): Permalink {
  return permalink.replace(/(\.html?)$/i, `-${shortHash(permalink, 4)}$1`) as Permalink;
}

function problem(rule: Problem["rule"], path: Problem["path"], values: Problem["values"]): Problem {
  return { rule, path, line: 1, column: 1, values };
}
