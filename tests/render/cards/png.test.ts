import { Resvg } from "@resvg/resvg-js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pngOf, type Picture } from "../../../src/render/cards/png.ts";

/** Another program's reading of the file: red, green and blue of each pixel. */
function read(png: Uint8Array, { width, height }: Pick<Picture, "width" | "height">): readonly number[] {
  const address = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const image = `<image width="${width}" height="${height}" href="${address}" image-rendering="optimizeSpeed"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return Array.from({ length: width * height }, (_, at) => pixels.readUIntBE(4 * at, 3));
}

const rasters = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    palette: fc.uniqueArray(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 256 }),
    seeds: fc.array(fc.nat(), { minLength: 1, maxLength: 20 }),
  })
  .map(({ width, height, palette, seeds }) => {
    const places = Array.from({ length: width * height }, (_, at) => seeds[at % seeds.length]! % palette.length);
    return { width, height, palette, pixels: Uint8Array.from(places) };
  });

test("other programs read the picture that was written", () => {
  fc.assert(
    fc.property(rasters, (raster) => {
      const expected = Array.from(raster.pixels, (place) => raster.palette[place]);
      expect(read(pngOf(raster.palette, raster), raster)).toEqual(expected);
    }),
  );
});

test("a picture lies upon another at its place", () => {
  const ground = { width: 3, height: 3, pixels: new Uint8Array(9) };
  const layer = { left: 1, top: 2, width: 2, height: 1, pixels: Uint8Array.of(1, 1) };
  expect(read(pngOf([0xfaf8f3, 0x1f1d1a], ground, layer), ground)).toEqual([
    ...Array<number>(7).fill(0xfaf8f3),
    ...[0x1f1d1a, 0x1f1d1a],
  ]);
});

test("more colours than a palette holds are refused", () => {
  const palette = Array.from({ length: 257 }, (_, colour) => colour);
  const picture = { width: 1, height: 1, pixels: Uint8Array.of(0) };
  expect(() => pngOf(palette, picture)).toThrow(new RangeError("Expected at most 256 colours, got 257"));
});
