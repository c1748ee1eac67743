import type { SettingsFormat } from "../settings.ts";

/** A file split at its front matter. */
export interface HexoFile {
  readonly format: SettingsFormat;
  readonly frontMatter: string;
  /** Line on which the front matter begins. */
  readonly frontMatterLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** https://github.com/hexojs/hexo-front-matter/blob/v4.2.1/lib/front_matter.ts */
const between = /^(-{3,}|;{3,})\n([^]+?)\n\1(?:\n|$)/;
const before = /^([^]+?)\n(-{3,}|;{3,})(?:\n|$)/;

/**
 * Splits a file of Hexo at its front matter: YAML or, ended by `;;;`, JSON without its braces; the opening fence may
 * be missing.
 * @param text - the file, with `\n` line ends
 * @returns its parts; `undefined` when it has no front matter
 */
export function splitHexo(text: string): HexoFile | undefined {
  const fenced = between.exec(text);
  const open = fenced ? null : before.exec(text);
  const [whole, fence, inside] = fenced ?? [open?.[0] ?? "", open?.[2] ?? "", open?.[1] ?? ""];
  // Without an opening fence, keys must come first: a rule below a paragraph is no fence.
  if (whole === "" || (open && !/^\s*["']?[\w-]+["']?\s*:/.test(inside))) return undefined;
  const isJson = fence.startsWith(";");
  return {
    format: isJson ? "json" : "yaml",
    frontMatter: isJson ? `{${inside.replace(/,\s*$/, "")}}` : inside,
    frontMatterLine: fenced ? 2 : 1,
    body: text.slice(whole.length),
    bodyLine: whole.split("\n").length,
  };
}
