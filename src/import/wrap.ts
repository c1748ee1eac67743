import type { SourceLine } from "./source.ts";

/** Columns of newspapers and files of plain text are no wider, characters. */
const widest = 46;
/** Fewer lines tell nothing. */
const fewest = 6;

/** How the lines of a text make paragraphs. */
export interface Wrapping {
  /** Characters of a full line; 0 where each line is a paragraph, or a piece of one. */
  readonly width: number;
  /** Whether blank lines stand between paragraphs, and not between any two lines. */
  readonly hasGaps: boolean;
}

/**
 * Finds out whether the lines of a text are broken at a fixed width, as columns and scans have it.
 * @param lines - the lines that may be text
 * @returns the width, and what blank lines mean
 */
export function wrappingOf(lines: readonly SourceLine[]): Wrapping {
  const texts = lines.filter(({ text }) => text.trim() !== "");
  const widths = texts.map(({ text }) => widthOf(text));
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const near = (width: number) =>
    (counts.get(width - 1) ?? 0) + (counts.get(width) ?? 0) + (counts.get(width + 1) ?? 0);
  let full = 0;
  for (const width of counts.keys()) {
    if (width >= 8 && (full === 0 || near(width) > near(full) || (near(width) === near(full) && width > full)))
      full = width;
  }
  const within = widths.filter((width) => width <= full + 2).length;
  const isWrapped =
    texts.length >= fewest &&
    full > 0 &&
    full <= widest &&
    near(full) >= texts.length * 0.4 &&
    within >= texts.length * 0.95 &&
    breaksWithin(texts) >= 0.4;
  if (!isWrapped) return { width: 0, hasGaps: true };
  const after = lines.filter(({ text }, index) => text.trim() !== "" && lines[index + 1]?.text.trim() === "").length;
  return { width: full, hasGaps: after < texts.length * 0.8 };
}

/** The share of lines that end within a sentence. */
function breaksWithin(lines: readonly SourceLine[]): number {
  const open = lines.filter(({ text }) => !/[。！？!?：:；;…”）)]\s*$/.test(text));
  return lines.length === 0 ? 0 : open.length / lines.length;
}

/**
 * The width of a line in characters of full width.
 * @param text - the line
 * @returns Latin letters count one half
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.trimEnd()) width += /[\u0020-\u007e]/.test(character) ? 0.5 : 1;
  return Math.round(width);
}
