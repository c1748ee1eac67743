import { lstatSync } from "node:fs";
import path from "node:path";
import { folderOf, foldersAbove } from "../address.ts";
import { readRecord, writeRecord } from "../record.ts";

/** A page as the last build left it in the output folder. */
export interface DrawnPage {
  /** Of what it shows; 0 when that is known only once it is drawn. */
  readonly fingerprint: number;
  readonly size: number;
  /** Last modification, milliseconds since 1970. */
  readonly modified: number;
}

/** An output folder as the last build left it, by path. */
export interface OutputLedger {
  readonly pages: ReadonlyMap<string, DrawnPage>;
  /** When each folder was last modified, milliseconds since 1970: when a file was put in it or taken away. */
  readonly folders: ReadonlyMap<string, number>;
}

/** In columns, which take less room and are read sooner. */
interface Written {
  readonly pages: readonly string[];
  readonly fingerprints: readonly number[];
  readonly sizes: readonly number[];
  readonly modified: readonly number[];
  readonly folders: readonly string[];
  readonly foldersModified: readonly number[];
}

const name = "pages.json";

/** Of a folder that no build has written to. */
export const emptyLedger: OutputLedger = { pages: new Map(), folders: new Map() };

/** Where accounts are kept, and by which program. */
export interface LedgerPlace {
  readonly cache: string;
  /** Of the program and the configuration: what others have written, they do not use. */
  readonly fingerprint: string;
}

/**
 * Reads the account of an output folder.
 * @param place - where it is kept
 * @param output - the output folder's real path
 * @returns the account, or `undefined` when it is of another folder, missing or damaged
 */
export function readOutputLedger(place: LedgerPlace, output: string): OutputLedger | undefined {
  const found = readRecord(path.join(place.cache, name), `${place.fingerprint} ${output}`);
  if (typeof found === "string") return undefined;
  const { pages, fingerprints, sizes, modified, folders, foldersModified } = found as Written;
  const page = (at: number) => ({ fingerprint: fingerprints[at]!, size: sizes[at]!, modified: modified[at]! });
  return {
    pages: new Map(pages.map((file, at) => [file, page(at)])),
    folders: new Map(folders.map((folder, at) => [folder, foldersModified[at]!])),
  };
}

/**
 * Writes the account of an output folder, whole or not at all.
 * @param place - where it is kept
 * @param output - the output folder's real path
 * @param ledger - the account
 */
export function writeOutputLedger(place: LedgerPlace, output: string, ledger: OutputLedger): void {
  const pages = [...ledger.pages.values()];
  const written: Written = {
    pages: [...ledger.pages.keys()],
    fingerprints: pages.map(({ fingerprint }) => fingerprint),
    sizes: pages.map(({ size }) => size),
    modified: pages.map(({ modified }) => modified),
    folders: [...ledger.folders.keys()],
    foldersModified: [...ledger.folders.values()],
  };
  writeRecord(path.join(place.cache, name), `${place.fingerprint} ${output}`, written);
}

/**
 * Compares an output folder with its account, by sizes and times.
 * @param output - the folder
 * @param ledger - the account
 * @returns what of it is still as it was left
 */
export function stillAsLeft(output: string, { pages, folders }: OutputLedger): OutputLedger {
  const left = { pages: new Map<string, DrawnPage>(), folders: new Map<string, number>() };
  for (const [file, page] of pages) {
    const state = lstatSync(`${output}/${file}`, { throwIfNoEntry: false });
    if (state?.isFile() && state.size === page.size && state.mtimeMs === page.modified) left.pages.set(file, page);
  }
  for (const [folder, modified] of folders) {
    const state = lstatSync(`${output}/${folder}`, { throwIfNoEntry: false });
    if (state?.isDirectory() && state.mtimeMs === modified) left.folders.set(folder, modified);
  }
  return left;
}

/**
 * When the folders of some files were last modified.
 * @param output - the output folder
 * @param files - paths in it
 * @param changed - those that were just written or removed; the folders of others are as they were
 * @param before - what is known of the folders
 * @returns the folders above all files
 */
export function foldersOf(
  output: string,
  files: Iterable<string>,
  changed: Iterable<string>,
  before: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const stale = new Set([...changed].flatMap(foldersAbove));
  const folders = new Map<string, number>();
  let last = "";
  for (const file of files) {
    // Files of one folder mostly follow one another.
    const folder = folderOf(file);
    if (folder === last) continue;
    last = folder;
    for (let above = folder; above !== "" && !folders.has(above); above = folderOf(above)) {
      const known = stale.has(above) ? undefined : before.get(above);
      folders.set(above, known ?? lstatSync(`${output}/${above}`).mtimeMs);
    }
  }
  return folders;
}
