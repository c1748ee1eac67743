import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
  writevSync,
} from "node:fs";
import path from "node:path";

/** Why a record cannot be used. */
export type RecordFault = "missing" | "of-another" | "damaged";

/** So many parts are written at a time; the system takes no more than 1,024. */
const atOnce = 256;
/** Hexadecimal digits of a checksum. */
const sumLength = 32;

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
export function writeParts(file: string, parts: Iterable<Uint8Array>, aside?: string): void {
  writeAside(file, aside, (opened) => {
    writeAll(opened, parts);
  });
}

function writeAside(file: string, aside: string = `${file}.new`, write: (opened: number) => void): void {
  mkdirSync(path.dirname(file), { recursive: true });
  let opened: number | undefined;
  try {
    opened = openSync(aside, "w");
    write(opened);
    closeSync(opened);
    opened = undefined;
    renameSync(aside, file);
  } catch (error) {
    if (opened !== undefined) closeSync(opened);
    rmSync(aside, { force: true });
    throw error;
  }
}

/**
 * Writes all of the parts, each taken only when its turn comes.
 * @param file - descriptor of a file
 * @param parts - what is to be written
 * @throws Error (of the file system)
 */
export function writeAll(file: number, parts: Iterable<Uint8Array>): void {
  let some: Uint8Array[] = [];
  for (const part of parts) {
    some.push(part);
    if (some.length < atOnce) continue;
    writeSome(file, some);
    some = [];
  }
  if (some.length > 0) writeSome(file, some);
}

/** A disk that is almost full takes a part, and then says so. */
function writeSome(file: number, parts: readonly Uint8Array[]): void {
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  const written = writevSync(file, parts);
  if (written < bytes) writeFileSync(file, Buffer.concat(parts).subarray(written));
}

/**
 * Keeps values for the next build, with a checksum. They are written one by one, so that a long list of them takes
 * little memory.
 * @param file - where
 * @param key - what they are of; under another key they are not found
 * @param values - anything JSON can hold, a line each
 * @param aside - where it is written first; not the usual place when others may be writing the same
 */
export function writeRecord(file: string, key: string, values: Iterable<unknown>, aside?: string): void {
  const hash = createHash("sha256");
  writeAside(file, aside, (opened) => {
    // The checksum comes first, and is known last.
    writeAll(opened, [Buffer.from(`${" ".repeat(sumLength)}\n`)]);
    const write = (value: unknown) => {
      const line = Buffer.from(`${JSON.stringify(value)}\n`);
      hash.update(line);
      writeAll(opened, [line]);
    };
    write(key);
    for (const value of values) write(value);
    writeSync(opened, hash.digest("hex").slice(0, sumLength), 0);
  });
}

/**
 * Reads what an earlier build has kept.
 * @param file - where
 * @param key - what it is to be of
 * @returns the values, each parsed when it is asked for; or why there are none to use
 */
export function readRecord(file: string, key: string): Generator | RecordFault {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return "missing";
  }
  const start = sumLength + 1;
  const sum = createHash("sha256").update(bytes.subarray(start)).digest("hex").slice(0, sumLength);
  if (bytes.toString("latin1", 0, sumLength) !== sum) return "damaged";
  const lines = linesOf(bytes, start);
  return lines.next().value === JSON.stringify(key) ? parsed(lines) : "of-another";
}

function* parsed(lines: Iterable<string>): Generator {
  for (const line of lines) yield JSON.parse(line);
}

function* linesOf(bytes: Buffer, start: number): Generator<string, undefined> {
  for (let at = start, end = bytes.indexOf("\n", at); end >= 0; at = end + 1, end = bytes.indexOf("\n", at)) {
    yield bytes.toString("utf8", at, end);
  }
}
