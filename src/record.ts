import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writevSync } from "node:fs";
import path from "node:path";
import { shortHash } from "./hash.ts";

/** Why a record cannot be used. */
export type RecordFault = "missing" | "of-another" | "damaged";

/** So many parts are written at a time; the system takes no more than 1,024. */
const atOnce = 512;

/**
 * Writes a file whole or not at all: aside first, then into place.
 * @param file - its path; its folder is made if missing
 * @param text - what it is to hold
 * @param aside - where it is written first; not the usual place when others may be writing the same
 * @throws Error (of the file system)
 */
export function writeText(file: string, text: string, aside?: string): void {
  writeParts(file, [Buffer.from(text)], aside);
}

/**
 * The same for bytes in many parts, which need not be put together for it.
 * @param file - its path; its folder is made if missing
 * @param parts - what it is to hold
 * @param aside - where it is written first; not the usual place when others may be writing the same
 * @throws Error (of the file system)
 */
export function writeParts(file: string, parts: readonly Uint8Array[], aside: string = `${file}.new`): void {
  mkdirSync(path.dirname(file), { recursive: true });
  let opened: number | undefined;
  try {
    opened = openSync(aside, "w");
    for (let at = 0; at < parts.length; at += atOnce) {
      writeAll(opened, parts.slice(at, at + atOnce));
    }
    closeSync(opened);
    opened = undefined;
    renameSync(aside, file);
  } catch (error) {
    if (opened !== undefined) closeSync(opened);
    rmSync(aside, { force: true });
    throw error;
  }
}

/** A disk that is almost full takes a part, and then says so. */
function writeAll(file: number, parts: readonly Uint8Array[]): void {
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  const written = writevSync(file, parts);
  if (written < bytes) writeFileSync(file, Buffer.concat(parts).subarray(written));
}

/**
 * Keeps a value for the next build, with a checksum.
 * @param file - where
 * @param key - what it is of; under another key it is not found
 * @param value - anything JSON can hold
 * @param aside - where it is written first; not the usual place when others may be writing the same
 */
export function writeRecord(file: string, key: string, value: unknown, aside?: string): void {
  const text = `${JSON.stringify(key)}\n${JSON.stringify(value)}\n`;
  writeText(file, `${shortHash(text, 32)}\n${text}`, aside);
}

/**
 * Reads what an earlier build has kept.
 * @param file - where
 * @param key - what it is to be of
 * @returns the value, or why there is none to use
 */
export function readRecord(file: string, key: string): object | RecordFault {
  let all: string;
  try {
    all = readFileSync(file, "utf8");
  } catch {
    return "missing";
  }
  const end = all.indexOf("\n");
  const text = all.slice(end + 1);
  if (all.slice(0, end) !== shortHash(text, 32)) return "damaged";
  const [of, value] = text.split("\n");
  return of === JSON.stringify(key) ? (JSON.parse(value!) as object) : "of-another";
}
