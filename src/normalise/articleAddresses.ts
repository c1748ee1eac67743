import { beginning, printable } from "../characters.ts";
import type { Site } from "../config.ts";
import type { Permalink, Post } from "../model.ts";
import { placeOfKey } from "../parse/post.ts";
import type { TextOrList } from "../parse/schema.ts";
import type { DateReading } from "./date.ts";
import type { FileName } from "./fileName.ts";
import type { Note } from "./note.ts";
import { fillPermalink, followPermalink, formerAddress, pathSegment } from "./permalink.ts";

/**
 * The address of an article, and the one that it had where Jekyll put it on another day.
 * @param post - the post
 * @param file - what its file's name says
 * @param categories - the names of its categories
 * @param date - its date
 * @param site - the site's configuration
 * @param note - told of a `permalink` that is not followed
 * @returns both; the former one only where it is another
 */
export function permalinkOf(
  post: Post,
  file: FileName,
  categories: readonly string[],
  date: DateReading,
  site: Site,
  note: Note,
): { readonly permalink: Permalink; readonly formerPermalink: Permalink | undefined } {
  const { frontMatter } = post;
  const slug = frontMatter.slug?.trim() || file.slug;
  const parts = { categories, slug, path: post.source.path, published: date.published };
  const asked = frontMatter.permalink;
  const followed = asked === undefined ? undefined : followPermalink(asked, parts);
  if (typeof followed === "object") {
    note(followed.rule, placeOfKey(post, "permalink"), { permalink: beginning(printable(asked!), 80) });
  }
  const permalink = typeof followed === "string" ? followed : fillPermalink(site.permalink, parts);
  if (date.jekyllDay === undefined) return { permalink, formerPermalink: undefined };

  const local = date.jekyllDay + date.published.local.slice(10);
  const atJekyll = { ...parts, published: { ...date.published, local } };
  const refollowed = typeof followed === "string" ? followPermalink(asked!, atJekyll) : undefined;
  const former = typeof refollowed === "string" ? refollowed : fillPermalink(site.permalink, atJekyll);
  return { permalink, formerPermalink: former === permalink ? undefined : former };
}

/**
 * The addresses that an article had: Jekyll's on another day, and those that the front matter lists.
 * @param post - the post
 * @param permalink - the article's address now
 * @param atJekyll - its address where Jekyll put it on another day
 * @param note - told of those at which no page can be made
 * @returns them, each once
 */
export function formerPermalinksOf(
  post: Post,
  permalink: Permalink,
  atJekyll: Permalink | undefined,
  note: Note,
): readonly Permalink[] {
  const former = new Set<Permalink>(atJekyll === undefined ? [] : [atJekyll]);
  for (const written of post.frontMatter.redirect_from) {
    const address = formerAddress(written);
    if (address !== undefined) former.add(address);
    else note("redirect-not-made", placeOfKey(post, "redirect_from"), { address: beginning(printable(written), 80) });
  }
  former.delete(permalink);
  return [...former];
}

/**
 * The page that the old site made for a text such as `21shijijingjibaodao  nancailicaitong`, which is two categories.
 * @param categories - the front matter's `categories`
 * @returns its address; nothing for one category, or a list
 */
export function formerCategoryOf(categories: TextOrList): Permalink | undefined {
  if (typeof categories !== "string" || !/\S[ \t\n]+\S/.test(categories)) return undefined;
  return `/category/${pathSegment(categories.trim())}.html` as Permalink;
}
