import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** A file below a folder. */
export interface Listed {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** How much stands in a folder. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Lists the files of a folder and the folders in it, one by one: a million are too many to hold.
 * @param folder - the folder
 * @yields each file
 */
export function* filesIn(folder: string): Generator<Listed> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(full);
    else {
      const { size, mtimeMs } = statSync(full);
      yield { path: full, bytes: size, modified: mtimeMs };
    }
  }
}

/**
 * Sums up a folder.
 * @param folder - the folder
 * @param since - counts only files written since, in milliseconds since 1970
 * @returns number and bytes of its files
 */
export function sizeOf(folder: string, since = 0): Size {
  let [files, bytes] = [0, 0];
  for (const file of filesIn(folder)) {
    if (file.modified < since) continue;
    files += 1;
    bytes += file.bytes;
  }
  return { files, bytes };
}
