import { lstatSync, type Stats } from "node:fs";
import path from "node:path";
import type { Ledger } from "../bind/ledger.ts";
import { planVolumes, stateOf, statesOf, type Plan } from "../bind/plan.ts";
import type { Listing } from "../read/list.ts";

/** When so few files are saved at once, the system is believed that it tells of all of them. */
const fewSaved = 20;

/** The posts folder as it was seen. */
export interface Look {
  readonly listing: Listing;
  readonly plan: Plan;
  /** The saved articles that were looked at, of all that there are; none when each file was. */
  readonly saved: readonly string[];
}

/**
 * Looks at the posts folder for the development server. To list it and to look at each file takes a good part of what
 * there is to do for a saved article, so where articles were saved and nothing else is told, it looks at these alone. At
 * all others it looks when it is quiet, for the system may not have told of everything.
 */
export class Lookout {
  readonly #posts: string;
  readonly #list: () => Listing;
  /** Files that were saved since the last look. */
  readonly #told = new Set<string>();
  /** What was seen last, once it has been read. */
  #seen: Look | undefined;

  /**
   * @param posts - path of the posts folder
   * @param list - lists it
   */
  constructor(posts: string, list: () => Listing) {
    this.#posts = posts;
    this.#list = list;
  }

  /**
   * Notes files that were saved, added or taken away.
   * @param files - their paths in the posts folder
   */
  tell(files: readonly string[]): void {
    for (const file of files) this.#told.add(file);
  }

  /**
   * Looks at the posts folder. Until what was seen is known to have been read, the next look is at all files.
   * @param ledger - the account of what was read before
   * @returns what stands there, and what is to be read of it
   * @throws FangzhiError when the folder cannot be listed
   */
  look(ledger: Ledger): Look {
    const seen = this.#seen;
    const told = [...this.#told];
    this.#seen = undefined;
    this.#told.clear();
    const areSaves = seen && this.#areSaves(told, seen.listing, ledger);
    return areSaves ? this.#lookAt(told, seen, ledger) : this.#lookAtAll(ledger);
  }

  /**
   * Notes that what was seen last has been read.
   * @param look - what was seen
   */
  keep(look: Look): void {
    this.#seen = look;
  }

  /**
   * Looks at all files where that was left for later.
   * @returns whether something is otherwise than it was seen; false where nothing was left, and while something is being
   *   read, or is to be
   * @throws FangzhiError when the folder cannot be listed
   */
  isOutdated(): boolean {
    if (!this.#seen || this.#seen.saved.length === 0 || this.#told.size > 0) return false;
    const { listing, plan } = this.#seen;
    const now = this.#list();
    const isListed = now.kept.size === 0 && JSON.stringify(now) === JSON.stringify(listing);
    return !isListed || !statesOf(now.articles, (at) => stateOf(this.#posts, at)).equals(plan.states);
  }

  #lookAtAll(ledger: Ledger): Look {
    const listing = this.#list();
    return { listing, plan: planVolumes(this.#posts, listing.articles, ledger), saved: [] };
  }

  #lookAt(told: readonly string[], { listing, plan: { states: before } }: Look, ledger: Ledger): Look {
    const { articles } = listing;
    const wanted = new Set(told);
    // What was too fresh to be relied on is read again.
    for (const place of ledger.places()) if (ledger.at(place, "modified") === -1) wanted.add(ledger.keyAt(place));
    const states = statesOf(articles, (at, index) => (wanted.has(at) ? stateOf(this.#posts, at) : before.get(index)));
    return { listing, plan: planVolumes(this.#posts, articles, ledger, states), saved: told };
  }

  /** Whether all that was told is that articles were saved. Kept sources are listed with their states. */
  #areSaves(told: readonly string[], listing: Listing, ledger: Ledger): boolean {
    const isFew = told.length > 0 && told.length <= fewSaved;
    return isFew && listing.kept.size === 0 && told.every((file) => this.#isSave(file, listing, ledger));
  }

  /** Whether a file was an article's before and is one still, or came and went between two looks. */
  #isSave(file: string, { folders, passedOver, heldBack }: Listing, ledger: Ledger): boolean {
    const wasArticle = ledger.placeOf(file) !== undefined;
    let state: Stats | undefined;
    try {
      state = lstatSync(path.join(this.#posts, file), { throwIfNoEntry: false });
    } catch {
      // A file stands where a folder was, or it may not be looked into.
      return false;
    }
    if (state) return wasArticle && state.isFile();
    const wasOther = [...passedOver, ...heldBack].some((other) => other.path === file);
    return !wasArticle && !wasOther && !folders.includes(path.join(folders[0]!, file));
  }
}
