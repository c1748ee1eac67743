import { load } from "cheerio/slim";
import { describe, expect, test } from "vitest";
import type { Files } from "../support/archives.ts";
import { entryOf } from "../support/archives.ts";
import { drawn } from "../support/pages.ts";

const keys = { category: "jianghai", source: "江海日报", tag: "港口" };

/** An archive with one article of which no day is known, between two of its earliest day. */
function archiveWith(precision: string) {
  const files: Files = {
    "2022-02-08-early.md": { ...keys, date: "2022-02-08", title: "早" },
    "2022-02-08-rough.md": {
      ...keys,
      date: "2022-02-08 10:00:00 +0800",
      date_precision: precision,
      title: "约",
      kicker: "奋进新征程",
      subtitle: "港口见闻",
      review: ["请找报纸核对"],
    },
    "2022-02-08-late.md": { ...keys, date: "2022-02-08 20:00:00 +0800", title: "晚" },
  };
  const { press, archive, pages } = drawn(files);
  const home = press.environment.renderString('{% import "partials/list.njk" as list %}{{ list.rows(entries, 0) }}', {
    entries: archive.entries,
  });
  return { archive, home, page: (path: string) => load(pages.get(path)!), pages };
}

describe.each([
  ["month", "2022-02", "2022年2月", "/volume/2022-02.html"],
  ["year", "2022", "2022年", "/volume/2022.html"],
])("an article of which only the %s is known", (precision, day, words, bound) => {
  const { archive, home, page, pages } = archiveWith(precision);
  const own = entryOf(archive, "2022-02-08-rough.md").permalink.slice(1);

  test("says no more on its page", () => {
    const $ = page(own);
    expect($(".dateline time").text()).toBe(words);
    expect($(".dateline time").attr("datetime")).toBe(day);
    expect($(".breadcrumb li").last().text()).toBe(words);
    expect($(".breadcrumb a").last().attr("href")).toBe(bound);
    expect($("meta[property='article:published_time']").attr("content")).toBe(day);
    expect($("meta[name=citation_publication_date]").attr("content")).toBe(day.replace("-", "/"));
    expect(JSON.parse($("script[type='application/ld+json']").text())).toMatchObject({ datePublished: day });
    expect(new URLSearchParams($(".Z3988").attr("title")).get("rft.date")).toBe(day);
    expect($(".cite dd").first().text()).toBe(`约[N]. 江海日报, ${day}.`);
    // Its address is named by the earliest day that it can have been.
    const shown = $("article header, .cite").text().replaceAll("2022/02/08/rough", "");
    expect(shown).not.toMatch(/2022[-/]02[-/]08|2月8日|10:00/);
  });

  test("says no more in lists", () => {
    const rows = (html: string) =>
      load(html)("li")
        .toArray()
        .map((row) => [load(row)("a").first().text(), load(row)("time").attr("datetime"), load(row)("time").text()]);
    const expected = [
      ["晚", "2022-02-08", "2022-02-08"],
      ["约", day, day],
      ["早", "2022-02-08", "2022-02-08"],
    ];
    expect(rows(home)).toEqual(expected);
    for (const path of ["category/jianghai.html", "category/jianghai/2022-02.html", "tag/港口.html"]) {
      expect(rows(page(path)("ol.rows").html()!)).toEqual(expected);
    }
  });

  test("stands in its month apart from the days", () => {
    const $ = page("volume/2022-02.html");
    const sections = $(".days section").toArray();
    expect(sections.map((section) => $(section).find("h2").text())).toEqual(["2月8日　星期二", "日期不详"]);
    expect($(".days ol").last().find("li").text().trim().split(/\s+/)).toEqual([day, "约", "江海日报"]);
    expect($(".calendar a").text()).toBe("8 2 篇");
    expect($("a[href='/volume/2022-02.html#undated']").text()).toBe("1 篇日期不详");
    expect($(".facts").first().text()).toBe("共 3 篇，1 天有报道，1 篇日期不详");
  });

  test("is beside no article of its day", () => {
    const labels = (path: string) =>
      page(entryOf(archive, path).permalink.slice(1))("nav.beside")
        .toArray()
        .map(({ attribs }) => attribs["aria-label"]);
    const rough = entryOf(archive, "2022-02-08-rough.md");
    expect([rough.previousOfDay, rough.nextOfDay]).toEqual([undefined, undefined]);
    const late = entryOf(archive, "2022-02-08-late.md");
    expect(late.previousOfDay?.path).toBe("2022-02-08-early.md");
    expect(late.previousOfDay?.nextOfDay?.path).toBe("2022-02-08-late.md");
    expect(labels("2022-02-08-rough.md")).toEqual(["同一报纸的前后文章"]);
    expect(labels("2022-02-08-late.md")).toEqual(["同一报纸的前后文章", "同一天的前后文章"]);
  });

  test("is last changed on no day, and keeps a day in feeds, which need one", () => {
    const $ = load(pages.get("sitemap/2022-02.xml")!, { xml: true });
    expect($("lastmod")).toHaveLength(2);
    const feed = load(pages.get("category/jianghai/feed.xml")!, { xml: true });
    expect(feed("entry").eq(1).children("published").text()).toBe("2022-02-08T10:00:00+08:00");
    expect(feed("entry").eq(1).children("title").text()).toBe("约");
  });

  test("is told apart in the data of its terms", () => {
    const { articles } = JSON.parse(pages.get("api/category/jianghai.json")!) as {
      articles: { title: string; precision?: string }[];
    };
    expect(articles.map(({ title, precision: known }) => [title, known])).toEqual([
      ["晚", undefined],
      ["约", precision],
      ["早", undefined],
    ]);
  });

  test("has the lines around its title in a group of headings, and no editor's note anywhere", () => {
    const $ = page(own);
    const group = $("hgroup").children().toArray();
    expect(group.map((line) => [line.name, $(line).attr("class"), $(line).text()])).toEqual([
      ["p", "kicker", "奋进新征程"],
      ["h1", undefined, "约"],
      ["p", "subtitle", "港口见闻"],
    ]);
    expect($("title").text()).not.toContain("奋进新征程");
    for (const text of pages.values()) expect(text.replaceAll(">日期不详", "")).not.toContain('日期不详"');
  });
});

test("an article without such lines has its title alone", () => {
  const { pages } = drawn({ "2022-02-08-a.md": { date: "2022-02-08" } });
  expect(load(pages.get("2022/02/08/a.html")!)("hgroup")).toHaveLength(0);
});
