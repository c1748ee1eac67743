import { readdirSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { VolumeEntry } from "../../src/catalogue/archive.ts";
import { catalogue } from "../../src/catalogue/catalogue.ts";
import type { Site } from "../../src/config.ts";
import type { Permalink } from "../../src/model.ts";
import type { KeptSources } from "../../src/read/kept.ts";
import type { CalendarCell } from "../../src/render/calendarRows.ts";
import { pageSets } from "../../src/render/pageSets.ts";
import type { SetPage } from "../../src/render/setPage.ts";
import { shellAddresses } from "../../src/render/shell.ts";
import { articlesOf, entriesOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";
import { project } from "../support/command.ts";

function pagesOf(files: Files, site: Site = siteOf(), kept: KeptSources = new Map()): readonly SetPage[] {
  const articles = articlesOf(files, site);
  const input = { site, archive: catalogue(entriesOf(articles), site), kept };
  return pageSets.flatMap(({ pages }) => [...pages(input)]);
}

/** Kept sources of these names. */
function keptOf(...names: readonly string[]): KeptSources {
  return new Map(
    names.map((name) => [name, { file: `/posts/${name}`, permalink: `/sources/${name}` as Permalink, state: name }]),
  );
}

function pageAt(pages: readonly SetPage[], permalink: string): ReturnType<SetPage["context"]> {
  const page = pages.find((candidate) => candidate.permalink === permalink);
  if (!page) throw new Error(`Expected a page at ${permalink}, got none`);
  return page.context();
}

/** The addresses of the templates and files that stand beside the sets. */
function addressesBeside(): readonly string[] {
  const assets = readdirSync(path.join(project, "layouts/assets")).map((name) => `/assets/${name}`);
  return [...shellAddresses(project).keys(), ...assets];
}

const march = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = String(31 - Math.floor(index / 4)).padStart(2, "0");
      return [`2022-03-${day}-${index}.md`, { date: `2022-03-${day}`, category: "nantongribao" }];
    }),
  );

/** Without what stands beside the pages. */
const pagesOnly = siteOf({ search: false, data: false, cards: false });

test("an archive has a page for each article, term, month of a term, feed, year, month, sitemap and redirect", () => {
  const files = {
    "2022-03-11-a.md": { categories: "nantongribao", tag: "南通日报新闻" },
    "2021-12-31-b.md": { categories: "nantongribao", date: "2021-12-31 23:26:33" },
  };
  const pages = pagesOf(files, pagesOnly);
  expect(pages.map(({ permalink }) => permalink).toSorted()).toEqual([
    "/category/nantongribao.html",
    "/category/nantongribao/2021-12.html",
    "/category/nantongribao/2022-03.html",
    "/category/nantongribao/feed.xml",
    "/nantongribao/2021/12/31/b.html",
    "/nantongribao/2022/01/01/b.html",
    "/nantongribao/2022/03/11/a.html",
    "/sitemap/2021-12.xml",
    "/sitemap/2022-03.xml",
    "/sitemap/pages.xml",
    "/tag/南通日报新闻.html",
    "/tag/南通日报新闻/2022-03.html",
    "/tag/南通日报新闻/feed.xml",
    "/volume/2021-12.html",
    "/volume/2021.html",
    "/volume/2022-03.html",
    "/volume/2022.html",
  ]);
});

test("an archive without articles has a sitemap of its overviews and nothing else", () => {
  expect(pagesOf({}, pagesOnly).map(({ permalink }) => permalink)).toEqual(["/sitemap/pages.xml"]);
});

test("an article's page sees the article and its place, at the place's address", () => {
  const pages = pagesOf({ "a.md": { permalink: "/X.html" }, "b.md": { permalink: "/x.html" } });
  const moved = pages.find(({ permalink }) => /^\/x-[0-9a-f]{4}\.html$/.test(permalink))!;
  expect(moved.article).toEqual({ month: "2022-03", at: 1 });
  expect(moved.context()).toMatchObject({ title: "标题 b.md", entry: { permalink: moved.permalink } });
});

test("an article's page has the layout that its front matter names, else the article layout", () => {
  const layouts = pagesOf({ "a.md": { layout: "essay", date: "2022-03-12" }, "b.md": {} })
    .slice(0, 2)
    .map(({ layout }) => layout);
  expect(layouts).toEqual(["essay", "article"]);
});

test("copies and articles that are held back have no page", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  const pages = pagesOf({
    "a.md": { ...copy, permalink: "/a.html" },
    "b.md": { ...copy, permalink: "/a.html" },
    "c.md": { permalink: "/a.html" },
  });
  expect(pages.filter(({ layout }) => layout === "article").map(({ permalink }) => permalink)).toEqual(["/a.html"]);
});

test("a term's page shows its newest articles and its feed the latest, as many as the site wants", () => {
  const pages = pagesOf(march(12), siteOf({ newest: 2, latest: 3 }));
  expect(pageAt(pages, "/category/nantongribao.html")["newest"]).toHaveLength(2);
  expect(pageAt(pages, "/category/nantongribao/feed.xml")["newest"]).toHaveLength(3);
});

test("a term with fewer articles than the site wants months for has all of them on its page", () => {
  const files = { ...march(12), "2022-04-01-x.md": { date: "2022-04-01", category: "small" } };
  const pages = pagesOf(files, siteOf({ monthsFrom: 12, newest: 2 }));
  const months = pages.filter(({ layout }) => layout === "termMonth").map(({ permalink }) => permalink);
  expect(months).toEqual(["/category/nantongribao/2022-03.html"]);
  expect(pageAt(pages, "/category/small.html")).toMatchObject({ newest: [{}] });
  expect(pageAt(pages, "/category/small.html")["months"]).toEqual([{ month: "2022-04", count: 1 }]);
  const whole = pageAt(pagesOf(files, siteOf({ monthsFrom: 13, newest: 2 })), "/category/nantongribao.html");
  const newest = whole["newest"] as readonly { readonly article: { readonly excerpt?: string } }[];
  expect(newest.map(({ article }) => article.excerpt !== undefined)).toEqual(
    Array.from({ length: 12 }, (_, index) => index < 2),
  );
});

test("a month that is too long goes on at numbered pages, and the months beside it are known", () => {
  const files = { ...march(25), "2022-04-01-x.md": { date: "2022-04-01", category: "nantongribao" } };
  const pages = pagesOf(files, siteOf({ pageSize: 10 }));
  for (const folder of ["category/nantongribao", "volume"]) {
    const parts = ["2022-03", "2022-03-2", "2022-03-3"].map((name) => pageAt(pages, `/${folder}/${name}.html`));
    expect(parts.map(({ part }) => (part as { number: number }).number)).toEqual([1, 2, 3]);
    expect(parts.map(({ newer, older }) => [(newer as VolumeEntry).month, older])).toEqual(
      parts.map(() => ["2022-04", undefined]),
    );
    expect(new Set(parts.map(({ title }) => title)).size).toBe(3);
  }
});

test("a calendar leads to the numbered page on which a day begins, and every page shows the days it has", () => {
  const pages = pagesOf(march(25), siteOf({ pageSize: 10 }));
  const { weeks } = pageAt(pages, "/volume/2022-03.html") as {
    weeks: readonly (readonly (CalendarCell | undefined)[])[];
  };
  const links = weeks.flat().flatMap((cell) => (cell?.permalink ? [[cell.date, cell.permalink]] : []));
  expect(links).toEqual([
    [25, "/volume/2022-03-3.html"],
    [26, "/volume/2022-03-3.html"],
    [27, "/volume/2022-03-2.html"],
    [28, "/volume/2022-03-2.html"],
    [29, "/volume/2022-03.html"],
    [30, "/volume/2022-03.html"],
    [31, "/volume/2022-03.html"],
  ]);
  const { days } = pageAt(pages, "/volume/2022-03-2.html") as { days: readonly { id: string; entries: unknown[] }[] };
  expect(days.map(({ id, entries }) => [id, entries.length])).toEqual([
    ["d-29", 2],
    ["d-28", 4],
    ["d-27", 4],
  ]);
});

test("articles of which no day is known follow the days of their month, on the numbered pages too", () => {
  const files = {
    ...march(12),
    "2022-03-31-x.md": { date: "2022-03-31", date_precision: "month" },
    "2022-03-01-y.md": { date: "2022-03-01", date_precision: "year" },
  };
  const pages = pagesOf(files, siteOf({ pageSize: 10 }));
  const [first, second] = ["2022-03", "2022-03-2"].map((name) => pageAt(pages, `/volume/${name}.html`));
  const daysOf = ({ days }: typeof first & {}) =>
    (days as { day: string; id: string; entries: unknown[] }[]).map(({ id, entries }) => [id, entries.length]);
  expect([first!, second!].map(daysOf)).toEqual([
    [
      ["d-31", 4],
      ["d-30", 4],
      ["d-29", 2],
    ],
    [
      ["d-29", 2],
      ["undated", 2],
    ],
  ]);
  for (const page of [first!, second!]) {
    expect(page["undated"]).toEqual({ count: 2, permalink: "/volume/2022-03-2.html" });
    expect(page["volume"]).toMatchObject({ count: 14, days: 3 });
  }
});

test("a kept source has a page where a published article names it, and that article's page knows of it", () => {
  const files = {
    "a.md": { source_file: "a.txt" },
    "b.md": { source_file: "a.txt", date: "2022-03-12" },
    "c.md": { source_file: "gone.txt" },
  };
  const pages = pagesOf(files, pagesOnly, keptOf("a.txt", "nobody's.txt"));
  expect(pages.filter(({ layout }) => layout === "source").map(({ permalink }) => permalink)).toEqual([
    "/sources/a.txt",
  ]);
  expect(pageAt(pages, "/2022/03/11/a.html")["entry"]).toMatchObject({ keptSources: ["/sources/a.txt"] });
  expect(pageAt(pages, "/2022/03/11/c.html")["entry"]).not.toHaveProperty("keptSources");
  const without = pagesOf(files, pagesOnly);
  expect(without.filter(({ layout }) => layout === "source")).toEqual([]);
  expect(pageAt(without, "/2022/03/11/a.html")["entry"]).not.toHaveProperty("keptSources");
});

test("every layout belongs to one set", () => {
  const layouts = pageSets.flatMap((set) => set.layouts);
  expect(new Set(layouts).size).toBe(layouts.length);
});

test("no two pages of a site claim one file, and none has its file where another has its folder", () => {
  const shell = addressesBeside();
  const sources = ["a.txt", "2022.pdf", "sources/a.txt", "2022/03/11/a.html.txt", "a/2022/03/11/feed.xml.txt"];
  const names = fc.constantFrom(
    ...[
      "a",
      "A",
      "tag",
      "category",
      "volume",
      "assets",
      "sitemap",
      "compare",
      "sources",
      "index",
      "index.html",
      "404.html",
      "2022",
      "2022-03",
    ],
    ...["data", "api", "article", "articles.csv", "a.json", "a.json_", "a.htm", "index.json", "2022-03.json"],
    ...["feed.xml", "feed", "a.html", "style.css", "2022.html", "2022-03.xml", "pages.xml", "robots.txt"],
  );
  const keys = fc.record({
    categories: fc.oneof(
      fc.array(names, { maxLength: 3 }),
      fc.array(names, { minLength: 2, maxLength: 3 }).map((some) => some.join(" ")),
    ),
    tags: fc.array(names, { maxLength: 3 }),
    slug: names,
    title: fc.constantFrom("甲", "乙"),
    source_file: fc.constantFrom(...sources),
    date: fc.constantFrom("2022-03-11 02:00:40 +0800", "2022-03-11 20:00:00"),
    body: fc.constantFrom("<p>一。</p>", "<p>二。</p>"),
  });
  const permalinks = ["/:categories/:year/:month/:day/:title.html", "/:categories/:title.html", "/:title.html"];
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 6 }), fc.constantFrom(...permalinks), (posts, permalink) => {
      const site = siteOf({ permalink });
      const files = Object.fromEntries(posts.map((post, index) => [`2022-03-11-${index}.md`, post]));
      const addresses = [
        ...shell,
        ...pagesOf(files, site, keptOf(...sources)).map((page): string => page.permalink),
      ].map((address) => address.normalize("NFC").toLowerCase());
      const taken = new Set(addresses);
      expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
      const folders = addresses.flatMap((address) =>
        address.split("/").map((_, index, parts) => parts.slice(0, index).join("/")),
      );
      expect(folders.filter((folder) => taken.has(folder as Permalink))).toEqual([]);
    }),
  );
});

const long = "<p>项目为王。引领产业振兴。企业落户南通。第一年达产。服务是关键。全市开工。</p>";

test("a page whose fingerprint is the same shows the same", () => {
  const keys = fc.record({
    title: fc.constantFrom("甲", "乙", "百亿级项目缘何落子", "“百亿级项目”缘何落子（图）", "百亿级项目开工"),
    categories: fc.subarray(["a", "b", "c d"]),
    tags: fc.subarray(["一", "二", "三"]),
    source: fc.constantFrom("南通日报", "券商中国"),
    date: fc.constantFrom("2022-03-11", "2022-03-12", "2022-02-01", "2021-12-31", "2022-03-11 20:00:00"),
    date_precision: fc.constantFrom("", "", "month", "year"),
    source_file: fc.constantFrom("a.txt", "b.html", "gone.txt"),
    permalink: fc.constantFrom("/x.html", "/X.html", "/y.html", "/z.html"),
    body: fc.constantFrom(
      ...["<p>一。</p>", "<p>二。</p>", "<p>三，见<a href='/y.html'>四</a>。</p>"],
      ...[
        long,
        long.replace("第一年", "第二年"),
        `${long}<p><a data-code="1,600160" href="https://a.example">某股</a></p>`,
      ],
      `<p><a data-code="1,600160" href="https://a.example">某股份</a>涨停。</p>`,
    ),
  });
  const wire = "2022-03-11-202203110000000001";
  const file = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", wire, wire.replace("11-", "11-NW")), keys);
  const some = fc.record({ posts: fc.array(file, { maxLength: 6 }), names: fc.subarray(["a.txt", "b.html"]) });
  const site = siteOf({ pageSize: 10, newest: 2, latest: 2 });
  let same = 0;
  fc.assert(
    fc.property(some, some, (before, change) => {
      const after = { posts: [...before.posts, ...change.posts], names: change.names };
      const [one, other] = [before, after].map(({ posts, names }) => {
        const files = Object.fromEntries(posts.map(([name, post]) => [`${name}.md`, post]));
        return new Map(pagesOf(files, site, keptOf(...names)).map((page) => [page.permalink, page]));
      });
      for (const [permalink, page] of one!) {
        const then = other!.get(permalink);
        if (!then || then.layout !== page.layout || then.fingerprint() !== page.fingerprint()) continue;
        same++;
        expect(JSON.stringify(then.context())).toBe(JSON.stringify(page.context()));
      }
    }),
    { numRuns: 300 },
  );
  expect(same).toBeGreaterThan(1000);
});
