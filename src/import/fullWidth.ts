/** Half-width punctuation and what Chinese text has in its place (GB/T 15834—2011). */
const wide: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};
/** Beside Chinese on at least one side, and not within a number or an address: 3:1, 6,300. */
const punctuation = /(?<=[\p{Script=Han}”’》）])[,:;?!()]|[,:;?!()](?=[\p{Script=Han}“‘《（])/gu;

/**
 * Makes half-width punctuation in Chinese text full-width.
 * @param text - any text
 * @returns the text, and how many characters were changed; a space behind such a mark goes
 */
export function fullWidth(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const changed = text.replace(punctuation, (mark) => {
    count++;
    return wide[mark] ?? mark;
  });
  return { text: count === 0 ? text : changed.replace(/(?<=[，：；？！]) +(?=[\p{Script=Han}“])/gu, ""), count };
}

/**
 * A text with its full-width punctuation made half-width, so that two texts that differ in it alone are equal.
 * @param text - any text
 * @returns the folded text
 */
export function foldWidth(text: string): string {
  return text.replace(/[，：；？！（）]/g, (mark) => Object.keys(wide).find((half) => wide[half] === mark) ?? mark);
}
