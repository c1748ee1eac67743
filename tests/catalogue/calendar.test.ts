import { expect, test } from "vitest";
import { volumesOf, yearsOf } from "../../src/catalogue/calendar.ts";
import { archiveOf } from "../support/archives.ts";

const { entries } = archiveOf({
  "a.md": { date: "2022-03-11 02:00:40 +0800" },
  "b.md": { date: "2022-03-11 18:00:00 +0800" },
  "c.md": { date: "2022-03-10 12:00:00 +0800" },
  "d.md": { date: "2022-01-31 23:59:59 +0800" },
  "e.md": { date: "2022-01-31 16:00:00 +0000" },
  "f.md": { date: "2021-12-31 23:26:33 +0800" },
  "g.md": { date: "2019-12-01" },
});
const pathsOf = (some: typeof entries) => some.map(({ article }) => article.path);

test("volumes stand newest first, each under its month's address", () => {
  expect(volumesOf(entries).map((volume) => [volume.month, volume.permalink, pathsOf(volume.entries)])).toEqual([
    ["2022-03", "/volume/2022-03.html", ["b.md", "a.md", "c.md"]],
    ["2022-02", "/volume/2022-02.html", ["e.md"]],
    ["2022-01", "/volume/2022-01.html", ["d.md"]],
    ["2021-12", "/volume/2021-12.html", ["f.md"]],
    ["2019-12", "/volume/2019-12.html", ["g.md"]],
  ]);
});

test("the days of a volume stand newest first, and days without articles are left out", () => {
  const [march] = volumesOf(entries);
  expect(march!.days.map((day) => [day.day, pathsOf(day.entries)])).toEqual([
    ["2022-03-11", ["b.md", "a.md"]],
    ["2022-03-10", ["c.md"]],
  ]);
});

test("articles of which no day is known are in their volume, but on none of its days", () => {
  const [february] = volumesOf(
    archiveOf({
      "a.md": { date: "2022-02-09" },
      "b.md": { date: "2022-02-08", date_precision: "month" },
      "c.md": { date: "2022-02-08 10:00:00" },
    }).entries,
  );
  expect(pathsOf(february!.entries)).toEqual(["a.md", "c.md", "b.md"]);
  expect(february!.days.map((day) => [day.day, pathsOf(day.entries)])).toEqual([
    ["2022-02-09", ["a.md"]],
    ["2022-02-08", ["c.md"]],
  ]);
  expect(pathsOf(february!.undated)).toEqual(["b.md"]);
});

test("years stand newest first with the number of their articles, and years without articles are left out", () => {
  expect(yearsOf(volumesOf(entries)).map(({ year, permalink, count }) => [year, permalink, count])).toEqual([
    ["2022", "/volume/2022.html", 5],
    ["2021", "/volume/2021.html", 1],
    ["2019", "/volume/2019.html", 1],
  ]);
});

test("a year has twelve months, January first, and a volume only where there are articles", () => {
  const volumes = volumesOf(entries);
  const [{ months } = { months: [] }] = yearsOf(volumes);
  expect(months.map(({ month }) => month)).toEqual(
    ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((number) => `2022-${number}`),
  );
  expect(months.map(({ volume }) => volume)).toEqual([
    volumes[2],
    volumes[1],
    volumes[0],
    ...Array.from({ length: 9 }, () => undefined),
  ]);
});

test("an archive without articles has neither volumes nor years", () => {
  expect(volumesOf([])).toEqual([]);
  expect(yearsOf([])).toEqual([]);
});
