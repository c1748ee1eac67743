import type { Run } from "./pdfRuns.ts";

/** Runs further apart than this have a space between them, in sizes: where one is not Han, and where both are. */
const space = 0.15;
const hanSpace = 0.4;
/** Less is no space between Han characters but the white that justifying a line has spread over it. */
const leastHanSpace = 0.2;

const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF“”‘’…—·]|[\uD840-\uDBFF][\uDC00-\uDFFF]/;
const endsWide = new RegExp(`(?:${wide.source})$`);
const beginsWide = new RegExp(`^(?:${wide.source})`);
const allWide = new RegExp(`^(?:${wide.source}| )+$`);
/** Three and more characters with a space between each: set wide, not parted. Two may be a name: 苗 蕾. */
const spacedOut = new RegExp(`(?<!\\S)(?:${wide.source})(?: (?:${wide.source})(?!\\S)){2,}`, "g");

/**
 * Puts the runs of one line together, with spaces where they were set: not where a line was justified.
 * @param runs - the line's, from left to right
 * @returns its text
 */
export function textOf(runs: readonly Run[]): string {
  const usual = usualGap(runs);
  let text = "";
  for (const [index, run] of runs.entries())
    text += (index > 0 ? between(runs[index - 1]!, run, usual) : "") + tightened(run);
  return text.trim().replace(spacedOut, (spaced) => spaced.replaceAll(" ", ""));
}

function between(before: Run, after: Run, usual: number): string {
  if (/\s$/.test(before.text) || /^\s/.test(after.text)) return "";
  const isHan = endsWide.test(before.text) || beginsWide.test(after.text);
  const least = isHan ? Math.min(hanSpace, Math.max(leastHanSpace, 2 * usual)) : space;
  return gapBetween(before, after) > least ? " " : "";
}

/** White between runs, in sizes. */
function gapBetween(before: Run, after: Run): number {
  return (after.left - before.right) / Math.max(before.size, after.size);
}

/** The white that stands between most characters of a line, in sizes. */
function usualGap(runs: readonly Run[]): number {
  const inside = runs.filter(({ text }) => allWide.test(text) && !text.includes(" ")).flatMap(gapsInside);
  const outside = runs.slice(1).map((run, index) => gapBetween(runs[index]!, run));
  const gaps = [...inside, ...outside].sort((one, two) => one - two);
  return Math.max(0, gaps[Math.floor((gaps.length - 1) / 2)] ?? 0);
}

/** Wide characters are as wide as their type is large; what a run is wider by stands between them. */
function gapsInside({ text, left, right, size }: Run): readonly number[] {
  const count = Array.from(text.replaceAll(" ", "")).length;
  return count < 2 ? [] : Array.from({ length: count - 1 }, () => ((right - left) / size - count) / (count - 1));
}

/** pdf.js writes a space for any white of a tenth of the size, as it is right for Latin. */
function tightened(run: Run): string {
  const spaces = run.text.match(/(?<=\S) (?=\S)/g)?.length ?? 0;
  if (spaces === 0 || !allWide.test(run.text)) return run.text;
  const white = (run.right - run.left) / run.size - Array.from(run.text.replaceAll(" ", "")).length;
  return white >= 0 && white / spaces < leastHanSpace ? run.text.replaceAll(" ", "") : run.text;
}
