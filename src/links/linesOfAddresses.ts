import { decodeHTMLStrict } from "entities";

/** An address in HTML, in Markdown or bare; in Markdown a bracket ends it. */
const written = [/(?:https?:)?\/\/[^\s"'<>]+/giu, /(?:https?:)?\/\/[^\s"'<>()[\]，。；、）】》]+/giu];

/**
 * Finds the addresses in the text of a file.
 * @param text - the text
 * @returns the line on which each stands first, from 1; addresses whole, as the `URL` standard writes them, without a
 *   fragment
 */
export function linesOfAddresses(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split("\n").entries()) {
    for (const [found] of written.flatMap((pattern) => [...line.matchAll(pattern)])) {
      const whole = decodeHTMLStrict(found).replace(/^\/\//, "https://");
      if (!URL.canParse(whole)) continue;
      const url = new URL(whole);
      url.hash = "";
      if (!lines.has(url.href)) lines.set(url.href, index + 1);
    }
  }
  return lines;
}
