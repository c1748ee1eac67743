/** A text split at its fences; lines are counted from 1. */
export type Fenced =
  | {
      readonly kind: "split";
      readonly frontMatter: string;
      readonly frontMatterLine: number;
      readonly body: string;
      readonly bodyLine: number;
    }
  | { readonly kind: "none" }
  | { readonly kind: "unclosed"; readonly line: number }
  | { readonly kind: "language"; readonly line: number; readonly language: string };

const opening = /^(?:[ \t\u3000]*\n)*(---[^\S\n]*(?:(?!-)(\S[^\n]*))?)(?:\n|$)/;
const closing = /(?<![^\n])(?:---|\.\.\.)[ \t]*(?![^\n])/;

/**
 * Finds the front matter: after any blank lines, from a line `---` to the next line `---` or `...`, as Jekyll does.
 * @param text - a source text with `\n` line ends
 * @returns the text between the fences and the text after them, or why there is none
 */
export function splitAtFences(text: string): Fenced {
  const open = opening.exec(text);
  if (!open) return { kind: "none" };
  const [whole, , language] = open;
  const line = lineAt(text, whole.trimEnd().length);
  if (language !== undefined && !/^(?:ya?ml|#.*)$/i.test(language.trim())) {
    return { kind: "language", line, language: language.trim() };
  }
  const rest = text.slice(whole.length);
  const close = closing.exec(rest);
  if (!close) return { kind: "unclosed", line };
  const body = rest.slice(close.index + close[0].length + 1);
  return {
    kind: "split",
    frontMatter: rest.slice(0, close.index),
    frontMatterLine: line + 1,
    body,
    bodyLine: lineAt(text, text.length - body.length),
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
