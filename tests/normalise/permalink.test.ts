import fc from "fast-check";
import { expect, test } from "vitest";
import type { Published } from "../../src/model.ts";
import { readDate } from "../../src/normalise/date.ts";
import {
  fillPermalink,
  followPermalink,
  hasKnownPlaceholders,
  pathSegment,
  type PermalinkParts,
} from "../../src/normalise/permalink.ts";
import { isSitePage } from "../../src/normalise/sitePages.ts";

function publishedAt(text: string): Published {
  const date = readDate(text, "Asia/Shanghai");
  if ("rule" in date) throw new Error(`Expected a date, got ${text}`);
  return date.published;
}

const published = publishedAt("2022-03-01 02:05:09 +0800");

function partsOf(parts: Partial<PermalinkParts> = {}): PermalinkParts {
  return { categories: ["Nt x", "B"], slug: "Some_Name. 名", path: "2022-03-01-Some_Name. 名.md", published, ...parts };
}

test.each([
  ["/:categories/:year/:month/:day/:title.html", "/nt x/b/2022/03/01/Some_Name.-名.html"],
  ["/:slugified_categories/:slug.html", "/nt-x/b/some-name-名.html"],
  ["/:short_year/:i_month/:i_day/x:output_ext", "/22/3/1/x.html"],
  ["/:short_month/:long_month/:short_day/:long_day.html", "/Mar/March/Tue/Tuesday.html"],
  ["/:hour/:minute/:second.html", "/02/05/09.html"],
  ["/:w_year/:week/:w_day/:y_day.html", "/2022/09/2/060.html"],
  ["/:year-:month_:day.html", "/2022-03_01.html"],
  ["/:collection/:title", "/posts/Some_Name.-名.html"],
  ["/:categories/:title/", "/nt x/b/Some_Name.-名/index.html"],
  ["/:year/", "/2022/index.html"],
  ["/x.htm", "/x.htm"],
  ["/X/Y.HTML", "/X/Y.HTML"],
])("%s becomes %s", (template, address) => {
  expect(fillPermalink(template, partsOf())).toBe(address);
});

test("an article without categories has none in its address", () => {
  expect(fillPermalink("/:categories/:year/:title.html", partsOf({ categories: [], slug: "x" }))).toBe("/2022/x.html");
});

test.each([
  [["TechWeb", "Techweb"], "/techweb/x.html"],
  [["a/b"], "/a/b/x.html"],
  [["南通 日报"], "/南通 日报/x.html"],
  [["anxinguojizhengquan(xianggang)"], "/anxinguojizhengquan(xianggang)/x.html"],
  [["ÄÖÜ"], "/äöü/x.html"],
  [["cafe\u0301"], "/caf\u00e9/x.html"],
  [[".hidden"], "/hidden/x.html"],
  [["C++ & C#"], "/c++ & c-/x.html"],
])("the categories %j stand in an address as %s", (categories, address) => {
  expect(fillPermalink("/:categories/x.html", partsOf({ categories }))).toBe(address);
});

test("the week's year and the calendar's year differ around New Year", () => {
  const parts = partsOf({ published: publishedAt("2022-01-01") });
  expect(fillPermalink("/:w_year-:week/:year.html", parts)).toBe("/2021-52/2022.html");
});

test.each([[":title"], [":slug"]])("names without letters keep different addresses under %s", (placeholder) => {
  const addresses = ["🎉", "🎊"].map((slug) => fillPermalink(`/${placeholder}.html`, partsOf({ slug })));
  expect(addresses[0]).not.toBe(addresses[1]);
});

test.each([
  ["/:categories/:year/:month/:day/:title.html", true],
  ["/:month_:day.html", true],
  ["/a.html", true],
  ["/:nosuch.html", false],
  ["/:titles.html", false],
  ["/:title_x.html", false],
  ["/:constructor/:toString.html", false],
])("%s has only known placeholders: %s", (template, known) => {
  expect(hasKnownPlaceholders(template)).toBe(known);
});

test.each([
  ["/about-us.html", "/about-us.html"],
  ["a/b.html", "/a/b.html"],
  ["/a/b", "/a/b.html"],
  ["/a/b/", "/a/b/index.html"],
  ["/a//b.html", "/a/b.html"],
  ["/深 圳/新闻.html", "/深 圳/新闻.html"],
  ["/%E6%B7%B1%E5%9C%B3/x.html", "/深圳/x.html"],
  ["  /x.html  ", "/x.html"],
  ["/:year/:title.html", "/2022/x.html"],
  ["/news/category/x.html", "/news/category/x.html"],
  ["/a.b/c.html", "/a.b/c.html"],
  ["pretty", "/pretty.html"],
  ["/cafe\u0301.html", "/caf\u00e9.html"],
])("the permalink %s is followed to %s", (permalink, address) => {
  expect(followPermalink(permalink, partsOf({ slug: "x" }))).toBe(address);
});

test.each([
  [""],
  ["   "],
  ["//evil.example/x.html"],
  ["https://evil.example/x.html"],
  ["javascript:alert(1)"],
  ["mailto:a@b.example"],
  ["/../x.html"],
  ["/a/../../x.html"],
  ["../x.html"],
  ["/a/./x.html"],
  ["/%2e%2e/x.html"],
  ["/a/%2E%2E%2Fx.html"],
  ["/%252e%252e/x.html"],
  ["/.htaccess"],
  ["/.git/config.html"],
  ["/a/ .b/x.html"],
  ["/a\\..\\x.html"],
  ["\\\\evil.example\\x.html"],
  ["/a\u0000.html"],
  ["/a%00.html"],
  ["/a\nb.html"],
  ["/a\u202Eb.html"],
  ["/a\u200Bb.html"],
  ["/a?b.html"],
  ["/a.html#b"],
  ["/a*b.html"],
  ["/<b>.html"],
  ["/%zz.html"],
  ["/x.php"],
  ["/feed.xml"],
  ["/a/robots.txt"],
  ["/style.css"],
])("the permalink %j is no page address inside the site", (permalink) => {
  expect(followPermalink(permalink, partsOf())).toEqual({ rule: "permalink-not-inside" });
});

test.each([
  ["/"],
  ["/index.html"],
  ["/INDEX.HTM"],
  ["/404.html"],
  ["/404/"],
  ["/data-quality.html"],
  ["/category/nantongribao.html"],
  ["/Category/x.html"],
  ["/tag/"],
  ["/volume/2022-03"],
  ["//category//x.html".slice(1)],
  ["/assets/x.html"],
  ["/:title.html"],
])("the permalink %s belongs to the site itself", (permalink) => {
  expect(followPermalink(permalink, partsOf({ slug: "index" }))).toEqual({ rule: "permalink-site-page" });
});

test.each([["/:nosuch.html"], ["/a:b.html"], ["/:titles/"]])(
  "the permalink %s has an unknown placeholder",
  (permalink) => {
    expect(followPermalink(permalink, partsOf())).toEqual({ rule: "permalink-placeholder" });
  },
);

test.each([
  ["..", /^x-[0-9a-f]{8}$/],
  [" . ", /^x-[0-9a-f]{8}$/],
  ["\u202E", /^-$/],
  ["a b", /^a b$/],
  ["长".repeat(100), /^长+-[0-9a-f]{8}$/],
  [`${"长".repeat(100)}.html`, /^长+-[0-9a-f]{8}\.html$/],
])("the segment %j is made safe", (segment, expected) => {
  expect(pathSegment(segment)).toMatch(expected);
});

/** What a path on disk and a web server would make of an address, as far as it is not plain. */
function dangersIn(address: string): readonly string[] {
  const segments = address.split("/").slice(1);
  return [
    ...(address.startsWith("/") ? [] : ["does not begin at the root"]),
    ...(new URL(encodeURI(address), "https://archive.example/a/b.html").href ===
    `https://archive.example${encodeURI(address)}`
      ? []
      : ["means another address"]),
    ...(address === address.normalize("NFC") ? [] : ["is not in NFC"]),
    ...(/\.html?$/i.test(address) ? [] : ["is no page"]),
    ...segments.flatMap((segment) => [
      ...(segment === "" ? ["has an empty part"] : []),
      ...(segment.startsWith(".") ? ["has a dot-file"] : []),
      ...(Buffer.byteLength(segment) > 255 ? ["has too long a part"] : []),
      ...(/[\p{Cc}\p{Cs}\\?#%]/u.test(segment) ? ["has a part that is no file name"] : []),
    ]),
  ];
}

const nasty = fc.constantFrom(
  ...["/", "//", "..", ".", "\\", "%2e", "%2F", ":title", ":categories", ":year", "category", "tag", "index", ".html"],
  ...["https:", "evil.example", "\u0000", "\u202E", "\uD800", " ", "文", "e\u0301", "?", "#", "~", "a".repeat(300)],
);
const text = fc.oneof(
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);
const anyParts = fc.record({
  categories: fc.array(text, { maxLength: 4 }),
  slug: text,
  path: text,
  published: fc.constant(published),
});

test("no permalink leaves the site or takes one of its pages", () => {
  fc.assert(
    fc.property(text, anyParts, (permalink, parts) => {
      const followed = followPermalink(permalink, parts);
      if (typeof followed === "object") return;
      expect(dangersIn(followed)).toEqual([]);
      expect(isSitePage(followed)).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test("no category or name leads the default address out of the site", () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      expect(dangersIn(fillPermalink("/:categories/:year/:month/:day/:title.html", parts))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  [100, 100],
  [101, 101],
  [200, 200],
  [201, 200],
  [5000, 200],
])("of %i plain letters a part of an address has %i", (letters, length) => {
  expect(pathSegment("a".repeat(letters))).toHaveLength(length);
});

test("a part that is safe as it is stays, and no other is taken for one", () => {
  const rule = (segment: string) =>
    segment
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/?#%*:"<>|]+/gu, "-")
      .replace(/^[.\s]+|[.\s]+$/g, "");
  const segment = fc.string({
    unit: fc.constantFrom("a", "Z", "0", "_", "-", ".", " ", "?", "名", "e\u0301"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      segment.filter((each) => rule(each) !== ""),
      (each) => {
        expect(pathSegment(each)).toBe(rule(each));
      },
    ),
  );
});

test("templates are filled in turn as each of them is alone", () => {
  const templates = [
    "/:categories/:year/:title.html",
    "/:year/:month_:day/:slug.html",
    "/x/:nosuch:day.html",
    "/plain.html",
  ];
  const filled = ["/nt x/b/2022/Some_Name.-名.html", "/2022/03_01/some-name-名.html", "/x/01.html", "/plain.html"];
  const turns = fc.array(fc.nat(templates.length - 1));
  fc.assert(
    fc.property(turns, (turn) => {
      expect(turn.map((at) => fillPermalink(templates[at]!, partsOf()))).toEqual(turn.map((at) => filled[at]));
    }),
  );
});
