import type { Draft, Edit } from "./draft.ts";

/** What the reader of files leaves out anyway, as `characters.ts` has it; a line end `\r` is none of them. */
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]+/g;
/** A letter with marks behind it, which mostly is one character; a hangul syllable in its parts. */
const composable =
  /\P{M}\p{M}+|[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6][\u11A8-\u11FF\uD7CB-\uD7FB]?/gu;
const blankEnd = /[ \t]+$/gm;

/** Takes out control characters and stray byte order marks. */
export function withoutControl({ text }: Draft): readonly Edit[] {
  return Array.from(text.matchAll(control), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: "",
  }));
}

/**
 * Composes letters with their marks. NFC does more: it puts other characters in the place of compatibility ideographs,
 * by which names and old prints are told apart (https://www.unicode.org/reports/tr15/#Singletons_Figure).
 */
export function composed({ text }: Draft): readonly Edit[] {
  return Array.from(text.matchAll(composable)).flatMap(({ 0: found, index }): readonly Edit[] => {
    const one = found.normalize("NFC");
    return one === found ? [] : [{ start: index, end: index + found.length, text: one }];
  });
}

/** Takes blanks off the ends of lines; two of them before another line of Markdown are a line break, and stay. */
export function withoutBlankEnds({ text, path }: Draft): readonly Edit[] {
  const isMarkdown = !/\.html?$/i.test(path);
  return Array.from(text.matchAll(blankEnd)).flatMap(({ 0: blanks, index }): readonly Edit[] => {
    const isAfterText = index > 0 && text[index - 1] !== "\n";
    const isBeforeText = /^\n[ \t]*\S/.test(text.slice(index + blanks.length, index + blanks.length + 80));
    const isBreak = isMarkdown && / {2}$/.test(blanks) && isAfterText && isBeforeText;
    return isBreak ? [] : [{ start: index, end: index + blanks.length, text: "" }];
  });
}
