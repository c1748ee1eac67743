import { expect, test } from "vitest";
import type { VolumeEntry } from "../../src/catalogue/archive.ts";
import { boundSpans } from "../../src/render/searchSpans.ts";

/** Volumes of so many articles each, newest first. */
function volumes(counts: Readonly<Record<string, number>>): readonly VolumeEntry[] {
  return Object.entries(counts).map(
    ([month, length]) => ({ month, entries: Array.from({ length }) }) as unknown as VolumeEntry,
  );
}

/** A year of so many articles a month. */
function year(name: string, count: number, months = 12): Readonly<Record<string, number>> {
  const numbers = Array.from({ length: months }, (_, at) => months - at);
  return Object.fromEntries(numbers.map((number) => [`${name}-${String(number).padStart(2, "0")}`, count]));
}

test.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
  ["nothing", {}, []],
  ["small years, the last one too", { ...year("2022", 2, 3), ...year("2021", 100) }, ["2022", "2021"]],
  [
    "the last year's quarters, and the months of the last one, where there are many articles",
    { ...year("2022", 800, 8), ...year("2021", 800) },
    ["2022-08", "2022-07", "2022-Q2", "2022-Q1", "2021"],
  ],
  [
    "the last quarter as one while it is small",
    { ...year("2022", 500, 5), ...year("2021", 1) },
    ["2022-Q2", "2022-Q1", "2021"],
  ],
  [
    "years that are too large by their quarters, and those by their months",
    { ...year("2022", 1, 1), ...year("2021", 2000), ...year("2020", 6000, 2) },
    ["2022", "2021-Q4", "2021-Q3", "2021-Q2", "2021-Q1", "2020"],
  ],
  ["quarters that are too large by their months", { ...year("2022", 9000, 2) }, ["2022-02", "2022-01"]],
  [
    "a year without some of its months",
    { "2022-05": 1, "2021-12": 9000, "2021-02": 9000, "2021-01": 1 },
    ["2022", "2021-Q4", "2021-Q1"],
  ],
])("bound are %s", (_, counts, spans) => {
  const given = volumes(counts);
  const bound = boundSpans(given);
  expect(bound.map(({ span }) => span)).toEqual(spans);
  expect(bound.flatMap((each) => each.volumes)).toEqual(given);
  const articles = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(bound.reduce((sum, each) => sum + each.articles, 0)).toBe(articles);
});

test("what an article more changes in is its own span alone", () => {
  const before = boundSpans(volumes({ ...year("2022", 800, 8), ...year("2021", 800) }));
  const after = boundSpans(volumes({ ...year("2022", 800, 8), ...year("2021", 800), "2022-08": 801 }));
  const differing = after.filter(({ articles }, at) => articles !== before[at]!.articles);
  expect(differing.map(({ span }) => span)).toEqual(["2022-08"]);
});
