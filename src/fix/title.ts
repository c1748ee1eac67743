import { frontMatterStart, isPost, offsetOfLine, type Draft, type Edit } from "./draft.ts";

/** Faults of YAML that are gone when the value stands in quotation marks. */
const quotable = new Set<string>(["front-matter-colon", "front-matter-reserved"]);
/** What begins with one of these may be meant as YAML: a list, a mapping, a text of several lines, an alias. */
const meantAsYaml = /^[[\]{}|>&*!,?#]/;
const titleLine = /^(title:[ \t]+)(\S[^\n]*?)[ \t]*$/m;

/** Puts a title into quotation marks that YAML cuts at ` #`, or cannot read for a colon or its first character. */
export function quotedTitle({ text, post }: Draft): readonly Edit[] {
  if (post === undefined) return [];
  const isCut = isPost(post) && post.notes.some(({ rule }) => rule === "title-cut");
  const isUnread = !isPost(post) && quotable.has(post.rule);
  if (!isCut && !isUnread) return [];
  const from = isPost(post) ? frontMatterStart(post, text) : offsetOfLine(text, post.line);
  const title = titleLine.exec(text.slice(from));
  // In a text that cannot be read, the line of the fault.
  if (!title || (isUnread && title.index !== 0)) return [];
  const [whole, key, value] = title as unknown as readonly [string, string, string];
  const start = from + title.index;
  const goesOn = /^\n[ \t]+\S/.test(text.slice(start + whole.length));
  if (goesOn || meantAsYaml.test(value) || /^["']/.test(value)) return [];
  const quoted = `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;
  return [{ start: start + key.length, end: start + key.length + value.length, text: quoted }];
}

/** Marks the quotation marks inside a quoted title, as reading it takes them. */
export function escapedTitle({ text, post }: Draft): readonly Edit[] {
  if (!isPost(post) || !post.notes.some(({ rule }) => rule === "title-quotes-repaired")) return [];
  const from = frontMatterStart(post, text);
  const title = /^(title:[ \t]+")([^\n]*)"[ \t]*$/m.exec(text.slice(from));
  if (!title) return [];
  const start = from + title.index + title[1]!.length;
  const inside = title[2]!.replace(/\\.|"/g, (found) => (found === '"' ? String.raw`\"` : found));
  return [{ start, end: start + title[2]!.length, text: inside }];
}
