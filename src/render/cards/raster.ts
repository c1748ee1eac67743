import type * as ResvgPackage from "@resvg/resvg-js";
import { installed } from "../../installed.ts";
import type { Picture } from "./png.ts";

/** A picture and its colours. */
export interface Raster extends Picture {
  /** Each colour as 0xRRGGBB. */
  readonly palette: readonly number[];
}

/**
 * Draws an SVG document.
 * @param svg - the document, opaque and without text: no font is loaded for it
 * @param first - the colours that the palette begins with
 * @returns the picture
 */
export function rasterise(svg: string, first: readonly number[] = []): Raster {
  const { Resvg } = installed("@resvg/resvg-js") as typeof ResvgPackage;
  const { width, height, pixels: bytes } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const places = new Map(first.map((colour, place) => [colour, place]));
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    // Most pixels are like the one before, which is sooner seen than found in the palette.
    if (at > 0 && isLikeBefore(bytes, at)) {
      pixels[at] = pixels[at - 1]!;
      continue;
    }
    const colour = bytes.readUIntBE(at * bytesAPixel, 3);
    const place = places.get(colour) ?? places.size;
    places.set(colour, place);
    pixels[at] = place;
  }
  return { width, height, pixels, palette: [...places.keys()] };
}

/** Red, green, blue and opacity. */
const bytesAPixel = 4;

function isLikeBefore(bytes: Uint8Array, pixel: number): boolean {
  const at = pixel * bytesAPixel;
  return (
    bytes[at] === bytes[at - bytesAPixel] &&
    bytes[at + 1] === bytes[at + 1 - bytesAPixel] &&
    bytes[at + 2] === bytes[at + 2 - bytesAPixel]
  );
}
