import type { SourceLine, SourceText } from "../source.ts";

/**
 * Reads plain text or Markdown: each line as it stands.
 * @param text - the decoded file
 * @param format - which of the two its name says it is
 * @returns its lines; a form feed begins a new page
 */
export function readPlain(text: string, format: "text" | "markdown"): SourceText {
  let page = 1;
  const hasPages = text.includes("\f");
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((raw, index): SourceLine => {
    page += raw.split("\f").length - 1;
    const line = raw.replaceAll("\f", "");
    return { text: line, number: index + 1, ...(hasPages ? { page } : {}) };
  });
  return { format, lines, statements: [] };
}
