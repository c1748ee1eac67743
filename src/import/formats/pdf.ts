import { countCharacters, oneLine } from "../../characters.ts";
import type { SourceText, Statement } from "../source.ts";
import { faultOf } from "./faults.ts";
import { linesOf, type PrintedLine } from "./pdfLines.ts";
import { markLines } from "./pdfRoles.ts";
import { readRuns, type PageRuns } from "./pdfRuns.ts";

/**
 * Reads the text layer of a PDF: its printed lines in reading order, columns from left to right (from right to left where
 * text is vertical), what spans them before. Tables are read by row where no cell is empty or broken, else by column;
 * what lies beyond the page's edges is not read.
 * @param bytes - the file
 * @returns its lines, with what indents and sizes of type tell; headers and footers among them
 * @throws FangzhiError for a file without text, and for an encrypted or damaged one
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceText> {
  const { pages, title, author } = await readRuns(bytes);
  const size = bodySize(pages);
  if (size === undefined) throw faultOf("scanned");
  const lines: PrintedLine[] = [];
  for (const [index, page] of pages.entries()) lines.push(...linesOf(page, index + 1, size, lines.at(-1)?.column ?? 0));
  const statements: Statement[] = [
    { field: "title" as const, value: oneLine(title), from: "PDF Title" },
    { field: "byline" as const, value: oneLine(author), from: "PDF Author" },
  ].filter(({ value }) => value !== "");
  return { format: "pdf", lines: markLines(lines, size), statements };
}

/** The size in which most characters are set, points. */
function bodySize(pages: readonly PageRuns[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text, size } of pages.flatMap(({ runs }) => runs)) {
    const rounded = Math.round(size * 4) / 4;
    counts.set(rounded, (counts.get(rounded) ?? 0) + countCharacters(text));
  }
  return [...counts].sort((one, two) => two[1] - one[1] || one[0] - two[0])[0]?.[0];
}
