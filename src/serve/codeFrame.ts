import type { Position } from "../model.ts";

/** Lines shown above the fault and below it. */
const around = 2;
/** Units shown of a line on each side of the fault; a paragraph of a newspaper is one long line. */
const aside = 60;

/** A line of a code frame. */
export interface FrameLine {
  readonly number: number;
  /** The line, or the beginning of a long one. */
  readonly text: string;
  /** On the line of the fault: what stands before the caret, above it (a space where the line has ended) and behind it. */
  readonly fault?: { readonly before: string; readonly at: string; readonly after: string };
}

/**
 * The lines of a source text around a fault.
 * @param source - the whole text with `\n` line ends
 * @param place - where the fault is; a place behind the end counts as the end
 * @returns at most five lines, numbered from 1
 */
export function codeFrame(source: string, place: Position): readonly FrameLine[] {
  const lines = source.split("\n");
  const line = Math.min(Math.max(1, place.line), lines.length);
  const from = Math.max(1, line - around);
  return lines.slice(from - 1, line + around).map((whole, index): FrameLine => {
    const number = from + index;
    const text = beginningOf(whole, 2 * aside);
    return number === line ? { number, text, fault: faultIn(whole, place.column) } : { number, text };
  });
}

function faultIn(line: string, column: number): NonNullable<FrameLine["fault"]> {
  const unit = Math.min(Math.max(0, column - 1), line.length);
  // A column in the middle of a character means the character.
  const start = (line.codePointAt(unit - 1) ?? 0) > 0xffff ? unit - 1 : unit;
  const at = String.fromCodePoint(line.codePointAt(start) ?? 0x20);
  const before = line.slice(0, start);
  return {
    before: before.length > aside ? `…${before.slice(-aside).toWellFormed()}` : before,
    at: at.toWellFormed(),
    after: beginningOf(line.slice(start + at.length), aside),
  };
}

function beginningOf(text: string, units: number): string {
  return text.length > units ? `${text.slice(0, units).toWellFormed()}…` : text;
}
