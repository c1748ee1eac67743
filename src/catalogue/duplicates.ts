import type { ArticleHeader, Problem } from "../model.ts";
import { isSameText } from "../normalise/twins.ts";
import { byCodeUnit } from "../order.ts";

/** So many texts of one number are told apart; the wire has never given a number to more than two. */
const mostOfOneCode = 16;

/** An article and the copies of it that are merged into its page. */
export interface Merged {
  readonly article: ArticleHeader;
  readonly copies: readonly ArticleHeader[];
}

/**
 * Merges exact duplicates (same day, title and text) and the pairs `DATE-ID` and `DATE-NWID` of one text. The copy
 * with the most text keeps the page, so that nothing is lost; of equal ones the first by path.
 * @param articles - headers in any order
 * @returns one record a page, in order of path
 */
export function mergeDuplicates(articles: readonly ArticleHeader[]): readonly Merged[] {
  const sorted = [...articles].sort((a, b) => byCodeUnit(a.path, b.path));
  // Only of articles that have copies.
  const groupOf = new Map<ArticleHeader, ArticleHeader[]>();
  const join = (a: ArticleHeader, b: ArticleHeader) => {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    if (one === other) return;
    one.push(...other);
    for (const article of [a, ...other]) groupOf.set(article, one);
  };
  const exact = new Map<string, ArticleHeader>();
  const twins = new Map<string, readonly ArticleHeader[]>();
  for (const article of sorted) {
    const copy = firstUnder(exact, `${article.published.day}\n${article.title}\n${article.textDigest}`, article);
    if (copy) join(copy, article);
    if (!article.twin) continue;
    const others = twins.get(article.twin.code) ?? [];
    const { sentences } = article.twin;
    const twin = others.find((other) => isSameText(other.twin!.sentences, sentences));
    if (twin) join(twin, article);
    else if (others.length < mostOfOneCode) twins.set(article.twin.code, [...others, article]);
  }
  for (const group of new Set(groupOf.values())) {
    group.sort((a, b) => b.characters - a.characters || byCodeUnit(a.path, b.path));
  }
  return sorted.flatMap((article) => {
    const group = groupOf.get(article) ?? [article];
    return group[0] === article ? { article, copies: group.slice(1) } : [];
  });
}

/**
 * What to tell of the copies of a page.
 * @param page - a page
 * @returns a note for each copy
 */
export function notesOnCopies({ article, copies }: Merged): readonly Problem[] {
  const values = { other: article.path };
  return copies.map((copy) => ({ rule: "merged", path: copy.path, line: 1, column: 1, values }));
}

/** What stands under a key, if anything; else the value is put there. */
function firstUnder<Value>(map: Map<string, Value>, key: string, value: Value): Value | undefined {
  const found = map.get(key);
  if (found === undefined) map.set(key, value);
  return found;
}
