import { limits } from "../../limits.ts";
import { cutToFit, slugOf } from "../../normalise/slug.ts";

/**
 * The name of an article file.
 * @param folders - the folders it is to stand in
 * @param day - the day it was published, `2022-03-11`; without one it is a draft
 * @param name - what tells it from others: its slug, or its title
 * @param ending - the file's ending, with its dot
 * @returns its path below the posts folder
 */
export function articleFile(
  folders: readonly string[],
  day: string | undefined,
  name: string,
  ending: ".md" | ".html",
): string {
  const head = day === undefined ? "" : `${day}-`;
  const slug = cutToFit(slugOf(name), limits.nameBytes - Buffer.byteLength(head + ending));
  return [...(day === undefined ? ["_drafts"] : []), ...folders.map(slugOf), head + slug + ending].join("/");
}

/**
 * The same name with a number, for a second file that would be called so.
 * @param file - a path below the posts folder
 * @param number - from 2 on
 * @returns the path with the number before its ending
 */
export function numberedFile(file: string, number: number): string {
  const dot = file.lastIndexOf(".");
  return `${file.slice(0, dot)}-${number}${file.slice(dot)}`;
}
