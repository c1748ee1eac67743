import { oneLine, printable, undirected } from "../characters.ts";
import type { Term } from "../model.ts";
import type { FrontMatter, TextOrList } from "../parse/schema.ts";
import { slugOf } from "./slug.ts";

/**
 * The categories of a post, by Jekyll's rules: folders above `_posts`, then `categories` split at white space unless
 * it is a list, then `category` unsplit.
 * @param frontMatter - the typed front matter
 * @param folders - the folders above `_posts`
 * @returns their names, each once; a text is split at ASCII white space only, as Ruby does
 */
export function categoriesOf(frontMatter: FrontMatter, folders: readonly string[]): readonly string[] {
  return unique([...folders, ...split(frontMatter.categories), ...unsplit(frontMatter.category)]);
}

/**
 * The tags of a post, by Jekyll's rules: `tag` unsplit, else `tags` split at white space unless it is a list.
 * @param frontMatter - the typed front matter
 * @returns their names, each once
 */
export function tagsOf(frontMatter: FrontMatter): readonly string[] {
  const single = unique(unsplit(frontMatter.tag));
  return single.length > 0 ? single : unique(split(frontMatter.tags));
}

/**
 * Makes terms of names; names with one slug are one term.
 * @param names - category or tag names
 * @returns terms labelled by the names as written
 */
export function termsOf(names: readonly string[]): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const name of names) {
    const slug = slugOf(name);
    if (!terms.has(slug)) terms.set(slug, { slug, label: oneLine(name) });
  }
  return [...terms.values()];
}

function split(value: TextOrList): readonly string[] {
  return typeof value === "string" ? value.split(/[ \t\n\v\f\r]+/) : value;
}

function unsplit(value: TextOrList): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

/** Spaces inside a name stay: the old site's addresses have them. */
function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => undirected(printable(name)).trim()).filter(Boolean))];
}
