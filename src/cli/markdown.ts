import { beginning, oneLine } from "../characters.ts";

/** Longer names and sentences are cut, characters: so that a report of many lines has a bound. */
const mostCharacters = 300;

/**
 * A text as code: in it nothing is Markdown, HTML, a mention or an address to link.
 * @param text - any text; names of files can hold any character
 * @returns one line of Markdown
 */
export function inlineCode(text: string): string {
  const line = fit(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // https://spec.commonmark.org/0.31.2/#code-spans: a space at each end is taken away, so that a backtick can be there.
  const padding = /^[` ]|[` ]$/.test(line) || line === "" ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/**
 * A text as it stands, none of it taken for Markdown or HTML.
 * @param text - any text
 * @returns one line of Markdown
 */
export function escaped(text: string): string {
  // https://spec.commonmark.org/0.31.2/#backslash-escapes
  return fit(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function fit(text: string): string {
  return beginning(oneLine(text), mostCharacters);
}
