import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";

/** A page as the last build left it in the output folder. */
export interface DrawnPage {
  /** Of what it shows; empty when that is known only once it is drawn. */
  readonly fingerprint: string;
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
  try {
    const [sum, folder, body = ""] = readFileSync(path.join(cache, name), "utf8").split("\n");
    if (folder !== JSON.stringify(output) || sum !== shortHash(body, 32)) return new Map();
    return new Map(JSON.parse(body) as [string, DrawnPage][]);
  } catch {
    return new Map();
  }
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
 * @param cache - the cache folder; made if missing
 * @param output - the output folder's real path
 * @param pages - its pages
 */
export function writePageLedger(cache: string, output: string, pages: PageLedger): void {
  mkdirSync(cache, { recursive: true });
  const body = JSON.stringify([...pages]);
  const aside = path.join(cache, `.${name}.${process.pid}`);
  writeFileSync(aside, `${shortHash(body, 32)}\n${JSON.stringify(output)}\n${body}\n`);
  renameSync(aside, path.join(cache, name));
}
