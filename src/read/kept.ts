import { hash } from "node:crypto";
import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";
import type { Permalink } from "../model.ts";
import { byCodeUnit } from "../order.ts";

/** The folder right in the posts folder that keeps the sources of imported articles. It holds no articles. */
export const sourcesFolder = "_sources";

/** A kept source that can be published. */
export interface KeptSource {
  /** Path of the file. */
  readonly file: string;
  readonly permalink: Permalink;
  /** Tells whether the file is the one that was seen before. */
  readonly state: string;
}

/** Kept sources by name: their paths below the folder, in NFC, folders separated by `/`. */
export type KeptSources = ReadonlyMap<string, KeptSource>;

/**
 * What hosts surely serve as what it is, and browsers then run nothing of. Anything else could hold scripts, which would
 * run with the rights of this site: it is published as plain text, byte for byte.
 */
const servedAsItIs = /\.(?:txt|pdf|docx)$/i;

/** A file that was changed as lately as this may change again without its time showing it, milliseconds. */
const tooFresh = 2000;

/**
 * Lists the kept sources of a posts folder; links, hidden files and what cannot be read are left out.
 * @param posts - real path of the posts folder
 * @returns the files, and the folders that were looked into
 */
export function listKept(posts: string): { readonly kept: KeptSources; readonly folders: readonly string[] } {
  const root = path.join(posts, sourcesFolder);
  const inside = inFolder(root);
  if (!inside) return { kept: new Map(), folders: [] };
  const files = inside.filter(({ entry, file, name }) => entry.isFile() && !isHidden(name) && isReadable(file));
  // Those that keep their names come first, so that no other takes them.
  const sorted = files.toSorted((a, b) => rank(a.name) - rank(b.name) || byCodeUnit(a.file, b.file));
  const taken = new Set<string>();
  const kept = new Map<string, KeptSource>();
  for (const { file, name } of sorted) {
    if (kept.has(name)) continue;
    const permalink = [`/sources/${servedName(name)}`, `/sources/${otherName(name)}`].find(
      (address) => !taken.has(address.toLowerCase()),
    ) as Permalink;
    taken.add(permalink.toLowerCase());
    kept.set(name, { file, permalink, state: stateOf(file) });
  }
  return { kept, folders: [root, ...inside.filter(({ entry }) => entry.isDirectory()).map(({ file }) => file)] };
}

/** All that is in the folder; nothing when it is none, or a link to one, or cannot be read. */
function inFolder(root: string) {
  if (!lstatSync(root, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { entry, file, name: path.relative(root, file).split(path.sep).join("/").normalize("NFC") };
    });
  } catch {
    return undefined;
  }
}

function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith("."));
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function rank(name: string): number {
  return servedAsItIs.test(name) ? 0 : 1;
}

function servedName(name: string): string {
  return servedAsItIs.test(name) ? name : `${name}.txt`;
}

/** For a name that differs from another's in nothing but its case, or in the ending that it is given. */
function otherName(name: string): string {
  return servedName(name).replace(/(?=\.\w+$)/, `-${shortHash(name, 8)}`);
}

function stateOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return mtimeMs > Date.now() - tooFresh ? hash("sha256", readFileSync(file), "hex") : `${size} ${mtimeMs}`;
}
