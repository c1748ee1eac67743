import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bind } from "../../src/bind/volumes.ts";
import { articlesOf } from "../support/archives.ts";

const dates = [
  "2022-03-11 02:00:40 +0800",
  "2022-03-31 23:59:59 +0800",
  "2022-04-01 00:00:00 +0800",
  "2021-12-31 23:26:33 +0800",
  "2021-02-01",
];

test.each([
  ["2022-02-28 23:59:59 +0800", "2022-02"],
  ["2022-03-01 00:00:00 +0800", "2022-03"],
  ["2022-02-28 15:59:59 +0000", "2022-02"],
  ["2022-02-28 16:00:00 +0000", "2022-03"],
  ["2022-12-31 20:00:00 -0500", "2023-01"],
])("an article of %s is bound in %s, the month of the site's time zone", (date, month) => {
  const [volume] = bind(articlesOf({ "a.md": { date } }));
  expect(volume!.month).toBe(month);
});

test("no articles make no volumes", () => {
  expect(bind([])).toEqual([]);
});

test("volumes stand newest first", () => {
  const articles = articlesOf(Object.fromEntries(dates.map((date, index) => [`${index}.md`, { date }])));
  expect(bind(articles).map(({ month }) => month)).toEqual(["2022-04", "2022-03", "2021-12", "2021-02"]);
});

test("articles stand newest first, then by permalink, then by path", () => {
  const articles = articlesOf({
    "c.md": { date: "2022-03-11 09:00:00 +0800" },
    "z/a.md": { permalink: "/same.html" },
    "b/a.md": { permalink: "/same.html" },
    "d.md": { permalink: "/first.html" },
  });
  const [volume] = bind(articles);
  expect(volume!.articles.map(({ path }) => path)).toEqual(["c.md", "d.md", "b/a.md", "z/a.md"]);
});

test("every article is bound once, whatever the order in which they come", () => {
  const articles = articlesOf(
    Object.fromEntries(dates.flatMap((date, index) => [0, 1, 2].map((copy) => [`${index}-${copy}.md`, { date }]))),
  );
  const paths = (order: typeof articles) => bind(order).map((volume) => volume.articles.map(({ path }) => path));
  const expected = paths(articles);
  expect(expected.flat().toSorted()).toEqual(articles.map(({ path }) => path).toSorted());
  fc.assert(
    fc.property(fc.shuffledSubarray([...articles], { minLength: articles.length }), (order) => {
      expect(paths(order)).toEqual(expected);
    }),
  );
});
