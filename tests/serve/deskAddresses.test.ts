import { expect, test } from "vitest";
import type { SourcePath } from "../../src/model.ts";
import { addressOf, fileOfPage, filePage, pageAt, pathOf } from "../../src/serve/deskAddresses.ts";

test.each([
  ["/a%20b.html?x=1#y", "/a b.html"],
  ["/%E5%8D%97.html", "/南.html"],
  ["/a..b/...html", "/a..b/...html"],
  ["/%E5.html", undefined],
  ["/..%2f..%2fetc/passwd", undefined],
  ["/a/%2e%2e", undefined],
  ["/a%5c..%5cb", undefined],
  ["/a%00.html", undefined],
])("a browser that asks for %s", (url, path) => {
  expect(pathOf(url)).toBe(path);
});

test.each([
  ["/archive/a.html", "/archive", "/a.html"],
  ["/archive/", "/archive", "/"],
  ["/archive", "/archive", undefined],
  ["/other/a.html", "/archive", undefined],
  ["/a.html", "", "/a.html"],
])("where %s is on a site at %j", (path, prefix, address) => {
  expect(addressOf(path, prefix)).toBe(address);
});

test.each([
  ["/", "/index.html"],
  ["/special/x/", "/special/x/index.html"],
  ["/2022/a.html", "/2022/a.html"],
  ["/2022/a.HTM", "/2022/a.HTM"],
  ["/2022/a", "/2022/a.html"],
  ["/assets/style.css", undefined],
  ["/data/articles-2022-03.jsonl", undefined],
])("%s may be the page %s", (address, page) => {
  expect(pageAt(address)).toBe(page);
});

test("a file's page leads back to the file", () => {
  const path = "江海/2022-03-12-a b.md" as SourcePath;
  expect(fileOfPage(filePage(path))).toBe(path);
  expect(fileOfPage("/.fangzhi/open")).toBeUndefined();
});
