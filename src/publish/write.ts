import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { Content } from "../model.ts";
import type { DrawnPage } from "./outputLedger.ts";

/** A file that is to stand in the output folder. */
export interface Target {
  /** Its full path. */
  readonly file: string;
  /** Where it is written first. */
  readonly aside: string;
  /** Whether an earlier build may have made it just so. */
  readonly mayBeSame: boolean;
}

/**
 * Writes a file aside and moves it into place, so that it is whole or absent; what is the same already is left alone.
 * @param target - the file
 * @param content - what it is to hold
 * @returns whether it was written
 */
export function writeWhole({ file, aside, mayBeSame }: Target, content: Content): boolean {
  if (typeof content === "string" || content instanceof Uint8Array) {
    const bytes = bytesOf(content);
    if (mayBeSame && isSame(file, bytes)) return false;
    writeNew(aside, [bytes]);
  } else writeNew(aside, content);
  if (!mayBeSame) makeFolder(path.dirname(file));
  try {
    renameSync(aside, file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") mkdirSync(path.dirname(file), { recursive: true });
    // An empty folder is no foreign file; one with files in it makes rmdir throw.
    else if (code === "EISDIR") rmdirSync(file);
    else throw error;
    renameSync(aside, file);
  }
  return true;
}

/** Most pages fit in here, and one is written after the other: new memory for each would cost more than writing it. */
const usual = Buffer.allocUnsafeSlow(256 * 1024);
const mostBytesAUnit = 3;

function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content !== "string") return content;
  if (content.length * mostBytesAUnit > usual.length) return Buffer.from(content);
  return usual.subarray(0, usual.write(content));
}

function writeNew(file: string, pieces: Iterable<Uint8Array>): void {
  const opened = openSync(file, "w");
  try {
    for (const bytes of pieces) {
      const written = writeSync(opened, bytes);
      // A disk that is almost full takes a part, and then says so.
      if (written < bytes.length) writeFileSync(opened, bytes.subarray(written));
    }
  } finally {
    closeSync(opened);
  }
}

/** Folders that this thread has made or seen; should one have gone, the file cannot be moved there, and it is made again. */
const made = new Set<string>();

/** Level by level, which is sooner done than to find out by failing which levels are missing. */
function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  made.add(folder);
  makeFolder(path.dirname(folder));
  try {
    // Recursive, so that it is no error when another thread was faster.
    mkdirSync(folder, { recursive: true });
  } catch {
    // Whatever stands in its place will be told of when a file is moved there.
  }
}

/**
 * A file as it stands after a build.
 * @param file - its path
 * @param fingerprint - of what it shows
 * @returns its entry in the account of pages
 */
export function drawnPage(file: string, fingerprint: number): DrawnPage {
  const { size, mtimeMs } = statSync(file);
  return { fingerprint, size, modified: mtimeMs };
}

function isSame(file: string, content: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(content);
  } catch {
    return false;
  }
}
