import { slugOf } from "../normalise/slug.ts";
import { scalarsOf, type ScalarPlace } from "../parse/yaml.ts";
import { frontMatterStart, isPost, type Draft, type Edit } from "./draft.ts";

const keys = ["categories", "category", "tags", "tag"] as const;

/** Takes out categories and tags that stand twice in a list, or in a text of several. */
export function namesOnce({ text, post }: Draft): readonly Edit[] {
  if (!isPost(post)) return [];
  const from = frontMatterStart(post, text);
  return keys
    .filter((key) => hasTwice(post.frontMatter[key]))
    .flatMap((key) => {
      const { scalars, isList } = scalarsOf(post.frontMatterText, key);
      return isList ? itemsTwice(post.frontMatterText, scalars) : wordsTwice(post.frontMatterText, scalars[0]);
    })
    .map(({ start, end }) => ({ start: from + start, end: from + end, text: "" }))
    .sort((a, b) => a.start - b.start);
}

type Span = Pick<Edit, "start" | "end">;

function hasTwice(value: string | readonly string[]): boolean {
  const names = typeof value === "string" ? value.split(/\s+/) : value;
  return new Set(names.map(keyOf)).size < names.length;
}

function keyOf(name: string): string {
  return slugOf(name.trim());
}

function itemsTwice(text: string, items: readonly ScalarPlace[]): readonly Span[] {
  const known = new Set<string>();
  return items.flatMap((item, at): readonly Span[] => {
    const key = keyOf(item.value);
    if (!known.has(key)) {
      known.add(key);
      return [];
    }
    const before = items[at - 1]!;
    // In brackets: the comma goes too.
    if (/^\s*,\s*$/.test(text.slice(before.end, item.start))) return [{ start: before.end, end: item.end }];
    const start = text.lastIndexOf("\n", item.start) + 1;
    const end = text.indexOf("\n", item.end) + 1;
    const isItsOwn = /^[ \t]*-[ \t]+$/.test(text.slice(start, item.start)) && text.slice(item.end, end).trim() === "";
    return isItsOwn && end > 0 ? [{ start, end }] : [];
  });
}

function wordsTwice(text: string, value: ScalarPlace | undefined): readonly Span[] {
  if (!value) return [];
  const known = new Set<string>();
  return Array.from(text.slice(value.start, value.end).matchAll(/\s*([^\s"']+)/g)).flatMap(
    ({ 0: { length }, 1: word, index }): readonly Span[] => {
      const key = keyOf(word!);
      if (known.has(key)) return [{ start: value.start + index, end: value.start + index + length }];
      known.add(key);
      return [];
    },
  );
}
