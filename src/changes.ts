import type { Ledger } from "./bind/ledger.ts";
import type { Archive, Entry } from "./catalogue/archive.ts";
import type { Permalink, SourcePath } from "./model.ts";
import { byPath } from "./order.ts";

/** What became of a file since the last build. */
export type Turn = "added" | "changed" | "removed";

/** An article's file that is not as the last build found it. */
export interface ArticleChange {
  readonly turn: Turn;
  readonly path: SourcePath;
  /** Of the page it is on; without one it is not published. */
  readonly title?: string;
  readonly permalink?: Permalink;
}

/** A file of the site that is not as the last build left it. */
export interface PageChange {
  readonly turn: Turn;
  /** In the output folder. */
  readonly path: string;
}

/** What a build has changed. */
export interface Changes {
  /** In order of path; `undefined` when there is no earlier build of this program and configuration to compare with. */
  readonly articles: readonly ArticleChange[] | undefined;
  /** In order of path. */
  readonly pages: readonly PageChange[];
}

/** Which article files there are, and the hashes of their bytes. */
export type Account = ReadonlyMap<string, string>;

/**
 * Takes down which article files a build has read.
 * @param ledger - its account of the posts folder
 * @returns their hashes by path, or `undefined` when there is no account
 */
export function accountOf(ledger: Ledger): Account | undefined {
  if (ledger.fault !== undefined) return undefined;
  return new Map(Array.from(ledger.keys(), (at) => [at, ledger.value(at, "sha256")!]));
}

/**
 * Compares the article files with those of the last build by their bytes, as a fresh checkout gives all of them new
 * times.
 * @param before - what the last build has read
 * @param ledger - what this one has read
 * @param archive - the articles with their pages
 * @returns the files that are other, in order of path
 */
export function articleChanges(before: Account, ledger: Ledger, archive: Archive): readonly ArticleChange[] {
  const turns = new Map<string, Turn>();
  for (const at of ledger.keys()) {
    const old = before.get(at);
    if (old !== ledger.value(at, "sha256")) turns.set(at, old === undefined ? "added" : "changed");
  }
  for (const at of before.keys()) if (ledger.value(at, "sha256") === undefined) turns.set(at, "removed");
  const pages = new Map<string, Entry>();
  for (const entry of archive.entries) {
    for (const { path } of [entry, ...entry.copies]) if (turns.has(path)) pages.set(path, entry);
  }
  return Array.from(turns, ([at, turn]) => {
    const page = pages.get(at);
    const path = at as SourcePath;
    return page ? { turn, path, title: page.title, permalink: page.permalink } : { turn, path };
  }).sort(byPath);
}
