import type { SettingsFormat } from "../settings.ts";

/** A file split at its front matter. */
export interface FencedFile {
  readonly format: SettingsFormat;
  readonly frontMatter: string;
  /** Line on which it begins. */
  readonly frontMatterLine: number;
  readonly body: string;
  /** Line on which the body begins. */
  readonly bodyLine: number;
}

const fences: readonly (readonly [opening: RegExp, closing: RegExp, format: SettingsFormat])[] = [
  [/^\s*---[ \t]*\n/, /^---[ \t]*$/m, "yaml"],
  [/^\s*\+\+\+[ \t]*\n/, /^\+\+\+[ \t]*$/m, "toml"],
];

/**
 * Splits a file of Hugo at its front matter: YAML between `---`, TOML between `+++`, or a JSON object.
 * @param text - the file, with `\n` line ends
 * @returns its parts; `undefined` when it has no front matter
 */
export function splitHugo(text: string): FencedFile | undefined {
  for (const [opening, closing, format] of fences) {
    const head = opening.exec(text)?.[0].length;
    const close = head === undefined ? null : closing.exec(text.slice(head));
    if (head === undefined || !close) continue;
    return partsOf(text, format, [head, head + close.index], head + close.index + close[0].length);
  }
  const start = /^\s*(?=\{)/.exec(text)?.[0].length;
  const end = start === undefined ? undefined : endOfObject(text, start);
  return end === undefined ? undefined : partsOf(text, "json", [start!, end], end);
}

function partsOf(
  text: string,
  format: SettingsFormat,
  [from, to]: readonly [from: number, to: number],
  end: number,
): FencedFile {
  const body = text.slice(end).replace(/^[ \t]*\n/, "");
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  return {
    format,
    frontMatter: text.slice(from, to),
    frontMatterLine: lineAt(from),
    body,
    bodyLine: lineAt(text.length - body.length),
  };
}

/** The end of a JSON object: its braces closed, those in strings not counted. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  for (const match of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (match[0] === "{") depth++;
    else if (match[0] === "}" && --depth === 0) return start + match.index + 1;
  }
  return undefined;
}
