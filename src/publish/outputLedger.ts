import { lstatSync, type Stats } from "node:fs";
import path from "node:path";
import { Table } from "../table.ts";
import type { PathSet } from "./pathSet.ts";

/** A file or folder as the last build left it in the output folder. */
export interface DrawnPage {
  /** Of what it shows; 0 when that is known only once it is drawn, and for folders. */
  readonly fingerprint: number;
  /** Bytes; of folders 0. */
  readonly size: number;
  /** Last modification, milliseconds since 1970; of a folder, when a file was put in it or taken away. */
  readonly modified: number;
}

/** Hashes of what draws pages, by the names of layouts and templates. */
export type Makers = Readonly<Record<string, number>>;

/** What is kept beside the rows of an account. */
export interface OutputHead {
  readonly makers: Makers;
  /** Hash of the list that stands in the folder, if it names just the files of the account. */
  readonly list?: string;
}

/** The account of an output folder, by path; the paths of folders end with a slash. */
export type OutputLedger = Table<DrawnPage, OutputHead>;

/** Where accounts are kept, and by which program. */
export interface LedgerPlace {
  readonly cache: string;
  /** Of the program and the configuration: what others have written, they do not use. */
  readonly fingerprint: string;
}

/**
 * The file of an account.
 * @param place - where it is kept
 * @returns its path
 */
export function ledgerFile({ cache }: LedgerPlace): string {
  return path.join(cache, "output.json");
}

/**
 * Opens the account of an output folder.
 * @param place - where it is kept
 * @param output - the output folder's real path
 * @returns the account, empty when there is none to use
 */
export function openOutputLedger(place: LedgerPlace, output: string): OutputLedger {
  const fields = { fingerprint: "number", size: "number", modified: "number" } as const;
  return new Table<DrawnPage, OutputHead>(ledgerFile(place), `${place.fingerprint} ${output}`, fields, { makers: {} });
}

/** Some files, by their paths in an output folder. */
export interface Files extends Pick<ReadonlySet<string>, "has" | "size">, Iterable<string> {
  /** Those that are not among others, where it is sooner told than by asking for each. */
  readonly notIn?: (others: PathSet) => Iterable<string>;
}

/**
 * The files in an account, as it stands when it is asked.
 * @param ledger - the account
 * @returns its files
 */
export function filesIn(ledger: OutputLedger): Files {
  const places = function* () {
    for (const place of ledger.places()) if (!ledger.keyEndsWith(place, "/")) yield place;
  };
  const files = function* () {
    for (const place of places()) yield ledger.keyAt(place);
  };
  return {
    has: (at) => ledger.placeOf(at) !== undefined && !at.endsWith("/"),
    get size() {
      let size = 0;
      for (const _ of places()) size++;
      return size;
    },
    *notIn(others) {
      for (const place of places()) if (!others.hasPlace(place)) yield ledger.keyAt(place);
    },
    [Symbol.iterator]: files,
  };
}

/**
 * Compares an output folder with its account, by sizes and times.
 * @param output - the folder
 * @param ledger - its account
 * @returns the paths that are not as they were left
 */
export function notAsLeft(output: string, ledger: OutputLedger): readonly string[] {
  const changed: string[] = [];
  for (const place of ledger.places()) {
    const at = ledger.keyAt(place);
    const state = stateOf(`${output}/${at}`);
    const isSame = at.endsWith("/") ? state?.isDirectory() : state?.isFile() && state.size === ledger.at(place, "size");
    if (!isSame || state!.mtimeMs !== ledger.at(place, "modified")) changed.push(at);
  }
  return changed;
}

/**
 * Gathers the folders above a path.
 * @param folders - those gathered so far, each with those above it; their paths end with a slash
 * @param at - path of a file, or of a folder with a slash at its end
 */
export function gatherFolders(folders: Pick<PathSet, "add">, at: string): void {
  let above = folderAbove(at);
  while (above !== "" && folders.add(above) !== undefined) above = folderAbove(above);
}

/** `a/b/` of `a/b/c.html`, `a/` of `a/b/`. */
function folderAbove(at: string): string {
  return at.slice(0, at.lastIndexOf("/", at.length - 2) + 1);
}

/**
 * Brings the account up to date on folders.
 * @param output - the output folder
 * @param ledger - its account, up to date on files
 * @param folders - those in which something was written or removed, or was not as it was left; with a slash at the end
 */
export function noteFolders(output: string, ledger: OutputLedger, folders: Iterable<string>): void {
  for (const folder of folders) {
    const state = stateOf(`${output}/${folder}`);
    if (state?.isDirectory()) ledger.set(folder, { fingerprint: 0, size: 0, modified: state.mtimeMs });
    else ledger.delete(folder);
  }
}

function stateOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder was.
    return undefined;
  }
}
