import { typeFrontMatter, type FrontMatter } from "./schema.ts";

/** The keys that nearly every post has, and no others. */
const keys = "layout|title|date|categories|tags";
/** Text in double quotation marks without escapes. */
const quoted = String.raw`"(?<quoted>[^"\\\p{C}\p{Zl}\p{Zp}]*)"`;
/** A date that YAML leaves a text: it is no number. */
const date = String.raw`(?<date>\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?: [+-]\d{4})?)?)`;
/** Words that begin with a letter and hold nothing that has a meaning in YAML. */
const words = String.raw`(?!(?:[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$)(?<words>\p{L}(?:[^:#\p{C}\p{Zl}\p{Zp}]*[\p{L}\p{N}])?)`;
const line = new RegExp(`^(?<key>${keys}): (?:${quoted}|${date}|${words})$`, "u");

const nothingStated = typeFrontMatter({}) as FrontMatter;

/**
 * Reads front matter that is a row of simple lines, `key: value`, as YAML and the schema would; most posts have no
 * other.
 * @param text - the text between the fences
 * @returns the front matter, or `undefined` when it takes YAML to read it
 */
export function readSimpleFrontMatter(text: string): FrontMatter | undefined {
  const stated: Record<string, string> = {};
  for (const one of text.replace(/\n$/, "").split("\n")) {
    const groups = line.exec(one)?.groups;
    if (!groups) return undefined;
    const key = groups["key"]!;
    if (key in stated) return undefined;
    stated[key] = groups["quoted"] ?? groups["date"] ?? groups["words"]!;
  }
  // Ten times as soon as with spreads: V8 takes long to add keys to a copy.
  return Object.assign({}, nothingStated, stated, { extra: Object.create(null) as Record<string, unknown> });
}
