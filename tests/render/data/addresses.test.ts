import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Permalink } from "../../../src/model.ts";
import { apiAddress, articleAddress } from "../../../src/render/data/addresses.ts";

test.each([
  ["/category/nantongribao.html", "/api/category/nantongribao.json"],
  ["/category/nantongribao/2022-03.html", "/api/category/nantongribao/2022-03.json"],
  ["/tag/南通日报新闻.html", "/api/tag/南通日报新闻.json"],
  ["/category/x.json.html", "/api/category/x.json.json"],
  ["/category/x.json/2022-03.html", "/api/category/x.json_/2022-03.json"],
  ["/x.htm", "/api/x.htm.json"],
  ["/x.htm.html", "/api/x.htm.html.json"],
])("the data of %s stand at %s", (page, expected) => {
  expect(apiAddress(page as Permalink)).toBe(expected);
});

test("the data of an article stand below a folder of their own", () => {
  expect(articleAddress("/special/report/index.html" as Permalink)).toBe("/api/article/special/report/index.json");
});

test("pages in files of their own have their data in files of their own, and none stands where another has its folder", () => {
  const name = fc
    .array(fc.constantFrom("a", "b", ".json", ".JSON", "_", ".html", ".htm", ".HTML"), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(""));
  const page = fc
    .tuple(fc.array(name, { maxLength: 2 }), name, fc.constantFrom(".html", ".htm", ".HTML"))
    .map(([folders, file, ending]) => ["", ...folders, file + ending].join("/"));
  const fold = (address: string) => address.toLowerCase();
  const foldersOf = (address: string) => address.split("/").map((_, at, parts) => parts.slice(0, at).join("/"));
  fc.assert(
    fc.property(fc.uniqueArray(page, { minLength: 2, maxLength: 12, selector: fold }), (pages) => {
      const data = pages.map((address) => fold(apiAddress(address as Permalink)));
      expect(new Set(data).size).toBe(pages.length);
      const folders = new Set(data.flatMap(foldersOf));
      expect(data.filter((address) => folders.has(address))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
