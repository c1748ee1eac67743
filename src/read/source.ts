import { hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import { findUnprintable, printable } from "../characters.ts";
import { HeldBack, reasonOf } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Problem, SourceFile, SourcePath } from "../model.ts";
import { decode, type Encoding } from "./encoding.ts";

/**
 * Reads one source file.
 * @param folder - path of the posts folder
 * @param at - the file's place in it
 * @returns its text with `\n` line ends and without control characters, and the hash of its bytes
 * @throws HeldBack when it cannot be read, is too large, or its bytes are no text
 */
export function readSource(folder: string, at: SourcePath): SourceFile {
  const { bytes, modified } = readBytes(folder, at);
  const decoded = decode(bytes);
  if ("badByteAt" in decoded) {
    const offset = decoded.badByteAt;
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
    throw new HeldBack({ rule: "bad-bytes", path: at, ...positionOf(bytes, offset), values: { byte } });
  }
  const lines = decoded.text.includes("\r") ? decoded.text.replace(/\r\n?/g, "\n") : decoded.text;
  const notes = [...foreignEncoding(at, decoded.encoding), ...controlCharacters(at, lines)];
  return { path: at, text: printable(lines), sha256: hash("sha256", bytes, "hex"), modified, notes };
}

/**
 * The hash of a source file, which tells whether it is the one that was read before.
 * @param folder - path of the posts folder
 * @param at - the file's place in it
 * @returns SHA-256 of its bytes, hexadecimal
 * @throws HeldBack when it cannot be read or is too large
 */
export function sha256Of(folder: string, at: SourcePath): string {
  return hash("sha256", readBytes(folder, at).bytes, "hex");
}

/** Most files fit in here, and one is read after the other: new memory for each would cost more than reading it. */
const usual = Buffer.allocUnsafeSlow(64 * 1024);

/** The bytes are good until the next file is read. */
function readBytes(folder: string, at: SourcePath): { readonly bytes: Uint8Array; readonly modified: number } {
  const hold = (rule: "unreadable" | "file-too-large", values: Problem["values"]) =>
    new HeldBack({ rule, path: at, line: 1, column: 1, values });
  let file: number | undefined;
  try {
    file = openSync(path.join(folder, at), "r");
    const { size, mtimeMs } = fstatSync(file);
    if (size > limits.fileBytes) throw hold("file-too-large", { bytes: size, limit: limits.fileBytes });
    const length = size < usual.length ? readSync(file, usual, 0, size + 1, 0) : -1;
    // Large ones, and those that were read in part, or have grown since they were asked for their size.
    const bytes = length === size ? usual.subarray(0, size) : readFileSync(file);
    return { bytes, modified: mtimeMs };
  } catch (error) {
    throw error instanceof HeldBack ? error : hold("unreadable", { reason: reasonOf(error) });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function positionOf(bytes: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  const isMarked = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  const encoding = isMarked(0xff, 0xfe) ? "utf-16le" : isMarked(0xfe, 0xff) ? "utf-16be" : "utf-8";
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, offset)).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function foreignEncoding(at: SourcePath, encoding: Encoding): Problem[] {
  if (encoding === "utf-8") return [];
  return [{ rule: "not-utf-8", path: at, line: 1, column: 1, values: { encoding: encoding.toUpperCase() } }];
}

function controlCharacters(at: SourcePath, text: string): Problem[] {
  const found = findUnprintable(text);
  if (found.at < 0) return [];
  const before = text.slice(0, found.at).split("\n");
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return [{ rule: "control-characters", path: at, ...position, values: { count: found.count } }];
}
