import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { FangzhiError, HeldBack, reasonOf } from "../../errors.ts";
import { limits } from "../../limits.ts";
import type { Problem, SourcePath } from "../../model.ts";
import { byCodeUnit } from "../../order.ts";
import { decode } from "../../read/encoding.ts";
import { remark } from "./export.ts";

/** Folders that hold no posts of anybody: dependencies, repositories. */
const foreign = new Set(["node_modules", "bower_components"]);

/** What stands in the folder of an old site. */
export interface Below {
  /** Paths below the folder, in code-unit order. */
  readonly files: readonly string[];
  /** Links to folders, of which nothing is read. */
  readonly linkedFolders: readonly string[];
}

/**
 * Lists the files of an old site. Links are listed and never followed, so that nothing is read from outside.
 * @param root - the site's folder
 * @param isEntered - whether to look into a folder, by its path below the root
 * @returns the files, and what might have held more of them
 * @throws FangzhiError when the folder cannot be read
 */
export function filesBelow(root: string, isEntered: (folder: string) => boolean = () => true): Below {
  const [files, linkedFolders]: [string[], string[]] = [[], []];
  const visit = (below: string) => {
    for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
      const at = below === "" ? entry.name : `${below}/${entry.name}`;
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isLinkedFolder(path.join(root, at)));
      if (!isFolder && (entry.isFile() || entry.isSymbolicLink())) files.push(at);
      else if (isFolder && !entry.name.startsWith(".") && !foreign.has(entry.name) && isEntered(at)) {
        if (entry.isDirectory()) visit(at);
        else linkedFolders.push(at);
      }
    }
  };
  try {
    if (!statSync(root).isDirectory()) throw new Error("ENOTDIR");
    visit("");
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError({ en: `${root} cannot be read: ${reason}.`, zh: `无法读取 ${root}：${reason}。` }, 2);
  }
  return { files: files.sort(byCodeUnit), linkedFolders: linkedFolders.sort(byCodeUnit) };
}

function isLinkedFolder(link: string): boolean {
  return statSync(link, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * What is to be said of links to folders.
 * @param below - what stands in the old site's folder
 * @returns a warning for each, for it may have held posts
 */
export function linkRemarks({ linkedFolders }: Pick<Below, "linkedFolders">): readonly Problem[] {
  return linkedFolders.map((folder) => remark(folder, "old-linked-folder"));
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
