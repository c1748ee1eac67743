import type { Snippet } from "../search/snippet.ts";

/** Before the texts that a browser looks for: https://wicg.github.io/scroll-to-text-fragment/ */
const directive = ":~:";

/** Texts that a link may name. */
const mostTexts = 4;

/**
 * What to put behind an address so that the page opens at the hits and marks them.
 * @param snippet - a piece of the page's text with its hits
 * @returns the fragment; empty when there is nothing to mark
 */
export function textFragment({ text, marked }: Snippet): string {
  const texts = [...new Set(marked.map(([start, end]) => text.slice(start, end)))].slice(0, mostTexts);
  if (texts.length === 0) return "";
  return `#${directive}${texts.map((each) => `text=${encodeURIComponent(each).replaceAll("-", "%2D")}`).join("&")}`;
}

/**
 * The texts that an address names, for browsers that leave them to the page.
 * @param fragment - the address from `#` on
 * @returns the texts
 */
export function textsIn(fragment: string): readonly string[] {
  const at = fragment.indexOf(directive);
  if (at < 0) return [];
  return [...fragment.slice(at).matchAll(/text=([^&]+)/g)].flatMap(([, text]) => {
    try {
      return decodeURIComponent(text!);
    } catch {
      return [];
    }
  });
}
