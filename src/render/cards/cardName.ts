import { cardSize, colours, margin, middle } from "./cardDesign.ts";
import { fill, steps } from "./fill.ts";
import { layName } from "./layName.ts";
import type { Layer } from "./png.ts";
import type { Typeface } from "./typeface.ts";

/** How far a letter may reach out of its line at both ends, pixels. */
const overhang = 8;
/** From one line to the next, and from the middle of a line down to its base, in sizes of the type. */
const leading = 1.3;
const baseLine = 0.36;

/** The colours of a name, from paper to ink. */
export const shades: readonly number[] = Array.from({ length: steps + 1 }, (_, step) =>
  mixed(colours.paper, colours.ink, step / steps),
);

/**
 * Sets the name on a card.
 * @param name - the name
 * @param typeface - what sets it
 * @returns as much of the card as the name takes, in a palette that begins with `shades`
 */
export function drawName(name: string, typeface: Pick<Typeface, "setLine" | "em">): Layer {
  const room = cardSize.width - 2 * margin;
  const { lines, size: wanted } = layName(name, room);
  const set = lines.map((line) => typeface.setLine(line));
  const widest = Math.max(0, ...set.map((line) => line.width));
  // WWW is wider than what lines are reckoned by.
  const scale = Math.min(wanted / typeface.em, room / widest);
  const size = scale * typeface.em;
  const half = Math.ceil((Math.max(1, lines.length) * leading * size) / 2);
  const width = Math.ceil(scale * widest) + 2 * overhang;
  const base = half + size * (baseLine - ((lines.length - 1) * leading) / 2);
  const placed = set.map(({ outlines }, line) => ({ outlines, scale, x: overhang, y: base + line * leading * size }));
  return { left: margin - overhang, top: middle - half, ...fill(placed, width, 2 * half) };
}

/** Mixed as a smooth edge is: a part of one, and the rest of the other. */
function mixed(one: number, other: number, part: number): number {
  const channel = (shift: number) => {
    const [from, to] = [(one >> shift) & 0xff, (other >> shift) & 0xff];
    return Math.round(from + part * (to - from)) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}
