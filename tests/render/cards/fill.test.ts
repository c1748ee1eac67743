import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fill, steps } from "../../../src/render/cards/fill.ts";
import type { Stroke } from "../../../src/render/cards/typeface.ts";

const polygon = (...[first, ...others]: (readonly [x: number, y: number])[]): readonly Stroke[] => [
  { type: "M", x: first![0], y: first![1] },
  ...others.map(([x, y]): Stroke => ({ type: "L", x, y })),
  { type: "Z" },
];
const rectangle = (left: number, top: number, right: number, bottom: number) =>
  polygon([left, -top], [right, -top], [right, -bottom], [left, -bottom]);
const filled = (outlines: readonly Stroke[], width: number, height: number, scale = 1) =>
  Array.from(fill([{ outlines, x: 0, y: 0, scale }], width, height).pixels);

test.each([
  ["whole pixels", rectangle(1, 0, 2, 2), [0, 16, 0, 0, 16, 0]],
  ["halves side by side", rectangle(0.5, 0, 2.5, 2), [8, 16, 8, 8, 16, 8]],
  ["quarters at corners", rectangle(0.5, 0.5, 2.5, 1.5), [4, 8, 4, 4, 8, 4]],
  ["less than a pixel", rectangle(1.25, 0.25, 1.75, 0.75), [0, 4, 0, 0, 0, 0]],
  ["a slope across pixels", polygon([0, 0], [3, 0], [0, -2]), [16, 15, 5, 11, 1, 0]],
  ["nothing", [], [0, 0, 0, 0, 0, 0]],
  ["to the very end", rectangle(2, 1, 3, 2), [0, 0, 0, 0, 0, 16]],
] as const)("%s are filled as far as they are covered", (_, outlines, expected) => {
  expect(filled(outlines, 3, 2)).toEqual(expected);
});

test("what is outlined twice the same way is filled once, the other way round it is a hole", () => {
  const outer = rectangle(0, 0, 3, 3);
  const inner = rectangle(1, 1, 2, 2);
  const hole = polygon([1, -1], [1, -2], [2, -2], [2, -1]);
  expect(filled([...outer, ...inner], 3, 3)).toEqual(Array(9).fill(steps));
  expect(filled([...outer, ...hole], 3, 3)).toEqual([16, 16, 16, 16, 0, 16, 16, 16, 16]);
});

test("a curve is as round as its control points make it", () => {
  // The area below a parabola is two thirds of what it stands in.
  const arch: readonly Stroke[] = [
    { type: "M", x: 0, y: -1 },
    { type: "Q", x1: 0.5, y1: 1, x: 1, y: -1 },
    { type: "Z" },
  ];
  const total = filled(arch, 100, 100, 100).reduce((sum, step) => sum + step, 0);
  expect(total / steps / 100 ** 2).toBeCloseTo(2 / 3, 2);
});

test("a triangle takes its area, wherever it lies and whatever was filled before", () => {
  const corner = fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: -30, max: 0, noNaN: true }));
  fc.assert(
    fc.property(corner, corner, corner, (a, b, c) => {
      const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
      const total = filled(polygon(a, b, c), 40, 30).reduce((sum, step) => sum + step, 0) / steps;
      // Each pixel at an edge is rounded by half a step at most, and an edge crosses no more than 70.
      expect(Math.abs(total - area)).toBeLessThanOrEqual((3 * 70) / (2 * steps));
    }),
  );
});

test("what is filled depends on nothing that was filled before", () => {
  const outlines = polygon([3, 0], [39, -7], [11, -29]);
  const first = filled(outlines, 40, 30);
  filled(rectangle(0, 0, 100, 100), 100, 100);
  expect(filled(outlines, 40, 30)).toEqual(first);
});
