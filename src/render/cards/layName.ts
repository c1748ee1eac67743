/** A name in lines. */
export interface LaidName {
  readonly lines: readonly string[];
  /** Size of its type, pixels. */
  readonly size: number;
}

/** Sizes of type, pixels, each with the number of lines there is room for. */
const sizes = [
  { size: 128, lines: 1 },
  { size: 104, lines: 2 },
  { size: 72, lines: 3 },
  { size: 52, lines: 4 },
] as const;

/** Widths of characters, in ems of the type: of Han and what is as wide, of all others mostly. */
const wide = 1.03;
const narrow = 0.62;

/**
 * Lays a name into the largest type in which it fits.
 * @param name - the name, one line
 * @param width - how long a line may be, pixels
 * @returns its lines; what does not fit into the smallest type is cut off with an ellipsis
 */
export function layName(name: string, width: number): LaidName {
  for (const { size, lines } of sizes) {
    const broken = breakLines(name, width / size);
    if (broken.length <= lines) return { lines: broken, size };
  }
  const { size, lines } = sizes.at(-1)!;
  const kept = breakLines(name, width / size - wide).slice(0, lines);
  return { lines: [...kept.slice(0, -1), `${kept.at(-1)}…`], size };
}

/** Breaks between any two Han, elsewhere at spaces, and within a word only where it is longer than a line. */
function breakLines(name: string, ems: number): readonly string[] {
  const lines: string[] = [""];
  for (const piece of name.match(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu) ?? []) {
    if (widthOf(lines.at(-1)! + piece) <= ems) lines.push(lines.pop()! + piece);
    else if (widthOf(piece) <= ems) lines.push(piece);
    else {
      for (const character of piece) {
        if (widthOf(lines.at(-1)! + character) <= ems) lines.push(lines.pop()! + character);
        else lines.push(character);
      }
    }
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += character < "\u2000" ? narrow : wide;
  return ems;
}
