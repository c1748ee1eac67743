import type { Site } from "../config.ts";
import { HeldBack } from "../errors.ts";
import type { Permalink, Post, Problem, SourceFile } from "../model.ts";
import { normalise } from "../normalise/article.ts";
import { splitAtFences } from "../parse/fences.ts";
import { parsePost } from "../parse/post.ts";

/** Keys of which an address is made; without one of them nobody can tell it. */
const ofAddress = /^(?:date|categor(?:y|ies)|permalink|slug)\b/;
const beginsKey = /^[^\s#-]/;
/** Front matter with more faulty keys than this is not worth the trouble. */
const mostFaults = 5;

/**
 * The address that a held-back file would have as an article, as far as what is right in it tells.
 * @param source - the file
 * @param site - the site's configuration
 * @returns the address, or `undefined` when it hangs on what is wrong, or belongs to another page
 */
export function heldBackAddress(source: SourceFile, site: Site): Permalink | undefined {
  let text = source.text;
  for (let fault = 0; fault <= mostFaults; fault++) {
    const post = postOrProblem({ ...source, text });
    if (!post) return undefined;
    if ("frontMatter" in post) return addressOf(post, site);
    const rest = withoutKeyAt(text, post.line);
    if (rest === undefined) return undefined;
    text = rest;
  }
  return undefined;
}

function postOrProblem(source: SourceFile): Post | Problem | undefined {
  try {
    return parsePost(source);
  } catch (error) {
    if (error instanceof HeldBack) return error.problem;
    throw error;
  }
}

/** Neither title nor body is part of an address, and they may be what is wrong. */
function addressOf(post: Post, site: Site): Permalink | undefined {
  try {
    return normalise({ ...post, frontMatter: { ...post.frontMatter, title: "-" }, body: "" }, site).permalink;
  } catch (error) {
    if (error instanceof HeldBack) return undefined;
    throw error;
  }
}

/** A text without the key of its front matter in which a line stands: the key's line and those that are indented below it. */
function withoutKeyAt(text: string, line: number): string | undefined {
  const fenced = splitAtFences(text);
  if (fenced.kind !== "split") return undefined;
  const lines = fenced.frontMatter.replace(/\n$/, "").split("\n");
  const at = line - fenced.frontMatterLine;
  if (lines[at] === undefined) return undefined;
  const from = lines.findLastIndex((one, index) => index <= at && beginsKey.test(one));
  if (from < 0 || ofAddress.test(lines[from]!)) return undefined;
  const to = lines.findIndex((one, index) => index > from && beginsKey.test(one));
  const kept = [...lines.slice(0, from), ...(to < 0 ? [] : lines.slice(to))];
  return ["---", ...kept, "---", ""].join("\n");
}
