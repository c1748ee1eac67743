import type { Site } from "../config.ts";
import { HeldBack } from "../errors.ts";
import { printable } from "../characters.ts";
import type { Article, Post, Problem, SourcePath } from "../model.ts";
import { normalise } from "../normalise/article.ts";
import { parsePost } from "../parse/post.ts";

/** A replacement in a text, by offsets of its UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a source file while it is mended: `\n` line ends, all other characters as they stand in the file. */
export interface Draft {
  readonly text: string;
  readonly path: SourcePath;
  readonly site: Site;
  /** Last modification of the file, milliseconds since 1970. */
  readonly modified: number;
  /** What it is taken apart into; the problem when it cannot be, nothing when it is no article. */
  readonly post: Post | Problem | undefined;
}

/**
 * Takes a text apart that is to be mended.
 * @param text - the text, with `\n` line ends
 * @param of - the file it is of
 * @returns the draft
 */
export function draftOf(text: string, of: Omit<Draft, "text" | "post">): Draft {
  const { path, site, modified } = of;
  const source = { path, text: printable(text), sha256: "", modified, notes: [] };
  return { text, path, site, modified, post: orProblem(() => parsePost(source)) };
}

/**
 * The article that a draft would be published as.
 * @param draft - the draft
 * @returns the article, or nothing when it is held back or none
 */
export function articleOf({ post, site }: Draft): Article | undefined {
  const made = isPost(post) ? orProblem(() => normalise(post, site)) : undefined;
  return made && "body" in made ? made : undefined;
}

/**
 * Whether a draft could be taken apart.
 * @param post - what came of it
 * @returns true for a post
 */
export function isPost(post: Draft["post"]): post is Post {
  return post !== undefined && "frontMatter" in post;
}

/**
 * Where the front matter of a draft begins.
 * @param post - the draft's post
 * @param text - the draft's text
 * @returns the offset in the text
 */
export function frontMatterStart({ frontMatterLine }: Post, text: string): number {
  return offsetOfLine(text, frontMatterLine);
}

/**
 * The offset at which a line begins.
 * @param text - a text with `\n` line ends
 * @param line - the line, from 1
 * @returns the offset
 */
export function offsetOfLine(text: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  return start;
}

/**
 * Makes edits.
 * @param text - the text
 * @param edits - in order, none reaching into another
 * @returns the edited text
 */
export function edited(text: string, edits: readonly Edit[]): string {
  let made = "";
  let from = 0;
  for (const edit of edits) {
    made += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return made + text.slice(from);
}

function orProblem<Value>(work: () => Value): Value | Problem {
  try {
    return work();
  } catch (error) {
    if (error instanceof HeldBack) return error.problem;
    throw error;
  }
}
