import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { HeldBack } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Post, SourceFile, SourcePath } from "../model.ts";
import { parsePost } from "../parse/post.ts";
import { readSource } from "../read/source.ts";

/**
 * Where a file of the posts folder is.
 * @param posts - path of the posts folder
 * @param at - a path below it, as a browser has sent it
 * @returns the whole path, or `undefined` when there is no such file, or it is not in the folder
 */
export function fileIn(posts: string, at: string): string | undefined {
  try {
    const root = realpathSync(posts);
    const file = realpathSync(path.join(root, at));
    return file.startsWith(root + path.sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a file as it is now.
 * @param posts - path of the posts folder
 * @param at - the file's place in it
 * @returns the file, or `undefined` when it cannot be read as text
 */
export function sourceIn(posts: string, at: SourcePath): SourceFile | undefined {
  return orNothing(() => readSource(posts, at));
}

/**
 * Takes a file apart as it is now.
 * @param posts - path of the posts folder
 * @param at - the file's place in it
 * @returns the post, or `undefined` when it is none
 */
export function postIn(posts: string, at: SourcePath): Post | undefined {
  return orNothing(() => parsePost(readSource(posts, at)));
}

/**
 * The text of a file for a person to look at, also where its bytes are no text.
 * @param posts - path of the posts folder
 * @param at - the file's place in it
 * @returns the text with `\n` line ends, U+FFFD for what is wrong; nothing of a file that is too large or gone
 */
export function textIn(posts: string, at: SourcePath): string | undefined {
  const source = sourceIn(posts, at);
  if (source) return source.text;
  const file = fileIn(posts, at);
  if (file === undefined || statSync(file).size > limits.fileBytes) return undefined;
  return readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
}

function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof HeldBack) return undefined;
    throw error;
  }
}
