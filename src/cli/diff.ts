import { styleText } from "node:util";
import { fixes, type FixName } from "../fix/fixes.ts";
import type { ChangedLines } from "../fix/mend.ts";
import type { Language } from "../rule.ts";
import { visible } from "./console.ts";

/** More places of one fix are counted, not shown. */
const mostPlaces = 3;
/** Of a long line only so much is shown around what has changed. */
const mostCharacters = 60;

/**
 * Shows what was mended in a file: a line for each fix, and below it the lines it has changed.
 * @param file - the file as the user would type it
 * @param changes - what was mended
 * @param language - the reader's language
 * @param colours - whether the terminal shows them
 * @returns lines for a terminal
 */
export function diffOf(
  file: string,
  changes: readonly ChangedLines[],
  language: Language,
  colours: boolean,
): readonly string[] {
  const paint = (style: "red" | "green", line: string) =>
    colours ? styleText(style, line, { validateStream: false }) : line;
  const names = [...new Set(changes.map(({ fix }) => fix))];
  return names.flatMap((name: FixName) => {
    const own = changes.filter(({ fix }) => fix === name);
    const places = own.slice(0, mostPlaces).flatMap(({ before, after }) => {
      const from = firstDifference(before.join("\n"), after.join("\n"));
      const row = (mark: string, line: string) => visible(`    ${mark} ${around(line, from)}`);
      return [
        ...before.map((line) => paint("red", row("-", line))),
        ...after.map((line) => paint("green", row("+", line))),
      ];
    });
    const more = own.length - mostPlaces;
    const rest = language === "zh" ? `    另有 ${more} 处` : `    and ${more} more`;
    const head = `${file}:${own[0]!.line}  ${fixes[name].done[language]} [${name}]`;
    return [visible(head), ...places, ...(more > 0 ? [rest] : [])];
  });
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Blanks at the end of a line, which are not seen, are shown as dots and arrows. */
function around(line: string, from: number): string {
  const shown = line.replace(/[ \t]+$/, (blanks) => blanks.replaceAll(" ", "·").replaceAll("\t", "→"));
  const characters = Array.from(shown);
  const start = Math.max(0, Math.min(from, characters.length) - mostCharacters / 2);
  const part = characters.slice(start, start + mostCharacters).join("");
  return `${start > 0 ? "…" : ""}${part}${start + mostCharacters < characters.length ? "…" : ""}`;
}
