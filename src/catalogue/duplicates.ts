import { hash48 } from "../hash.ts";
import type { ArticleHeader, Problem } from "../model.ts";
import { isRough } from "../normalise/date.ts";
import { isSameText } from "../normalise/twins.ts";
import { byPath } from "../order.ts";
import type { Entry } from "./archive.ts";
import type { OpenEntry } from "./entry.ts";

/** So many texts of one number are told apart; the wire has never given a number to more than two. */
const mostOfOneCode = 16;

/** An article and the copies of it that are merged into its page. */
export interface Merged {
  readonly article: ArticleHeader;
  readonly copies: readonly ArticleHeader[];
}

/**
 * Merges exact duplicates (same day, title and text) and the pairs `DATE-ID` and `DATE-NWID` of one text. The copy
 * with the most text keeps the page, so that nothing is lost; of equal ones one whose day is known, then the first by
 * path.
 * @param articles - headers in any order
 * @returns one record a page, in order of path
 */
export function mergeDuplicates(articles: readonly ArticleHeader[]): readonly Merged[] {
  const sorted = [...articles].sort(byPath);
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
    group.sort((a, b) => b.characters - a.characters || roughness(a) - roughness(b) || byPath(a, b));
  }
  return sorted.flatMap((article) => {
    const group = groupOf.get(article) ?? [article];
    return group[0] === article ? { article, copies: group.slice(1) } : [];
  });
}

function roughness({ published }: ArticleHeader): number {
  return Number(isRough(published.precision));
}

/**
 * Merges copies among the articles of an archive. Headers are read only of those that may be copies.
 * @param entries - all articles; those that keep a page get the others as their copies
 * @returns those that keep a page, in the same order
 */
export function mergeCopies(entries: readonly OpenEntry[]): readonly OpenEntry[] {
  const alike = new Map<string, OpenEntry>();
  const sameText = sharing(entries, ({ textKey }) => textKey);
  const copied = sharing(sameText, ({ textKey, day, title }) => hash48(`${textKey} ${day} ${title}`));
  for (const entry of [...copied, ...sharing(entries, ({ volume, at }) => volume.index.twinKeys[at]!)])
    alike.set(entry.path, entry);
  if (alike.size === 0) return entries;
  const merged = new Set<OpenEntry>();
  for (const { article, copies } of mergeDuplicates([...alike.values()].map((entry) => entry.article))) {
    const others = copies.map(({ path }) => alike.get(path)!);
    for (const copy of others) merged.add(copy);
    alike.get(article.path)!.copies = others;
  }
  return entries.filter((entry) => !merged.has(entry));
}

/**
 * The entries whose key another one has too.
 * @param entries - some entries
 * @param keyOf - the key of an entry; 0 for one that has none
 * @returns those entries, in the same order
 */
export function sharing(entries: readonly OpenEntry[], keyOf: (entry: OpenEntry) => number): readonly OpenEntry[] {
  // Many times as fast as Float64Array.from() with a function.
  const keys = new Float64Array(entries.length);
  for (let at = 0; at < keys.length; at++) keys[at] = keyOf(entries[at]!);
  const sorted = keys.slice().sort();
  const shared = new Set(sorted.filter((key, at) => key !== 0 && key === sorted[at - 1]));
  return shared.size === 0 ? [] : entries.filter((_, at) => shared.has(keys[at]!));
}

/**
 * What to tell of the copies of a page.
 * @param page - a page
 * @returns a note for each copy
 */
export function notesOnCopies({ path: other, copies }: Pick<Entry, "path" | "copies">): readonly Problem[] {
  return copies.map(({ path }) => ({ rule: "merged", path, line: 1, column: 1, values: { other } }));
}

/** What stands under a key, if anything; else the value is put there. */
function firstUnder<Value>(map: Map<string, Value>, key: string, value: Value): Value | undefined {
  const found = map.get(key);
  if (found === undefined) map.set(key, value);
  return found;
}
