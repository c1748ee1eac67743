import { load } from "cheerio/slim";
import type { Role, SourceLine, SourceText } from "../source.ts";

/** A line of HTML in a text, as scrapers write them: `<p>…</p><p>…</p>`. */
const htmlLine = /^\s*<(?:p|div|h[1-6]|blockquote|ul|ol|table|figure)\b[^>]*>.*<\/\w+>\s*$/i;

/**
 * Reads plain text or Markdown: each line as it stands, and of a line of HTML each of its blocks.
 * @param text - the decoded file
 * @param format - which of the two its name says it is
 * @returns its lines, numbered as in the file but for what stands below a line of HTML; a form feed begins a new page
 */
export function readPlain(text: string, format: "text" | "markdown"): SourceText {
  let page = 1;
  const hasPages = text.includes("\f");
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((raw): readonly Omit<SourceLine, "number">[] => {
    page += raw.split("\f").length - 1;
    const line = raw.replaceAll("\f", "");
    if (htmlLine.test(line)) return blocksOf(line);
    return [{ text: line, ...(hasPages ? { page } : {}) }];
  });
  return { format, lines: lines.map((line, index) => ({ ...line, number: index + 1 })), statements: [] };
}

function blocksOf(html: string): readonly Omit<SourceLine, "number">[] {
  const $ = load(html, undefined, false);
  return $.root()
    .contents()
    .toArray()
    .map((node) => ({ text: $(node).text(), role: roleOf($(node).prop("tagName") ?? "") }))
    .filter(({ text }) => text.trim() !== "");
}

function roleOf(tag: string): Role {
  return /^H\d$/.test(tag) ? "heading" : tag === "FIGURE" ? "caption" : "paragraph";
}
