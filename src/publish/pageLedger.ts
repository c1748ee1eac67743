import { lstatSync } from "node:fs";
import path from "node:path";
import { readRecord, writeRecord } from "../record.ts";

/** A page as the last build left it in the output folder. */
export interface DrawnPage {
  /** Of what it shows; 0 when that is known only once it is drawn. */
  readonly fingerprint: number;
  readonly size: number;
  /** Last modification, milliseconds since 1970. */
  readonly modified: number;
}

/** The pages of an output folder, by path. */
export type PageLedger = ReadonlyMap<string, DrawnPage>;

const name = "pages.json";

/**
 * Reads the account of an output folder.
 * @param cache - the cache folder
 * @param output - the output folder's real path
 * @returns its pages; none when the account is of another folder, missing or damaged
 */
export function readPageLedger(cache: string, output: string): PageLedger {
  const found = readRecord(path.join(cache, name), output);
  return new Map(typeof found === "string" ? [] : (found as [string, DrawnPage][]));
}

/**
 * Whether a file is as a build left it, by size and time.
 * @param file - its path
 * @param page - what is known of it
 * @returns false when it was changed, replaced or removed
 */
export function isAsLeft(file: string, { size, modified }: DrawnPage): boolean {
  const state = lstatSync(file, { throwIfNoEntry: false });
  return state !== undefined && state.isFile() && state.size === size && state.mtimeMs === modified;
}

/**
 * Writes the account of an output folder, whole or not at all.
 * @param cache - the cache folder
 * @param output - the output folder's real path
 * @param pages - its pages
 */
export function writePageLedger(cache: string, output: string, pages: PageLedger): void {
  writeRecord(path.join(cache, name), output, [...pages]);
}
