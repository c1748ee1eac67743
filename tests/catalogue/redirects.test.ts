import { expect, test } from "vitest";
import { archiveOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";

const title = "同一个标题";
const body = "<p>同一篇正文。</p>";

function redirectsOf(files: Files, site = siteOf()) {
  return archiveOf(files, site).redirects.map(({ from, to }) => [from, to]);
}

test("articles that never moved need no redirect", () => {
  expect(redirectsOf({ "a.md": { categories: "nantongribao" }, "b.md": { categories: ["a b", "c"] } })).toEqual([]);
});

test("the address of a merged copy leads to the page", () => {
  const files = {
    "2022-03-11-a.md": { title, body, categories: "nantongribao" },
    "2022-03-11-b.md": { title, body, categories: "techweb" },
  };
  expect(archiveOf(files).redirects).toEqual([
    { from: "/techweb/2022/03/11/b.html", to: "/nantongribao/2022/03/11/a.html", title },
  ]);
});

test("a merged copy of the same address needs no redirect", () => {
  const permalink = "/same.html";
  expect(redirectsOf({ "a.md": { title, body, permalink }, "b.md": { title, body, permalink } })).toEqual([]);
});

test("the day on which Jekyll put a date without a zone leads to the day in the site's zone", () => {
  expect(redirectsOf({ "2022-03-11-a.md": { date: "2022-03-11 20:00:00" } })).toEqual([
    ["/2022/03/12/a.html", "/2022/03/11/a.html"],
  ]);
});

test("the former addresses of a copy lead to the page too", () => {
  const files = {
    "2022-03-11-a.md": { title, body },
    "2022-03-11-b.md": { title, body, date: "2022-03-11 20:00:00" },
  };
  expect(redirectsOf(files)).toEqual([
    ["/2022/03/11/b.html", "/2022/03/11/a.html"],
    ["/2022/03/12/b.html", "/2022/03/11/a.html"],
  ]);
});

test("the old page of two categories at once leads to the first of them", () => {
  const files = { "a.md": { categories: "21shijijingjibaodao  nancailicaitong", tags: "世纪报 财通" } };
  expect(archiveOf(files).redirects).toEqual([
    {
      from: "/category/21shijijingjibaodao  nancailicaitong.html",
      to: "/category/21shijijingjibaodao.html",
      title: "世纪报",
    },
  ]);
});

test("a redirect never replaces another article's page, not even one that differs in case", () => {
  const moved = { "2022-03-11-a.md": { date: "2022-03-11 20:00:00" } };
  expect(redirectsOf({ ...moved, "b.md": { permalink: "/2022/03/12/a.html" } })).toEqual([]);
  expect(redirectsOf({ ...moved, "b.md": { permalink: "/2022/03/12/A.html" } })).toEqual([]);
});

test("each address of redirect_from leads to the article, unless a page has it", () => {
  const files = {
    "2022-03-11-a.md": { title, body, permalink: "/a.html", redirect_from: ["/old/", "/b.html"] },
    "2022-03-11-b.md": { title, body: `${body}乙`, permalink: "/b.html" },
  };
  expect(redirectsOf(files)).toEqual([["/old/index.html", "/a.html"]]);
  expect(archiveOf(files).findings.warnings).toMatchObject([
    { rule: "redirect-taken", path: "2022-03-11-a.md", values: { address: "/b.html", other: "2022-03-11-b.md" } },
  ]);
});

test("a redirect never stands where a page needs a folder", () => {
  const moved = { "2022-03-11-a.md": { date: "2022-03-11 20:00:00" } };
  expect(redirectsOf({ ...moved, "b.md": { permalink: "/2022/03/12/a.html/b.html" } })).toEqual([]);
});

test.each([
  ["/index.html", {}, "index.md"],
  ["/404.html", {}, "404.md"],
  ["/data-quality.html", {}, "data-quality.md"],
  ["/tag/index.html", { category: "tag" }, "index.md"],
  ["/tag/x.html", { category: "tag", tags: "x" }, "x.md"],
  ["/volume/2022.html", { category: "volume" }, "2022.md"],
  ["/volume/2022-03.html", { category: "volume" }, "2022-03.md"],
  ["/category/x/2022-03.html", { categories: ["category", "x"] }, "2022-03.md"],
])("a redirect never replaces the site's own page %s", (address, keys, path) => {
  const files = { "0.md": { title, body, categories: "x" }, [path]: { title, body, ...keys } };
  const { entries, redirects } = archiveOf(files, siteOf({ permalink: "/:categories/:title.html" }));
  expect(entries.map(({ article }) => article.path)).toEqual(["0.md"]);
  expect(redirects.map(({ from }) => from)).not.toContain(address);
});

test.each(["a/../../../x y", "../../x y", "a/./b c", "/etc/x y", ".. ..", "a/.git/x y", "a//b c"])(
  "the old page of categories %j stays inside its folder",
  (categories) => {
    for (const [from] of redirectsOf({ "2022-03-11-a.md": { categories } })) {
      expect(from).toMatch(/^\/category(?:\/[^/.][^/]*)+$/);
    }
    expect(archiveOf({ "2022-03-11-a.md": { categories } }).entries).toHaveLength(1);
  },
);

test("of two redirects from one address there is one, to the newest article", () => {
  const files = {
    "2022-03-11-a.md": { title, body, permalink: "/a.html" },
    "2022-03-11-b.md": { title, body, permalink: "/old.html" },
    "2022-03-12-a.md": { title, body, permalink: "/c.html", date: "2022-03-12" },
    "2022-03-12-b.md": { title, body, permalink: "/old.html", date: "2022-03-12" },
  };
  expect(redirectsOf(files)).toEqual([["/old.html", "/c.html"]]);
});
