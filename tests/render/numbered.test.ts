import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Permalink } from "../../src/model.ts";
import { numberedPages } from "../../src/render/numbered.ts";

const first = "/category/nantongribao/2022-03.html" as Permalink;

test("a list that fits stands on one page at its own address", () => {
  expect(numberedPages(["a", "b"], 2, first)).toEqual([{ number: 1, count: 1, permalink: first, entries: ["a", "b"] }]);
});

test("an empty list has a page too", () => {
  expect(numberedPages([], 100, first)).toEqual([{ number: 1, count: 1, permalink: first, entries: [] }]);
});

test("a long list goes on at numbered addresses, each leading to those beside it", () => {
  const second = "/category/nantongribao/2022-03-2.html";
  const third = "/category/nantongribao/2022-03-3.html";
  expect(numberedPages([1, 2, 3, 4, 5], 2, first)).toEqual([
    { number: 1, count: 3, permalink: first, entries: [1, 2], next: second },
    { number: 2, count: 3, permalink: second, entries: [3, 4], previous: first, next: third },
    { number: 3, count: 3, permalink: third, entries: [5], previous: second },
  ]);
});

test("numbers stand before the ending of any kind", () => {
  const [, second] = numberedPages([1, 2], 1, "/sitemap/2022-03.xml" as Permalink);
  expect(second!.permalink).toBe("/sitemap/2022-03-2.xml");
});

test("every value stands on one page, in order, and no page is too long or empty", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.integer({ min: 1, max: 12 }), (values, size) => {
      const pages = numberedPages(values, size, first);
      expect(pages.flatMap(({ entries }) => entries)).toEqual(values);
      expect(pages.every(({ entries }) => entries.length >= 1 && entries.length <= size)).toBe(true);
      expect(new Set(pages.map(({ permalink }) => permalink)).size).toBe(pages.length);
      expect(pages.map(({ next }) => next).slice(0, -1)).toEqual(pages.slice(1).map(({ permalink }) => permalink));
      expect(pages.slice(1).map(({ previous }) => previous)).toEqual(
        pages.slice(0, -1).map(({ permalink }) => permalink),
      );
    }),
  );
});
