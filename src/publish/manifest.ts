import { readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../hash.ts";
import { byCodeUnit } from "../order.ts";
import { writeParts } from "../record.ts";

/** The list of the files that builds have made in an output folder; it stands in that folder. */
export const manifestName = ".fangzhi-manifest";

const firstLine = "fangzhi 1";

/**
 * The hash of the list, which tells whether it is the one that was written.
 * @param folder - the output folder
 * @returns a hash, or `undefined` when there is no list
 */
export function hashOfManifest(folder: string): string | undefined {
  try {
    return sha256(readFileSync(path.join(folder, manifestName)));
  } catch {
    return undefined;
  }
}

/**
 * Reads the list.
 * @param folder - the output folder
 * @returns the paths in it, or `undefined` when there is no list
 */
export function readManifest(folder: string): ReadonlySet<string> | undefined {
  try {
    const [first, ...paths] = readFileSync(path.join(folder, manifestName), "utf8").split("\n");
    return first === firstLine
      ? new Set(paths.filter((file) => file !== "" && path.posix.normalize(`/${file}`) === `/${file}`))
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the list, whole or not at all.
 * @param folder - the output folder
 * @param paths - the files, each once, in any order
 */
export function writeManifest(folder: string, paths: Iterable<string>): void {
  writeParts(path.join(folder, manifestName), inParts([firstLine, ...[...paths].sort(byCodeUnit)]));
}

/** So many lines are put together at a time: the whole list of a large site would take as much memory again. */
const linesInPart = 10_000;

function* inParts(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += linesInPart) {
    yield Buffer.from(`${lines.slice(at, at + linesInPart).join("\n")}\n`);
  }
}
