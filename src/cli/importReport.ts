import { structuredPatch } from "diff";
import { fates, reasons, type Fated } from "../import/fate.ts";
import type { SourceText } from "../import/source.ts";
import type { Understanding } from "../import/understand.ts";
import type { Language } from "../rule.ts";

/** Columns that the source has beside what becomes of it, Latin letters wide. */
const sourceColumns = 64;

/**
 * The source beside what becomes of each line.
 * @param source - the source
 * @param found - what it is understood to be
 * @param language - the reader's language
 * @returns a line for each piece of a line, blank lines left out
 */
export function fateTable({ lines }: SourceText, found: Understanding, language: Language): readonly string[] {
  const isOne = found.articles.length === 1;
  const row = ({ line, text, fate, reason, article }: Fated): string => {
    const name = `${fates[fate][language]}${isOne || fate === "outside" ? "" : ` #${article + 1}`}`;
    const why = fate === "body" ? "" : reasons[reason][language];
    return `${String(line).padStart(5)}  ${fit(text, sourceColumns)}  ${fit(name, 14)}${why}`.trimEnd();
  };
  const written = lines.filter(({ text }) => text.trim() !== "").length;
  const head = {
    en: `${written} lines, ${found.articles.length} article(s):`,
    zh: `${written} 行，${found.articles.length} 篇：`,
  };
  return [head[language], ...found.fates.map(row)];
}

/**
 * What changes in a file, as a unified diff.
 * @param file - its name
 * @param before - its text
 * @param after - its text to be
 * @returns the lines; none for equal texts
 */
export function differences(file: string, before: string, after: string): readonly string[] {
  const { hunks } = structuredPatch(file, file, before, after, "", "", { context: 1 });
  return hunks.flatMap(({ oldStart, newStart, lines }) => [`@@ ${file} -${oldStart} +${newStart} @@`, ...lines]);
}

/** A text in so many columns, Han characters taking two. */
function fit(text: string, columns: number): string {
  let width = 0;
  let shown = "";
  for (const character of text) {
    const wide = /[\u1100-\u115f\u2e80-\uffdc]|[\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1;
    if (width + wide > columns - 1) return `${shown}…${" ".repeat(columns - width - 1)}`;
    shown += character;
    width += wide;
  }
  return shown + " ".repeat(columns - width);
}
