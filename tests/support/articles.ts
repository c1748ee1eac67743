import { checkSite, type Site, type SiteOptions } from "../../src/config.ts";
import { HeldBack } from "../../src/errors.ts";
import type { Article, Post, Problem, SourceFile, SourcePath } from "../../src/model.ts";
import { normalise } from "../../src/normalise/article.ts";
import { parsePost } from "../../src/parse/post.ts";

/** A site for tests; nothing in it is special. */
export function siteOf(options: Partial<SiteOptions> = {}): Site {
  return checkSite({
    url: "https://archive.example",
    formerHosts: ["finews.withounder.com", "finews.zning.me", "finnews.zning.me"],
    ...options,
  });
}

/** A source file as if it had been read from disk. */
export function sourceOf(text: string, path = "2022-03-11-a.md"): SourceFile {
  return { path: path as SourcePath, text, sha256: "0".repeat(64), modified: 0, notes: [] };
}

/** A parsed post. */
export function postOf(text: string, path?: string): Post {
  const post = parsePost(sourceOf(text, path));
  if (!post) throw new Error("Expected front matter, got none");
  return post;
}

/** An article made of a body alone, or of a whole file when the text has fences. */
export function articleOf(text: string, options: { readonly path?: string; readonly site?: Site } = {}): Article {
  const whole = text.startsWith("---\n") ? text : `---\ntitle: 标题\ndate: 2022-03-11 02:00:40 +0800\n---\n${text}`;
  return normalise(postOf(whole, options.path), options.site ?? siteOf());
}

/** The problem for which something is held back. */
export function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof HeldBack) return error.problem;
    throw error;
  }
  throw new Error("Expected the file to be held back, but it was not");
}
