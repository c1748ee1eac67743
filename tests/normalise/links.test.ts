import { expect, test } from "vitest";
import type { Permalink } from "../../src/model.ts";
import { linkAttributes, readLink } from "../../src/normalise/links.ts";
import { articleOf, siteOf } from "../support/articles.ts";

const base = "/nantongribao/2022/03/11/a.html" as Permalink;
const site = siteOf();
const inFolder = siteOf({ url: "https://archive.example/finews/" });
const addressOf = (href: string) => readLink(href, base, site)?.address;

test.each([
  ["http://finews.withounder.com/nantongribao/2022/03/11/b.html", "/nantongribao/2022/03/11/b.html"],
  ["//finews.zning.me/x.html", "/x.html"],
  ["https://finnews.zning.me/", "/"],
  ["HTTP://FINEWS.WITHOUNDER.COM/x.html", "/x.html"],
  ["http://finews.withounder.com:80/x.html", "/x.html"],
  ["https://archive.example/x.html", "/x.html"],
  ["/x.html", "/x.html"],
  ["b.html", "/nantongribao/2022/03/11/b.html"],
  ["../10/b.html", "/nantongribao/2022/03/10/b.html"],
  ["../../../../../../../x.html", "/x.html"],
  ["/%E5%8D%97%E9%80%9A/x.html", "/南通/x.html"],
  ["/南通/x.html", "/南通/x.html"],
  ["/x.html?utm=1#p-12345678", "/x.html"],
  ["//finews.withounder.com/emnews/", "/category/emnews.html"],
  ["  /x.html  ", "/x.html"],
])("%s leads inside the site, to %s", (href, address) => {
  expect(readLink(href, base, site)).toMatchObject({ address, isForeign: false });
});

test.each([["/category/"], ["/tag/"], ["/volume/"]])("%s is the site's own overview", (href) => {
  expect(addressOf(href)).toMatch(new RegExp(`^${href}(?:index\\.html)?$`));
});

test.each([
  ["http://a.example/x", "http://a.example/x"],
  ["//a.example/x", "https://a.example/x"],
  ["https://finews.withounder.com.evil.example/", "https://finews.withounder.com.evil.example/"],
  ["https://finews.withounder.com@evil.example/", "https://finews.withounder.com@evil.example/"],
  ["https://finews.withounder.com:8443/", "https://finews.withounder.com:8443/"],
  ["/\\evil.example/x", "https://evil.example/x"],
  ["\\\\evil.example/x", "https://evil.example/x"],
  ["mailto:a@b.example", "mailto:a@b.example"],
])("%s leads out of the site", (href, address) => {
  expect(readLink(href, base, site)).toEqual({ href: address, address, isForeign: true });
});

test.each([
  [""],
  ["   "],
  ["#top"],
  ["javascript:alert(1)"],
  ["java\tscript:alert(1)"],
  ["\u0001javascript:alert(1)"],
  ["JaVaScRiPt:alert(1)"],
  ["vbscript:x"],
  ["data:text/html,x"],
  ["blob:https://a.example/1"],
  ["file:///etc/passwd"],
  ["ftp://a.example/"],
  ["tel:110"],
  ["about:blank"],
  ["http://"],
  ["https://[bad]/"],
  ["/%zz.html"],
])("%j leads nowhere", (href) => {
  expect(readLink(href, base, site)).toBeUndefined();
});

test.each([
  ["http://finews.withounder.com//evil.example/x.png"],
  ["https://archive.example//evil.example/x.png"],
  ["/%2Fevil.example/x.png"],
  ["/.//evil.example/x.png"],
  ["/x/..//evil.example/x.png"],
  ["//finews.zning.me/%2F%2Fevil.example/x.png"],
  ["/%5Cevil.example/x.png"],
])("%s, which begins inside the site, stays there", (href) => {
  for (const where of [site, inFolder]) {
    const link = readLink(href, base, where);
    const target = new URL(link?.href ?? "/", "https://archive.example/a/b.html");
    expect(target.host).toBe("archive.example");
    expect(link?.address).toMatch(/^\/(?!\/)/);
  }
});

test("a site in a folder of its host has the folder in its links, not in its addresses", () => {
  expect(readLink("https://archive.example/finews/x.html", base, inFolder)).toEqual({
    href: "/finews/x.html",
    address: "/x.html",
    isForeign: false,
  });
  expect(readLink("//finews.zning.me/x.html", base, inFolder)?.href).toBe("/finews/x.html");
  expect(readLink("b.html", base, inFolder)?.href).toBe("/finews/nantongribao/2022/03/11/b.html");
});

test("a link out of the site says so in rel", () => {
  expect(linkAttributes({ href: "/x.html", address: "/x.html", isForeign: false })).toEqual({ href: "/x.html" });
  expect(linkAttributes({ href: "https://a.example/", address: "https://a.example/", isForeign: true })).toEqual({
    href: "https://a.example/",
    rel: "noopener noreferrer",
  });
});

test("an article lists where it links to, each once, those inside the site apart", () => {
  const { links, siteLinks } = articleOf(
    '<p><a href="/x.html">甲</a><a href="//finews.zning.me/x.html">乙</a><a href="http://a.example/">丙</a><a href="#n">丁</a></p>',
  );
  expect(links).toEqual(["/x.html", "http://a.example/"]);
  expect(siteLinks).toEqual(["/x.html"]);
});
