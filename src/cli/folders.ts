import path from "node:path";
import { shortHash } from "../hash.ts";
import type { Project } from "../project.ts";

/** A folder: where it is, and how to name it to the user. */
export interface Folder {
  readonly path: string;
  readonly shown: string;
}

/**
 * The folders of a command. What the user names is meant from the working directory; the defaults are the project's.
 * Afterwards the working directory is the project's root, where Eleventy expects to be.
 * @param project - the project
 * @param flags - the folders named on the command line
 * @returns the folders
 */
export function foldersOf(
  project: Project,
  flags: {
    readonly posts?: string | undefined;
    readonly output?: string | undefined;
    readonly cache?: string | undefined;
  },
): { readonly posts: Folder; readonly output: Folder; readonly cache: Folder } {
  const cwd = process.cwd();
  const folder = (named: string | undefined, usual: string): Folder => {
    const full = named === undefined ? path.join(project.root, usual) : path.resolve(cwd, named);
    return { path: full, shown: named ?? (path.relative(cwd, full) || ".") };
  };
  const posts = folder(flags.posts, "posts");
  const output = folder(flags.output, "_site");
  // Each site that is built here has a cache of its own.
  const site = [posts, output].map((each) => path.relative(project.root, each.path)).join("\n");
  const folders = { posts, output, cache: folder(flags.cache, path.join(".cache", "build", shortHash(site, 8))) };
  process.chdir(project.root);
  return folders;
}
