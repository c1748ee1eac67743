import { readDate } from "../normalise/date.ts";
import { locateScalar } from "../parse/yaml.ts";
import { frontMatterStart, isPost, type Draft, type Edit } from "./draft.ts";

const zoneAtEnd = /(?:Z|UTC|[+-]\d\d:?\d\d)$/;
const timeAtEnd = /\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** Writes a date properly that was written in another form. */
export function properDate(draft: Draft): readonly Edit[] {
  return dateAs(draft, ({ mended }, zone) => mended && mended + (zoneAtEnd.test(mended) ? "" : zone));
}

/** Adds the site's zone to a time that has none, which is read in it. */
export function datedWithZone(draft: Draft): readonly Edit[] {
  return dateAs(draft, ({ text, mended }, zone) => (mended === undefined ? text + zone : undefined));
}

/** @param written - how the date should be written; it is given the zone of a time, unless that must not be added */
function dateAs(
  { text, post, site }: Draft,
  written: (date: { readonly text: string; readonly mended?: string | undefined }, zone: string) => string | undefined,
): readonly Edit[] {
  const stated = isPost(post) ? post.frontMatter.date?.trim() : undefined;
  if (!isPost(post) || !stated) return [];
  const date = readDate(stated, site.timeZone);
  if ("rule" in date) return [];
  const { mended, published, jekyllDay } = date;
  const offset = published.local.slice(19).replace(":", "");
  // Where Jekyll took it for another day, the zone would end the redirect from the address it had there.
  const mayHaveZone = jekyllDay === undefined && /^[+-]\d{4}$/.test(offset) && timeAtEnd.test(mended ?? stated);
  const better = written({ text: stated, mended }, mayHaveZone ? ` ${offset}` : "");
  const place = better === undefined || better === stated ? undefined : locateScalar(post.frontMatterText, "date");
  if (!place || place.value.trim() !== stated) return [];
  const from = frontMatterStart(post, text);
  const quote = /^["']/.exec(text.slice(from + place.start))?.[0] ?? "";
  return [{ start: from + place.start, end: from + place.end, text: `${quote}${better}${quote}` }];
}
