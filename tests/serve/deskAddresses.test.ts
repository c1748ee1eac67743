import { expect, test } from "vitest";
import type { SourcePath } from "../../src/model.ts";
import { addressOf, fileOfPage, filePage, pageAt } from "../../src/serve/deskAddresses.ts";

test.each([
  ["/a%20b.html?x=1#y", "", "/a b.html"],
  ["/archive/a.html", "/archive", "/a.html"],
  ["/archive/", "/archive", "/"],
  ["/other/a.html", "/archive", undefined],
  ["/%E5%8D%97.html", "", "/南.html"],
  ["/%E5.html", "", undefined],
])("a browser that asks for %s of a site at %j", (url, prefix, address) => {
  expect(addressOf(url, prefix)).toBe(address);
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
