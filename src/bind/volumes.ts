import type { Article, Month, Volume } from "../model.ts";
import { monthOf } from "../normalise/date.ts";
import { byCodeUnit } from "../order.ts";

/**
 * Binds articles into volumes, one a month.
 * @param articles - articles in any order
 * @returns the volumes, newest month first, each with its articles newest first
 */
export function bind(articles: Iterable<Article>): readonly Volume[] {
  const months = new Map<Month, Article[]>();
  for (const article of articles) {
    const month = monthOf(article.published.day);
    const bound = months.get(month);
    if (bound) bound.push(article);
    else months.set(month, [article]);
  }
  return [...months]
    .map(([month, bound]) => ({ month, articles: bound.sort(newestFirst) }))
    .sort((a, b) => byCodeUnit(b.month, a.month));
}

/** Newest first, then by permalink, then by path: no two articles are equal. */
function newestFirst(a: Article, b: Article): number {
  return (
    byCodeUnit(b.published.instant, a.published.instant) ||
    byCodeUnit(a.permalink, b.permalink) ||
    byCodeUnit(a.path, b.path)
  );
}
