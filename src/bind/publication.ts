import type { ArticleHeader, Problem } from "../model.ts";

/** Which articles are wanted beside the published ones, and what time it is. */
export interface PublicationOptions {
  readonly drafts: boolean;
  readonly future: boolean;
  /** Milliseconds since 1970; articles dated later are still to come. */
  readonly now: number;
}

/**
 * Why an article is not to be published now, if so.
 * @param article - the article
 * @param options - what is wanted
 * @returns a note for the report, or `undefined` for an article to publish
 */
export function reasonToWait(article: ArticleHeader, options: PublicationOptions): Problem | undefined {
  const waits = (rule: "unpublished" | "future", values: Problem["values"]): Problem => ({
    rule,
    path: article.path,
    line: 1,
    column: 1,
    values,
  });
  if (article.draft && !options.drafts) return waits("unpublished", {});
  const isToCome = Date.parse(article.published.instant) > options.now;
  return isToCome && !options.future ? waits("future", { date: article.published.local }) : undefined;
}
