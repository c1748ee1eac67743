import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256Of } from "./sha256.ts";
import { byCodeUnit } from "../order.ts";

/** Where the sources of imported articles are kept, below the posts folder. */
export const sourcesFolder = "_sources";

/**
 * The name under which a source with just these bytes is kept.
 * @param posts - path of the posts folder
 * @param bytes - the source
 * @returns its name, or nothing when it is not kept
 */
export function findKept(posts: string, bytes: Uint8Array): string | undefined {
  const folder = path.join(posts, sourcesFolder);
  if (!existsSync(folder)) return undefined;
  const sha256 = sha256Of(bytes);
  return readdirSync(folder)
    .sort(byCodeUnit)
    .find((name) => {
      const file = path.join(folder, name);
      const kind = statSync(file);
      return kind.isFile() && kind.size === bytes.length && sha256Of(readFileSync(file)) === sha256;
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
 * A name for a source that no other has.
 * @param name - the file's own name
 * @param bytes - its bytes
 * @returns the name with the beginning of the bytes' hash: `page-1f3a9c02.txt`
 */
export function nameApart(name: string, bytes: Uint8Array): string {
  const { name: stem, ext } = path.parse(name);
  return `${stem}-${sha256Of(bytes).slice(0, 8)}${ext}`;
}
