import * as fc from "fast-check";
import { expect, test } from "vitest";
import { absoluteAddress, siteHref } from "../src/address.ts";
import { siteOf } from "./support/articles.ts";

const [atRoot, inFolder] = [siteOf(), siteOf({ url: "https://example.org/finews/" })];

test.each([
  ["/", "/"],
  ["/index.html", "/"],
  ["/category/index.html", "/category/"],
  ["/category/nantongribao.html", "/category/nantongribao.html"],
  ["/index.html/x.html", "/index.html/x.html"],
  ["/reindex.html", "/reindex.html"],
  ["/tag/南通日报.html", "/tag/%E5%8D%97%E9%80%9A%E6%97%A5%E6%8A%A5.html"],
  ["/tag/𠮷🎉.html", "/tag/%F0%A0%AE%B7%F0%9F%8E%89.html"],
  ["/category/a  b.html", "/category/a%20%20b.html"],
  ["/a?b#c%20d.html", "/a%3Fb%23c%2520d.html"],
  ["/anxin(xianggang)&co.html", "/anxin(xianggang)&co.html"],
  ['/"<>\\^`{|}[].html', "/%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D.html"],
])("the link to %s is %s", (address, href) => {
  expect(siteHref(address, atRoot)).toBe(href);
});

test.each([
  ["/", "/finews/", "https://example.org/finews/"],
  ["/index.html", "/finews/", "https://example.org/finews/"],
  ["/tag/index.html", "/finews/tag/", "https://example.org/finews/tag/"],
  ["/a.html", "/finews/a.html", "https://example.org/finews/a.html"],
])("in a folder of its host, the link to %s is %s and its whole address %s", (address, href, whole) => {
  expect(siteHref(address, inFolder)).toBe(href);
  expect(absoluteAddress(address, inFolder)).toBe(whole);
});

test("the folder of the site is percent-encoded too", () => {
  const site = siteOf({ url: "https://example.org/新闻/a b" });
  expect(absoluteAddress("/南通.html", site)).toBe(
    "https://example.org/%E6%96%B0%E9%97%BB/a%20b/%E5%8D%97%E9%80%9A.html",
  );
});

test("a port belongs to the whole address", () => {
  expect(absoluteAddress("/a.html", siteOf({ url: "http://localhost:8080" }))).toBe("http://localhost:8080/a.html");
});

const segments = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/^\.{1,2}$|[/]/.test(text));

test("no address is a link to another host", () => {
  const hostile = fc.oneof(segments, fc.constantFrom("", "evil.example", "\\evil.example"));
  fc.assert(
    fc.property(fc.array(hostile), (parts) => {
      const href = siteHref(`/${parts.join("/")}`, atRoot);
      expect(URL.canParse(href, atRoot.url) && new URL(href, atRoot.url).origin).toBe(atRoot.url);
    }),
  );
});

test("a link has only characters of a path and leads back to its address", () => {
  fc.assert(
    fc.property(fc.array(segments, { minLength: 1 }), (parts) => {
      const href = siteHref(`/${parts.join("/")}.html`, atRoot);
      expect(href).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]+$/);
      expect(decodeURIComponent(href)).toBe(`/${parts.join("/")}.html`);
    }),
  );
});
