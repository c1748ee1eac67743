import { styleText } from "node:util";
import type { Position } from "../model.ts";
import { visible } from "./console.ts";

/** So many lines are shown before and after. */
const around = 2;
/** Of a long line, so many columns before the caret. */
const before = 32;

/** How a frame is drawn. */
export interface FrameStyle {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colours: boolean;
}

/**
 * Shows a place in a text: the lines around it, and a caret below it. Han characters take two columns of a terminal.
 * @param text - the text
 * @param place - line and column, the column in UTF-16 units
 * @param style - how it is drawn
 * @returns lines for a terminal; none when the text has no such line
 */
export function codeFrame(text: string, { line, column }: Position, { width, colours }: FrameStyle): readonly string[] {
  const lines = text.split("\n");
  if (line > lines.length) return [];
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const digits = String(last).length;
  const room = Math.max(20, width - digits - 7);
  const paint = (style: "dim" | "red", words: string) =>
    colours ? styleText(style, words, { validateStream: false }) : words;
  const row = (number: string, mark: string, words: string) =>
    `  ${mark} ${paint("dim", `${number.padStart(digits)} │`)} ${words}`.trimEnd();

  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((number) => {
    const whole = lines[number - 1]!;
    if (number !== line) return [row(String(number), " ", cut(oneRow(whole), room))];
    const lead = oneRow(whole.slice(0, column - 1));
    const start = widthOf(lead) + 4 > room ? tail(lead, Math.min(before, room >> 1)) : lead;
    const shown = `${start === lead ? "" : "…"}${start}`;
    return [
      row(String(number), paint("red", ">"), cut(shown + oneRow(whole.slice(column - 1)), room)),
      row("", " ", `${blank(shown)}${paint("red", "^")}`),
    ];
  });
}

/** Characters that terminals set in two columns: https://www.unicode.org/reports/tr11/ */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
/** Those that take none. */
const narrow = /[\p{M}\p{Cf}]/u;

/**
 * How many columns a text takes in a terminal.
 * @param text - one line
 * @returns the number
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): 0 | 1 | 2 {
  return wide.test(character) ? 2 : narrow.test(character) ? 0 : 1;
}

/** A text of the same width in which nothing is seen: wide blanks for wide characters, whatever the terminal makes of them. */
function blank(text: string): string {
  return Array.from(text, (character) => ["", " ", "\u3000"][columnsOf(character)]).join("");
}

function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = "";
  let width = 1;
  for (const character of text) {
    width += columnsOf(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function tail(text: string, room: number): string {
  let kept = "";
  let width = 0;
  for (const character of Array.from(text).toReversed()) {
    width += columnsOf(character);
    if (width > room) break;
    kept = character + kept;
  }
  return kept;
}

/** A tab is shown as one blank, so that the caret is right. */
function oneRow(text: string): string {
  return visible(text.replaceAll("\t", " "));
}
