import { solid } from "../characters.ts";
import { readCredits } from "./credits.ts";
import { bareText, readMasthead } from "./masthead.ts";
import { isClosed } from "./sentence.ts";
import type { SourceLine } from "./source.ts";
import { widthOf } from "./wrap.ts";

/** Longer lines are text, characters of full width. */
const longest = 40;

/**
 * What stands at the head or foot of two pages; in a text without pages, what stands there three times.
 * @param lines - the lines, without blank ones
 * @returns those that are repeated, the first time too
 */
export function repeated(lines: readonly SourceLine[]): readonly SourceLine[] {
  const places = new Map<string, Set<number>>();
  const isPaged = lines.some(({ page }) => page !== undefined && page > 1);
  const candidates = lines.filter(
    (line, index) =>
      widthOf(line.text) <= longest &&
      !isClosed(line.text) &&
      !/[。！？；]/.test(line.text) &&
      readCredits(line.text.replace(/\s+/g, " ").trim()) === undefined &&
      (isPaged ? isAtPageEdge(lines, index) : solid(line.text).length >= 4),
  );
  for (const line of candidates) {
    const key = keyOf(line, isPaged);
    places.set(key, (places.get(key) ?? new Set()).add(isPaged ? line.page! : line.number));
  }
  return candidates.filter((line) => places.get(keyOf(line, isPaged))!.size >= (isPaged ? 2 : 3));
}

/** Page numbers differ from page to page; but in a text without pages 2019年 320亿元 may be a row like others. */
function keyOf({ text }: SourceLine, isPaged: boolean): string {
  const said = solid(bareText(text));
  return isPaged || readMasthead(bareText(text)) ? said.replace(/\d+/g, "0") : said;
}

/**
 * Whether a line is among the first or last three of its page.
 * @param lines - the lines, without blank ones
 * @param index - place of the line
 * @returns false within a page; in a text without pages only its own beginning and end count
 */
export function isAtPageEdge(lines: readonly SourceLine[], index: number): boolean {
  const { page } = lines[index]!;
  return lines[index - 3]?.page !== page || lines[index + 3]?.page !== page;
}
