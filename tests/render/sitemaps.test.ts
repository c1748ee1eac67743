import { expect, test } from "vitest";
import type { Archive } from "../../src/catalogue/archive.ts";
import { sitemapsOf } from "../../src/render/sitemaps.ts";
import { archiveOf } from "../support/archives.ts";

test("the sitemaps list every page that is to be found, once, but no redirect", () => {
  const files = {
    "2022-03-31-a.md": { date: "2022-03-31", category: "nantongribao" },
    "2021-12-31-b.md": { category: "nantongribao", tag: "甲", date: "2021-12-31 23:26:33" },
  };
  const archive = archiveOf(files);
  const listed = sitemapsOf(archive, { search: true, data: true }).flatMap(({ entries }) =>
    entries().map(({ permalink }) => permalink),
  );
  expect(archive.redirects).toHaveLength(1);
  expect(listed.toSorted()).toEqual(
    [
      ...["/index.html", "/category/index.html", "/tag/index.html", "/volume/index.html", "/search.html", "/data.html"],
      ...[...archive.entries, ...archive.categories, ...archive.tags].map(({ permalink }) => permalink),
      ...[...archive.years, ...archive.volumes].map(({ permalink }) => permalink),
    ].toSorted(),
  );
});

test("a page is not said to have changed on a day that is not known", () => {
  const archive = archiveOf({
    "a.md": { date: "2022-02-08", date_precision: "month", permalink: "/a.html" },
    "b.md": { date: "2022-02-07", permalink: "/b.html" },
  });
  const [pages, february] = sitemapsOf(archive, { search: false, data: false });
  expect(february!.entries()).toEqual([{ permalink: "/a.html" }, { permalink: "/b.html", changed: "2022-02-07" }]);
  expect(pages!.entries().filter(({ changed }) => changed !== undefined)).toEqual([]);
});

test("a sitemap of more than 50,000 addresses goes on in another", () => {
  const archive = archiveOf({ "a.md": {} });
  const entries = Array.from({ length: 50_001 }, () => archive.entries[0]!);
  const long: Archive = { ...archive, volumes: [{ ...archive.volumes[0]!, entries }] };
  expect(
    sitemapsOf(long, { search: false, data: false }).map((sitemap) => [sitemap.permalink, sitemap.entries().length]),
  ).toEqual([
    ["/sitemap/pages.xml", 6],
    ["/sitemap/2022-03.xml", 50_000],
    ["/sitemap/2022-03-2.xml", 1],
  ]);
});
