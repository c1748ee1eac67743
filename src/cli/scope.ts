import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { FangzhiError } from "../errors.ts";
import type { SourcePath } from "../model.ts";
import { changesIn, type Changes } from "../read/changes.ts";
import type { Bilingual } from "../rule.ts";
import type { Folder } from "./folders.ts";

/** Which files a command is about. */
export interface Scope {
  readonly has: (path: SourcePath) => boolean;
  /** Whether it is all of them. */
  readonly isAll: boolean;
  /** Files that were named one by one. */
  readonly named: readonly string[];
  /** Why just these, where the user has not said so. */
  readonly reason?: Bilingual;
}

/** What the command line says of it. */
export interface ScopeFlags {
  readonly all?: boolean;
  readonly since?: string;
}

/**
 * Which files a command is about: those that are named, else those that have changed, else all.
 * @param files - files and folders as the user named them
 * @param flags - the options given
 * @param posts - the posts folder
 * @param cwd - the folder the user is in
 * @returns the files
 * @throws FangzhiError for a file that is not there or not among the posts, and for a commit that Git does not know
 */
export function scopeOf(files: readonly string[], flags: ScopeFlags, posts: Folder, cwd: string): Scope {
  if (files.length > 0) {
    const named = files.map((file) => placeIn(file, posts, cwd));
    const has = (at: string) => named.some((one) => one === "" || at === one || at.startsWith(`${one}/`));
    return { has, isAll: false, named };
  }
  const all = { has: () => true, isAll: true, named: [] };
  if (flags.all || !existsSync(posts.path)) return all;
  const changes = changesIn(realpathSync(posts.path), flags.since);
  if (changes.kind === "changed") {
    const { paths, since } = changes;
    return { has: (at) => paths.has(at), isAll: false, named: [], reason: changedSince(paths.size, since) };
  }
  if (flags.since !== undefined) {
    throw new FangzhiError(
      { en: `Git knows no way from ${flags.since} to here.`, zh: `Git 无法与 ${flags.since} 比较。` },
      2,
    );
  }
  return { ...all, ...(changes.reason === "no-git" ? {} : { reason: unknown[changes.reason] }) };
}

/** A path from the posts folder; empty for that folder itself. */
function placeIn(file: string, posts: Folder, cwd: string): string {
  const full = path.resolve(cwd, file);
  if (!existsSync(full)) throw new FangzhiError({ en: `${file} is not there.`, zh: `找不到 ${file}。` }, 2);
  const place = path.relative(posts.path, full).split(path.sep).join("/");
  if (!/^\.\.(?:\/|$)/.test(place)) return place;
  throw new FangzhiError({ en: `${file} is not in ${posts.shown}.`, zh: `${file} 不在 ${posts.shown} 里。` }, 2);
}

function changedSince(count: number, since: string): Bilingual {
  return {
    en: `Files changed since ${since}: ${count}. --all checks all of them.`,
    zh: `与 ${since} 相比有改动的文件：${count} 个。检查全部文章请用 --all。`,
  };
}

const unknown: Readonly<Record<Exclude<(Changes & { kind: "unknown" })["reason"], "no-git">, Bilingual>> = {
  "no-commit": { en: "Nothing is committed yet: all files are checked.", zh: "还没有任何提交，检查全部文章。" },
  shallow: {
    en: "The history of this clone is cut off: all files are checked.",
    zh: "这是浅克隆，看不到历史，检查全部文章。",
  },
  ignored: { en: "Git ignores this folder: all files are checked.", zh: "Git 忽略了这个文件夹，检查全部文章。" },
  "no-base": {
    en: "Git does not tell what has changed: all files are checked.",
    zh: "无法从 Git 得知改动，检查全部文章。",
  },
};
