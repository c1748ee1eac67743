import { countCharacters } from "../../characters.ts";
import { readCredits } from "../credits.ts";
import { readMasthead } from "../masthead.ts";
import { jumpLine } from "../rules/phrases.ts";
import type { SourceLine } from "../source.ts";
import type { PrintedLine } from "./pdfLines.ts";

/** A page's title is larger than body type by this much at least, a heading by this. */
const titleSize = 1.4;
const headingSize = 1.12;
/** Sizes that differ by less are one. */
const sameSize = 1.03;
/** A title has so many letters at least: `A6` is none. A bold line has at most so many to be a heading. */
const shortestTitle = 3;
const longestBold = 30;
/** A caption is smaller than body type by this much at least, and has so many lines at most. */
const captionSize = 0.92;
const mostCaptionLines = 3;
/** An indent is between one and a half and four and a half characters. */
const indents = [1.3, 4.5] as const;
/** Lines of one heading are no further apart, in sizes of its type. */
const headingPitch = 1.8;
/** What stands below a title is no further from it, in sizes of its type. */
const titleReach = 2;
/** A line ends early when so many characters more would fit in its column. */
const full = 2;
/** A gap is so many times the usual distance of lines. */
const gapOf = 1.45;

/**
 * Tells what sizes of type, bold faces, indents and gaps say of printed lines.
 * @param lines - the lines of a file in reading order
 * @param size - of its body type, points
 * @returns the lines, with roles for titles and headings, and for others whether a paragraph begins there
 */
export function markLines(lines: readonly PrintedLine[], size: number): SourceLine[] {
  const largest = new Map<number, number>();
  for (const line of lines) {
    const isTitle = letters(line.text) >= shortestTitle && line.size >= titleSize * size;
    if (isTitle) largest.set(line.page, Math.max(largest.get(line.page) ?? 0, line.size));
  }
  const isBoldUsual = lines.filter(({ isBold }) => isBold).length * 2 > lines.length;
  const roleOf = (line: PrintedLine): "title" | "heading" | undefined => {
    if (letters(line.text) >= shortestTitle && line.size * sameSize >= (largest.get(line.page) ?? Infinity))
      return "title";
    const isShort = countCharacters(line.text) <= longestBold && line.size * sameSize >= size;
    const isHeading = line.size >= headingSize * size || (line.isBold && !isBoldUsual && isShort);
    return isHeading && letters(line.text) > 0 ? "heading" : undefined;
  };

  const captions = captionsIn(lines, size);
  const marked = lines.map((line) => ({ line, role: captions.has(line) ? ("caption" as const) : roleOf(line) }));
  // Below a title stand its sub-title and byline, which are larger than the text too.
  for (const [index, mark] of marked.entries()) {
    if (mark.role === "heading" && isBelowTitle(marked, index)) mark.role = undefined;
  }
  const columns = new Map<number, PrintedLine[]>();
  for (const { line, role } of marked) {
    if (role === undefined && line.size < headingSize * size)
      columns.set(line.column, [...(columns.get(line.column) ?? []), line]);
  }
  const begins = new Map([...columns.values()].flatMap((column) => beginningsIn(column)));
  const hasIndents = [...begins.values()].includes(true);
  return marked.map(({ line, role }, index) => {
    if (line.text.includes("\t")) return { text: line.text, number: index + 1, page: line.page, role: "paragraph" };
    const isFlush = begins.get(line) ?? (hasIndents && isFirstOfMany(line, columns) ? false : undefined);
    return {
      text: line.text,
      number: index + 1,
      page: line.page,
      ...(role !== undefined
        ? { role, ...onwards(line, marked[index - 1]?.line, role === marked[index - 1]?.role) }
        : isFlush !== undefined
          ? { begins: isFlush }
          : {}),
    };
  });
}

/** Whether paragraphs begin at the lines of a column; nothing is said of one without an indent at its top. */
function beginningsIn(column: readonly PrintedLine[]): [PrintedLine, boolean][] {
  const start = Math.min(...column.map(({ left }) => left));
  const end = Math.max(...column.map(({ right }) => right));
  const pitches = column.slice(1).map((line, index) => line.bottom - column[index]!.bottom);
  const pitch = [...pitches].sort((one, two) => one - two)[Math.floor((pitches.length - 1) / 2)] ?? Infinity;
  return column.flatMap((line, index): [PrintedLine, boolean][] => {
    if (column.length < 2) return [];
    const indent = (line.left - start) / line.size;
    if (indent >= indents[0] && indent <= indents[1]) return [[line, true]];
    if (index === 0) return [];
    const hasGap = pitches[index - 1]! > gapOf * pitch;
    // Below a line that ends early stands a paragraph without an indent, or the next line of a list.
    const isOpen = end - column[index - 1]!.right < full * line.size;
    return hasGap || isOpen ? [[line, hasGap]] : [];
  });
}

/** A few lines in smaller type between lines of the text, which name no reporter and lead nowhere: what a picture shows. */
function captionsIn(lines: readonly PrintedLine[], size: number): ReadonlySet<PrintedLine> {
  const found = new Set<PrintedLine>();
  const isSmall = (line: PrintedLine | undefined) => line !== undefined && line.size <= captionSize * size;
  const isBody = (line: PrintedLine | undefined, page: number) =>
    line !== undefined && line.page === page && line.size * sameSize >= size;
  for (let start = 0; start < lines.length; start++) {
    if (!isSmall(lines[start])) continue;
    const { page } = lines[start]!;
    let end = start + 1;
    while (isSmall(lines[end]) && lines[end]!.page === page) end++;
    const few = lines.slice(start, end);
    const above = lines[start - 1];
    // Below a headline stands its sub-title or byline.
    const isAmongText = isBody(above, page) && above!.size < headingSize * size && isBody(lines[end], page);
    if (isAmongText && few.length <= mostCaptionLines && !saysMore(few)) for (const line of few) found.add(line);
    start = end;
  }
  return found;
}

/** 本报记者 陈可, 编辑：苗蕾, （下转第二版） are no captions, however small they are set. */
function saysMore(lines: readonly PrintedLine[]): boolean {
  const text = lines.map((line) => line.text).join("");
  const credits = readCredits(text);
  return (
    (credits !== undefined && !credits.photographers) || readMasthead(text) !== undefined || text.search(jumpLine) >= 0
  );
}

function isBelowTitle(
  marked: readonly { readonly line: PrintedLine; readonly role?: string | undefined }[],
  index: number,
): boolean {
  const above = marked[index - 1];
  const line = marked[index]!.line;
  const isNear = above !== undefined && line.bottom - above.line.bottom < titleReach * above.line.size;
  return isNear && above.role === "title" && !line.isBold;
}

/** A title or heading of several lines. */
function onwards(line: PrintedLine, above: PrintedLine | undefined, isSameRole: boolean): { begins?: false } {
  if (!above || !isSameRole || line.column !== above.column) return {};
  const isSameSize = Math.max(line.size, above.size) < sameSize * Math.min(line.size, above.size);
  return isSameSize && line.bottom - above.bottom < headingPitch * line.size ? { begins: false } : {};
}

/** A column that goes on flush where others are indented continues the one before. */
function isFirstOfMany(line: PrintedLine, columns: ReadonlyMap<number, readonly PrintedLine[]>): boolean {
  const column = columns.get(line.column);
  return column !== undefined && column.length > 1 && column[0] === line;
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
