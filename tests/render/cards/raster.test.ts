import { expect, test } from "vitest";
import { rasterise } from "../../../src/render/cards/raster.ts";

const svg = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><rect width="3" height="2" fill="#faf8f3"/>',
  '<rect x="1" width="1" height="1" fill="#a3301f"/><rect x="2" y="1" width="1" height="1" fill="#1f1d1a"/></svg>',
].join("");

test("a picture is a palette and a place in it for each pixel, in the order of their first appearance", () => {
  expect(rasterise(svg)).toEqual({
    width: 3,
    height: 2,
    palette: [0xfaf8f3, 0xa3301f, 0x1f1d1a],
    pixels: Uint8Array.of(0, 1, 0, 0, 0, 2),
  });
});

test("colours that are there already keep their places", () => {
  expect(rasterise(svg, [0x1f1d1a, 0x00ff00])).toMatchObject({
    palette: [0x1f1d1a, 0x00ff00, 0xfaf8f3, 0xa3301f],
    pixels: Uint8Array.of(2, 3, 2, 2, 2, 0),
  });
});
