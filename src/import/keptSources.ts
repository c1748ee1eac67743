import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../hash.ts";
import { undirected } from "../characters.ts";
import { byCodeUnit } from "../order.ts";
import { sourcesFolder } from "../read/kept.ts";

/**
 * The name under which a source with just these bytes is kept.
 * @param posts - path of the posts folder
 * @param bytes - the source
 * @returns its name, or nothing when it is not kept
 */
export function findKept(posts: string, bytes: Uint8Array): string | undefined {
  const folder = path.join(posts, sourcesFolder);
  if (!existsSync(folder)) return undefined;
  const wanted = sha256(bytes);
  return readdirSync(folder)
    .sort(byCodeUnit)
    .find((name) => {
      const file = path.join(folder, name);
      const kind = statSync(file, { throwIfNoEntry: false });
      return kind?.isFile() === true && kind.size === bytes.length && sha256(readFileSync(file)) === wanted;
    });
}

/**
 * The bytes of a kept source.
 * @param posts - path of the posts folder
 * @param name - its name
 * @returns its bytes, or nothing when there is none of that name
 */
export function readKept(posts: string, name: string): Uint8Array | undefined {
  const file = path.join(posts, sourcesFolder, name);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/**
 * The name under which a source is kept: its file's, without what an archive's own names do not have.
 * @param file - path of the file
 * @returns the name in NFC, never hidden, without control characters and backslashes
 */
export function keptName(file: string): string {
  const name = undirected(path.basename(file).normalize("NFC")).replace(/[\0-\x1f\x7f-\x9f\\]/g, "_");
  return name.replace(/^\.+/, "_");
}

/**
 * A name for a source that no other has.
 * @param name - the file's own name
 * @param bytes - its bytes
 * @returns the name with the beginning of the bytes' hash: `page-1f3a9c02.txt`
 */
export function nameApart(name: string, bytes: Uint8Array): string {
  const { name: stem, ext } = path.parse(name);
  return `${stem}-${sha256(bytes).slice(0, 8)}${ext}`;
}
