import { beginning } from "../characters.ts";
import type { Citation } from "./citation.ts";
import type { Format } from "./formats.ts";

/** What one file system or another does not take in a name. */
const refused = /[\\/:*?"<>|\s]+/g;
/** Of the title; with four bytes a character the name stays below 255 bytes. */
const mostCharacters = 40;

/**
 * A name for a file with a citation: `2022-03-11 百亿级项目缘何“落子”南通开发区.bib`.
 * @param citation - the citation
 * @param format - the file's format
 * @returns a name that every file system takes
 */
export function fileName({ issued, title }: Citation, { ending }: Pick<Format, "ending">): string {
  const readable = beginning(title.replace(refused, " ").trim(), mostCharacters);
  return `${issued} ${readable}`.trimEnd() + ending;
}
