import { beginning, oneLine } from "../characters.ts";
import type { Position, Post, Problem } from "../model.ts";
import { placeOfKey } from "../parse/post.ts";

/** Of a longer note, the beginning says enough. */
const mostCharacters = 300;

/**
 * What an article's front matter asks an editor to look at.
 * @param post - the post
 * @returns a note for each line of `review`, where it stands
 */
export function reviewNotes(post: Post): readonly Problem[] {
  const stated = post.frontMatter.review.map((text) => ({ text, note: oneLine(text).replace(/[。.]$/, "") }));
  if (stated.length === 0) return [];
  const key = placeOfKey(post, "review");
  return stated.flatMap(({ text, note }): readonly Problem[] => {
    if (note === "") return [];
    const values = { note: beginning(note, mostCharacters) };
    return [{ rule: "to-review", path: post.source.path, ...placeOf(text, post, key), values }];
  });
}

/** The line of a list on which a text stands, if it is written there as it is read. */
function placeOf(text: string, { frontMatterText, frontMatterLine }: Post, key: Position): Position {
  const lines = frontMatterText.split("\n");
  const first = key.line - frontMatterLine;
  const line = lines.findIndex((each, index) => index >= first && each.includes(text));
  return line < 0 ? key : { line: line + frontMatterLine, column: lines[line]!.indexOf(text) + 1 };
}
