import type { Site } from "../config.ts";
import { HeldBack, reasonOf } from "../errors.ts";
import type { Article, Month, PassedOver, Problem, SourcePath } from "../model.ts";
import { normalise } from "../normalise/article.ts";
import { monthOf } from "../normalise/date.ts";
import { parsePost } from "../parse/post.ts";
import { readSource, sha256Of } from "../read/source.ts";

/** What became of a file that was read. */
export type Outcome = { readonly kind: "same" } | ({ readonly kind: "read"; readonly sha256: string } & Fate);

/** The volume an article is in, or why a file is in none. */
export type Fate = { readonly month: Month } | { readonly problem: Problem } | { readonly rule: PassedOver["rule"] };

/**
 * Reads one source file as far as it gets: to an article, or to the reason why it is none.
 * @param path - the file's place in the posts folder
 * @param known - SHA-256 of its bytes when it was last read; of the same bytes nothing is made again
 * @param posts - path of the posts folder
 * @param site - the site's configuration
 * @returns what became of it, and the article if it became one
 */
export function readArticle(
  path: SourcePath,
  known: string | undefined,
  posts: string,
  site: Site,
): { readonly outcome: Outcome; readonly article?: Article } {
  let sha256 = "";
  try {
    if (known !== undefined && sha256Of(posts, path) === known) return { outcome: { kind: "same" } };
    const source = readSource(posts, path);
    ({ sha256 } = source);
    const post = parsePost(source);
    if (!post) return { outcome: { kind: "read", sha256, rule: "not-a-post" } };
    const article = normalise(post, site);
    return { outcome: { kind: "read", sha256, month: monthOf(article.published.day) }, article };
  } catch (error) {
    return { outcome: { kind: "read", sha256, problem: problemOf(error, path) } };
  }
}

/** A fault of the program itself in one article must not stop the others. */
function problemOf(error: unknown, path: SourcePath): Problem {
  if (error instanceof HeldBack) return error.problem;
  return { rule: "unexpected", path, line: 1, column: 1, values: { reason: reasonOf(error) } };
}
