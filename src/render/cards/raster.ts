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
  const colours = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const places = new Map(first.map((rgb, place) => [rgb, place]));
  const pixels = new Uint8Array(width * height);
  let place = 0;
  for (let at = 0; at < pixels.length; at++) {
    // Most pixels are like the one before.
    if (at === 0 || colours[at] !== colours[at - 1]) {
      const rgb = bytes.readUIntBE(at * Uint32Array.BYTES_PER_ELEMENT, 3);
      place = places.get(rgb) ?? places.size;
      places.set(rgb, place);
    }
    pixels[at] = place;
  }
  return { width, height, pixels, palette: [...places.keys()] };
}
