import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { foldersAbove } from "../address.ts";
import { FangzhiError } from "../errors.ts";
import type { Page } from "../model.ts";
import { writeManifest } from "./manifest.ts";
import { asideName, type Output } from "./output.ts";
import { isAsLeft, type DrawnPage, type PageLedger } from "./pageLedger.ts";

/** What publishing did. */
export interface Publication {
  /** Files of the site. */
  readonly files: ReadonlySet<string>;
  /** Those among them that were new or had changed. */
  readonly written: number;
  readonly removed: number;
  /** The files as they stand now. */
  readonly pages: PageLedger;
}

/**
 * Brings the output folder to exactly these pages. Each file is written aside and moved into place, so that it is
 * whole or absent; what is already there is left alone; what earlier builds made and this one does not is removed.
 * @param pages - all pages of the site
 * @param output - the claimed folder
 * @param known - the pages as the last build left them; one that is still so and shows the same is not drawn
 * @param onPage - called after each page
 * @returns how much was written and removed
 * @throws FangzhiError when two pages claim one file
 */
export function publish(
  pages: Iterable<Page>,
  output: Output,
  known: PageLedger = new Map(),
  onPage: () => void = () => undefined,
): Publication {
  const all = byPath(pages);
  const leftovers = [...output.previous].filter((file) => !all.has(file));
  // Before the first write: should the build be killed, the next one must know these files for its own.
  writeManifest(output.folder, new Set([...output.previous, ...all.keys()]));

  const aside = path.join(output.folder, asideName);
  mkdirSync(aside, { recursive: true });
  const folders = new Set([output.folder]);
  // A file may have to go where an older page has its folder, or the other way round.
  const needed = new Set([...all.keys()].flatMap(foldersAbove));
  const inTheWay = (file: string) => needed.has(file) || foldersAbove(file).some((above) => all.has(above));
  for (const file of leftovers.filter(inTheWay)) remove(output.folder, file);
  let written = 0;
  const drawn = new Map<string, DrawnPage>();
  for (const page of all.values()) {
    const target = path.join(output.folder, page.path);
    const before = known.get(page.path);
    if (before && before.fingerprint === page.fingerprint && isAsLeft(target, before)) drawn.set(page.path, before);
    else {
      if (write(page, output, folders, path.join(aside, String(written)))) written++;
      drawn.set(page.path, drawnPage(target, page.fingerprint ?? ""));
    }
    onPage();
  }
  for (const file of leftovers.filter((candidate) => !inTheWay(candidate))) remove(output.folder, file);
  rmSync(aside, { recursive: true, force: true });
  writeManifest(output.folder, all.keys());
  return { files: new Set(all.keys()), written, removed: leftovers.length, pages: drawn };
}

function byPath(pages: Iterable<Page>): ReadonlyMap<string, Page> {
  const all = new Map<string, Page>();
  for (const page of pages) {
    const other = all.get(page.path);
    if (other) {
      throw new FangzhiError({
        en: `${other.from} and ${page.from} both make ${page.path}. Give one of them another permalink.`,
        zh: `${other.from} 和 ${page.from} 都生成 ${page.path}。请修改其中一个的 permalink。`,
      });
    }
    if (path.posix.normalize(`/${page.path}`) !== `/${page.path}`) {
      throw new FangzhiError({
        en: `${page.from} makes ${page.path}, which is no path in the output folder. Give it another permalink.`,
        zh: `${page.from} 生成的 ${page.path} 不在输出文件夹里。请修改它的 permalink。`,
      });
    }
    all.set(page.path, page);
  }
  for (const page of all.values()) {
    const above = foldersAbove(page.path).flatMap((folder) => all.get(folder) ?? [])[0];
    if (above) {
      throw new FangzhiError({
        en: `${page.from} makes ${page.path}, but ${above.from} makes the file ${above.path}. Give one of them another permalink.`,
        zh: `${page.from} 生成 ${page.path}，而 ${above.from} 生成了文件 ${above.path}。请修改其中一个的 permalink。`,
      });
    }
  }
  return all;
}

function write(page: Page, output: Output, folders: Set<string>, aside: string): boolean {
  const target = path.join(output.folder, page.path);
  const content = Buffer.from(page.content());
  if (output.previous.has(page.path) && isSame(target, content)) return false;
  const folder = path.dirname(target);
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  writeFileSync(aside, content);
  try {
    renameSync(aside, target);
  } catch (error) {
    // An empty folder is no foreign file; one with files in it makes rmdir throw.
    if (!(error instanceof Error && "code" in error && error.code === "EISDIR")) throw error;
    rmdirSync(target);
    renameSync(aside, target);
  }
  return true;
}

function drawnPage(file: string, fingerprint: string): DrawnPage {
  const { size, mtimeMs } = statSync(file);
  return { fingerprint, size, modified: mtimeMs };
}

function isSame(file: string, content: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(content);
  } catch {
    return false;
  }
}

/** Removes a file and the folders that it leaves empty. */
function remove(root: string, file: string): void {
  rmSync(path.join(root, file), { force: true });
  for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder)) {
    try {
      rmdirSync(path.join(root, folder));
    } catch {
      return;
    }
  }
}
