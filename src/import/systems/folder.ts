import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { FangzhiError, HeldBack, reasonOf } from "../../errors.ts";
import { limits } from "../../limits.ts";
import type { SourcePath } from "../../model.ts";
import { byCodeUnit } from "../../order.ts";
import { decode } from "../../read/encoding.ts";
import { remark } from "./export.ts";

/** Folders that hold no posts of anybody: dependencies, repositories. */
const foreign = new Set(["node_modules", "bower_components"]);

/**
 * Lists the files of an old site. Links are listed and never followed, so that nothing is read from outside.
 * @param root - the site's folder
 * @param isEntered - whether to look into a folder, by its path below the root
 * @returns their paths below the root, in code-unit order
 * @throws FangzhiError when the folder cannot be read
 */
export function filesBelow(root: string, isEntered: (folder: string) => boolean = () => true): readonly string[] {
  const files: string[] = [];
  const visit = (below: string) => {
    for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
      const at = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile() || entry.isSymbolicLink()) files.push(at);
      else if (entry.isDirectory() && !entry.name.startsWith(".") && !foreign.has(entry.name) && isEntered(at))
        visit(at);
    }
  };
  try {
    if (!statSync(root).isDirectory()) throw new Error("ENOTDIR");
    visit("");
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError({ en: `${root} cannot be read: ${reason}.`, zh: `无法读取 ${root}：${reason}。` }, 2);
  }
  return files.sort(byCodeUnit);
}

/** A file of an old site as text. */
export interface OldFile {
  readonly from: SourcePath;
  readonly bytes: Uint8Array;
  /** Decoded, its line ends as they are. */
  readonly text: string;
  /** Whether the build reads the bytes as they are. */
  readonly isReadable: boolean;
}

/**
 * Reads a file of an old site.
 * @param root - the site's folder
 * @param at - the file's path below it
 * @param encoding - what the old site says its files are in, for those that the build would not read
 * @returns its bytes and its text
 * @throws HeldBack when it cannot be read, is too large, or its bytes are no text
 */
export function readOldFile(root: string, at: string, encoding?: string): OldFile {
  const from = at as SourcePath;
  let bytes: Uint8Array;
  try {
    if (lstatSync(path.join(root, at)).isSymbolicLink()) throw new Error("symbolic link");
    bytes = readFileSync(path.join(root, at));
  } catch (error) {
    throw new HeldBack(remark(at, "unreadable", { reason: reasonOf(error) }));
  }
  if (bytes.length > limits.fileBytes) {
    throw new HeldBack(remark(at, "file-too-large", { bytes: bytes.length, limit: limits.fileBytes }));
  }
  const decoded = decode(bytes);
  if ("text" in decoded) return { from, bytes, text: decoded.text, isReadable: true };
  const text = encoding === undefined ? undefined : decodeAs(encoding, bytes);
  if (text !== undefined) return { from, bytes, text, isReadable: false };
  const byte = (bytes[decoded.badByteAt] ?? 0).toString(16).padStart(2, "0");
  const line = bytes.subarray(0, decoded.badByteAt).filter((one) => one === 0x0a).length + 1;
  throw new HeldBack(remark(at, "bad-bytes", { byte }, line));
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
