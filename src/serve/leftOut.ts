import { decodeHTML } from "entities";

/** A line of a body that is not, or not as a whole, on the article's page. */
export interface LeftOutLine {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** The line as it is written: what is on the page, what is missing there, what is on the page again. */
  readonly before: string;
  readonly missing: string;
  readonly after: string;
  /** The letters and figures that are missing. */
  readonly letters: string;
}

/** More lines than this nobody looks through. */
const most = 200;
/** Fewer letters than this at an end of a line are on some page by chance. */
const leastShared = 8;

/**
 * What a reader would read, and what only mark-up is: comments, tags, addresses of Markdown links. Script and style
 * sheets are no reader's, but they are left out and so are found.
 */
const piece =
  /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>|\]\((?:[^()\n]|\([^()\n]*\))*\)|&(?:#x?[\da-f]+|[a-z]\w*);|[\p{L}\p{M}\p{N}]/giu;
const isLetter = /^[\p{L}\p{M}\p{N}]$/u;

/** Punctuation that belongs to the words before it. */
const closing = /^[。！？，、；：…”’）》」』]*/;

/**
 * Compares a body as it is written with what is published of it, by letters and figures alone.
 * @param body - the body of the source file
 * @param firstLine - on which line of the file it begins
 * @param published - the text of the page
 * @returns the lines that miss something there, at most 200
 */
export function leftOut(body: string, firstLine: number, published: string): readonly LeftOutLine[] {
  const haystack = lettersIn(published);
  const letters = lettersOf(body);
  const found: LeftOutLine[] = [];
  let cursor = 0;
  let next = 0;
  let start = 0;
  for (const [index, line] of body.split("\n").entries()) {
    const end = start + line.length;
    const first = next;
    while (next < letters.length && letters[next]!.at <= end) next++;
    const own = letters.slice(first, next);
    const text = own.map(({ letter }) => letter).join("");
    // Nearly all lines are on the page in their order.
    const at = haystack.startsWith(text, cursor) ? cursor : haystack.indexOf(text);
    if (at >= 0) cursor = text === "" ? cursor : at + text.length;
    else {
      const missing = missingOf(line, start, own, haystack);
      // A line may be in two places of the page, with a link to its picture between them.
      if (missing.letters !== "") found.push({ number: firstLine + index, ...missing });
    }
    if (found.length === most) break;
    start = end + 1;
  }
  return found;
}

/** A letter, and where in the body it is written. */
interface Letter {
  readonly letter: string;
  readonly at: number;
  readonly end: number;
}

function lettersOf(body: string): readonly Letter[] {
  return Array.from(body.matchAll(piece)).flatMap(({ 0: found, index: at }) => {
    const letter = found.startsWith("&") ? decodeHTML(found) : found;
    return isLetter.test(letter) ? [{ letter, at, end: at + found.length }] : [];
  });
}

function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** Where the page stops following the line, and where it follows it again. */
function missingOf(
  line: string,
  start: number,
  letters: readonly Letter[],
  haystack: string,
): Omit<LeftOutLine, "number"> {
  const textOf = (from: number, to: number) =>
    letters
      .slice(from, to)
      .map(({ letter }) => letter)
      .join("");
  const count = letters.length;
  const head = longest(count, (length) => haystack.includes(textOf(0, length)));
  const tail = longest(count - head, (length) => haystack.includes(textOf(count - length, count)));
  const headEnd = head === 0 ? 0 : letters[head - 1]!.end - start;
  const from = head === 0 ? 0 : headEnd + closing.exec(line.slice(headEnd))![0].length;
  const to = tail === 0 ? line.length : letters[count - tail]!.at - start;
  return {
    before: line.slice(0, from),
    missing: line.slice(from, to),
    after: line.slice(to),
    letters: textOf(head, count - tail),
  };
}

/** The greatest length up to a bound that fits, when all shorter ones fit too; 0 when it is no more than chance. */
function longest(bound: number, fits: (length: number) => boolean): number {
  let [low, high] = [0, bound];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low < leastShared ? 0 : low;
}
