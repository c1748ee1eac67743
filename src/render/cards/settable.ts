/** Beside ASCII and Han, what the cards' font has and names may need. */
const signs = new Set("—–…‘’“”•〈〉《》「」『』【】、。°×％！（），：；？");
/** Rows of GB/T 2312-1980 with Han, as lead bytes of its encoding EUC-CN; a row has 94 places, A1 to FE. */
const hanRows = range(0xb0, 0xf7);
const placesInRow = range(0xa1, 0xfe);
let han: ReadonlySet<string> | undefined;

/**
 * Whether the cards' font can set a text: it has the Han of GB/T 2312-1980 and no others.
 * @param text - any text
 * @returns false when one of its characters would come out as an empty box
 */
export function isSettable(text: string): boolean {
  han ??= new Set(readHan());
  for (const character of text) {
    if (character < " " || (character > "~" && !han.has(character) && !signs.has(character))) return false;
  }
  return true;
}

/** The decoder is of GBK, which has all of GB 2312 at the same places: https://encoding.spec.whatwg.org/#gb2312 */
function* readHan(): Iterable<string> {
  const decoder = new TextDecoder("gb2312");
  for (const row of hanRows) for (const place of placesInRow) yield decoder.decode(Uint8Array.of(row, place));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
