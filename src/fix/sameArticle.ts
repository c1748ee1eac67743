import type { Article } from "../model.ts";
import { isPost, type Draft } from "./draft.ts";

/** A draft before and after edits, with the articles they make, if any. */
export interface Versions {
  readonly before: { readonly draft: Draft; readonly article: Article | undefined };
  readonly after: { readonly draft: Draft; readonly article: Article | undefined };
}

/** The article is published as before, or is held back for the same reason. */
export function isSame({ before, after }: Versions): boolean {
  if (before.article && after.article) return textOf(before.article) === textOf(after.article);
  return !before.article && !after.article && reasonOf(before.draft) === reasonOf(after.draft);
}

/** The same but for how letters and their marks are written. */
export function isSameComposed({ before, after }: Versions): boolean {
  if (!before.article || !after.article) return isSame({ before, after });
  return before.article.permalink === after.article.permalink && composed(before.article) === composed(after.article);
}

function composed(article: Article): string {
  return textOf({ ...article, ...counted }).normalize("NFC");
}

/** What is counted or cut by characters, or is a hash of them. */
const counted = { excerpt: "", characters: 0, readingMinutes: 0, textDigest: "", twin: { code: "", sentences: [] } };

/** The same but for the title, which is now what stands in the file; or published, where it was held back. */
export function isSameButTitle({ before, after }: Versions): boolean {
  if (!after.article || !before.article) return after.article !== undefined;
  const { title } = before.article;
  return after.article.title.startsWith(title) && textOf(before.article) === textOf({ ...after.article, title });
}

function textOf(article: Article): string {
  return JSON.stringify({ ...article, warnings: [], sha256: "" });
}

function reasonOf({ post }: Draft): string {
  return post === undefined || isPost(post) ? typeof post : `${post.rule} ${post.line}`;
}
