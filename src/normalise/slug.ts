import { shortHash } from "../hash.ts";
import type { Slug } from "../model.ts";

/** What Jekyll's `Utils.slugify` replaces in mode "pretty": https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb */
const replaced = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;
/** What is a slug already, as most file names and many categories are. */
const slugAsItIs = /^\w+(?:-\w+)*$/;
/** Room for `.html` and for a number, in the 255 bytes that file systems allow a name. */
const mostBytes = 200;

/**
 * The slug of a title, a category or a tag: Jekyll's "pretty" slug, its letters kept in their case.
 * @param text - any text
 * @returns a slug in NFC that is never empty, never begins with a dot, and fits a file name; a long one is cut and
 *   ends in a short hash
 */
export function slugOf(text: string): Slug {
  if (text.length <= mostBytes && slugAsItIs.test(text)) return text as Slug;
  const slug = text
    .normalize("NFC")
    .replace(replaced, "-")
    .replace(/^[-.]+|-+$/g, "");
  if (slug === "" || /^\.+$/.test(slug)) return `x-${shortHash(text, 8)}` as Slug;
  return cutToFit(slug) as Slug;
}

/**
 * Cuts one part of an address so that it fits a file name.
 * @param part - text between two slashes of an address
 * @param most - how many bytes it may have
 * @returns the part, or its beginning and a short hash of the whole
 */
export function cutToFit(part: string, most: number = mostBytes): string {
  if (Buffer.byteLength(part) <= most) return part;
  let cut = "";
  let bytes = 0;
  for (const character of part) {
    bytes += Buffer.byteLength(character);
    if (bytes > most - 9) break;
    cut += character;
  }
  return `${cut}-${shortHash(part, 8)}`;
}
