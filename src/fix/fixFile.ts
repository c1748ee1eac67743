import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { Site } from "../config.ts";
import { FangzhiError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { SourcePath } from "../model.ts";
import { mend, type ChangedLines } from "./mend.ts";

/**
 * Mends a source file in its place, whole or not at all; only UTF-8 is written.
 * @param posts - path of the posts folder
 * @param at - the file's place in it
 * @param site - the site's configuration
 * @returns what was changed; nothing when the file is in another encoding or too large to be read
 * @throws FangzhiError when someone else has changed it meanwhile; Error (of the file system)
 */
export function fixFile(posts: string, at: SourcePath, site: Site): readonly ChangedLines[] {
  // A link stays one.
  const file = realpathSync(path.join(posts, at));
  const { size, mode, mtimeMs } = statSync(file);
  if (size > limits.fileBytes) return [];
  const bytes = readFileSync(file);
  const text = textOf(bytes);
  if (text === undefined) return [];
  const { text: mended, changes } = mend(text, { path: at, site, modified: mtimeMs });
  if (changes.length > 0) replace(file, bytes, Buffer.from(mended), mode);
  return changes;
}

const changedMeanwhile = { en: "it has changed meanwhile", zh: "文件刚刚被别的程序改动" };

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function replace(file: string, before: Buffer, after: Buffer, mode: number): void {
  // Its dot keeps it from being taken for an article.
  const aside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  let opened: number | undefined;
  try {
    opened = openSync(aside, "wx");
    for (let at = 0; at < after.length;) at += writeSync(opened, after, at);
    fsyncSync(opened);
    closeSync(opened);
    opened = undefined;
    chmodSync(aside, mode);
    if (!readFileSync(file).equals(before)) throw new FangzhiError(changedMeanwhile);
    renameSync(aside, file);
  } catch (error) {
    if (opened !== undefined) closeSync(opened);
    rmSync(aside, { force: true });
    throw error;
  }
}
