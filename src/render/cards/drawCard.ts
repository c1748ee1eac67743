import type { Make } from "../makers.ts";
import { drawName, shades } from "./cardName.ts";
import type { Card } from "./cardPages.ts";
import { frameSvg, type Frame } from "./cardSvg.ts";
import { pngOf } from "./png.ts";
import { rasterise, type Raster } from "./raster.ts";
import { cardTypeface, type Typeface } from "./typeface.ts";

/** Cards without their names: that of the site, and that which its categories have in common. */
const frames = new Map<string, Raster>();

/**
 * Draws a social card.
 * @param context - what it says
 * @returns a PNG file
 */
export const drawCard: Make = (context) => {
  const typeface = cardTypeface();
  const { name, ...rest } = legible(context as Card, typeface);
  const frame = drawFrame(rest, typeface);
  return pngOf(frame.palette, frame, drawName(name, typeface));
};

function drawFrame(card: Frame, typeface: Typeface): Raster {
  const key = JSON.stringify(card);
  const frame = frames.get(key) ?? rasterise(frameSvg(card, typeface), shades);
  frames.set(key, frame);
  return frame;
}

/** A name that the typeface cannot set gives way to the archive's: no card shows empty boxes. */
function legible({ name, archive, host }: Card, { has }: Typeface): Card {
  const [own, whole] = [name, archive ?? ""]
    .map((words) => words.replaceAll("·", "•"))
    .map((words) => (has(words) ? words : "")) as [string, string];
  if (own === "") return { name: whole, host };
  return whole === "" ? { name: own, host } : { name: own, archive: whole, host };
}
