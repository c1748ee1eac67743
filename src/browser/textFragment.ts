import type { Snippet } from "../search/snippet.ts";

/** Texts that the browser is asked to look for. */
const mostTexts = 4;
/** Texts that the page is asked to look for, of a query that may have many words. */
const mostForms = 12;

/**
 * What to put behind an address so that the page opens at the hits and marks them: `#hits=` for the script of the page,
 * which marks them all, then a text directive, by which browsers go to the first before any script runs
 * (https://wicg.github.io/scroll-to-text-fragment/#syntax). Browsers that know the directive take it off the address.
 * @param forms - how the words are written on the page
 * @param snippet - a piece of the page's text with its hits
 * @returns the fragment; empty when there is nothing to mark
 */
export function textFragment(forms: readonly string[], snippet: Snippet): string {
  if (forms.length === 0) return "";
  const directives = [...new Set(snippet.marked.map((place) => directiveOf(snippet.text, place)))].slice(0, mostTexts);
  const directive = directives.length === 0 ? "" : `:~:${directives.map((text) => `text=${text}`).join("&")}`;
  return `#hits=${forms.slice(0, mostForms).map(encoded).join(",")}${directive}`;
}

/**
 * The texts that an address asks the page to mark.
 * @param fragment - the address from `#` on
 * @returns the texts
 */
export function textsIn(fragment: string): readonly string[] {
  const [, texts = ""] = /^#hits=([^:]*)/.exec(fragment) ?? [];
  return texts.split(",").flatMap((text) => {
    try {
      return text === "" ? [] : [decodeURIComponent(text)];
    } catch {
      return [];
    }
  });
}

/**
 * Browsers find a text only where words begin and end, as they part them; of a place within a word, the rest of the
 * word is said as what stands before and after it.
 */
function directiveOf(line: string, [start, end]: readonly [start: number, end: number]): string {
  const prefix = line.slice(wordAt(line, start)?.index ?? start, start);
  const last = wordAt(line, end);
  const suffix = last && last.index < end ? line.slice(end, last.index + last.segment.length) : "";
  const parts = [encoded(line.slice(start, end))];
  if (prefix !== "") parts.unshift(`${encoded(prefix)}-`);
  if (suffix !== "") parts.push(`-${encoded(suffix)}`);
  return parts.join(",");
}

function wordAt(line: string, at: number): Intl.SegmentData | undefined {
  return segmenter?.segment(line).containing(at);
}

/** Firefox has had it since 125. */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;

/** A hyphen and a comma have a meaning in a directive; a colon would end what the page reads. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}
