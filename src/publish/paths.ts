import { foldersAbove, isOddPath } from "../address.ts";
import { FangzhiError } from "../errors.ts";
import type { Page } from "../model.ts";
import type { PathSet } from "./pathSet.ts";

/**
 * Gathers the paths of all pages, no two of them in each other's way.
 * @param pages - the pages
 * @param all - gets their paths in the output folder
 * @param onPage - called with each of them and its place in the account
 * @throws FangzhiError when two pages claim one file, or a page's path is none in the folder
 */
export function gatherPaths(pages: Iterable<Page>, all: PathSet, onPage: (page: Page, place: number) => void): void {
  let hasOdd = false;
  for (const page of pages) {
    const { path } = page;
    const place = all.add(path);
    if (place === undefined) {
      const other = makerOf(path, pages);
      throw new FangzhiError({
        en: `${other} and ${page.from} both make ${path}. Give one of them another permalink.`,
        zh: `${other} 和 ${page.from} 都生成 ${path}。请修改其中一个的 permalink。`,
      });
    }
    if (noSegment.test(path)) {
      throw new FangzhiError({
        en: `${page.from} makes ${path}, which is no path in the output folder. Give it another permalink.`,
        zh: `${page.from} 生成的 ${path} 不在输出文件夹里。请修改它的 permalink。`,
      });
    }
    hasOdd ||= isOddPath(path);
    onPage(page, place);
  }
  if (!hasOdd) return;
  for (const page of pages) {
    const above = foldersAbove(page.path).find((folder) => all.has(folder));
    if (above !== undefined) {
      const other = makerOf(above, pages);
      throw new FangzhiError({
        en: `${page.from} makes ${page.path}, but ${other} makes the file ${above}. Give one of them another permalink.`,
        zh: `${page.from} 生成 ${page.path}，而 ${other} 生成了文件 ${above}。请修改其中一个的 permalink。`,
      });
    }
  }
}

function makerOf(file: string, pages: Iterable<Page>): string {
  for (const page of pages) if (page.path === file) return page.from;
  return "";
}

/** An empty segment, or one that leads elsewhere. */
const noSegment = /(?:^|\/)\.{0,2}(?:\/|$)/;
