import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { filesIn, project, textIn } from "../support/command.ts";
import { builtSite, jsonOf } from "../support/site.ts";

/** The five documents this project starts from, built as a new user would build them. */
const site = builtSite(["--json"]);
const seed0 = "nantongribao/2022/03/11/NW202203112305042277.html";
const seed1 = "nantongribao/2021/12/31/NW202112312232633266.html";
const page = (file: string) => load(textIn(site().folder, file));

test("all five seeds are published and nothing is held back", () => {
  expect(site().run.code).toBe(0);
  expect(jsonOf(site().run)).toMatchObject({ articles: 5, published: 5, merged: 0, drafts: 0, heldBack: [] });
});

test.each([
  seed0,
  seed1,
  "category/nantongribao.html",
  "category/nantongribao/2022-03.html",
  "category/nantongribao/feed.xml",
  "tag/南通日报新闻.html",
  "volume/2022.html",
  "volume/2022-03.html",
  "feed.xml",
  "feed.json",
  "sitemap.xml",
  "sitemap/2022-03.xml",
  "robots.txt",
  "404.html",
  "data-quality.html",
  "data.html",
  "data/articles-2022-03.jsonl",
  "data/articles.jsonl.gz",
  "data/articles.csv",
  "data/datapackage.json",
  "data/article.schema.json",
  "api/category/nantongribao.json",
  "api/article/nantongribao/2022/03/11/NW202203112305042277.json",
  "index.html",
])("the site has %s", (file) => {
  expect(filesIn(site().folder)).toContain(file);
});

test("seed 000 keeps its bold sub-headings and joins the paragraph that was cut", () => {
  const $ = page(seed0);
  const headings = $(".body h2")
    .toArray()
    .map((heading) => $(heading).text());
  expect(headings).toEqual(["“后来者”的“先手棋”", "“追星路”的“关键棋”", "“服务员”的“制胜棋”"]);
  expect($(".body").text()).toContain("大年二十八，带着厚厚一摞文件的张睿");
});

test("seed 001 shows its plain sub-headings as such and its credits in the dateline", () => {
  const $ = page(seed1);
  const headings = $(".body h2")
    .toArray()
    .map((heading) => $(heading).text());
  expect(headings).toEqual(["项目为王，引领产业振兴", "创新服务，力促经济发展", "搭建平台，打造引才高地"]);
  expect($(".dateline").text()).toContain("文：陈可");
  expect($(".dateline").text()).toContain("图：除署名外由南通开发区宣传部提供");
  expect($(".body").text()).not.toContain("文：陈可");
});

test.each([seed0, seed1])("%s names its source, links the original, and ends with the way back", (file) => {
  const $ = page(file);
  expect($(".dateline").text()).toContain("来源：南通日报");
  expect($(".dateline a").attr("href")).toMatch(/^http:\/\/finews\.zning\.xyz\/.*infoCode=NW/);
  expect($(".dateline time").attr("datetime")).toMatch(/\+08:00$/);
  expect($(".body").text()).not.toMatch(/文章来源|返回首页/);
  expect($("nav.return").text().trim()).toBe("返回南通日报新闻｜返回首页");
  expect(
    $("nav.return a")
      .toArray()
      .map((link) => $(link).attr("href")),
  ).toEqual(["/category/nantongribao.html", "/"]);
});

test("every paragraph and heading has an id of its own", () => {
  const $ = page(seed1);
  const ids = $(".body")
    .children()
    .toArray()
    .map((block) => $(block).attr("id"));
  expect(ids.every((id) => /^[ph]-[0-9a-f]{8}(?:-\d+)?$/.test(id ?? ""))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the category is named after its articles' tag", () => {
  expect(page("category/nantongribao.html")("h1").text()).toBe("南通日报新闻");
});

test("the posts in this repository are the seeds, byte for byte, and what was imported from the others", () => {
  expect(filesIn(`${project}/posts`)).toEqual([
    "2021-12-31-NW202112312232633266.md",
    "2022-02-08-南通开发区-吹响号角,扛起主阵地主力军大旗.md",
    "2022-03-11-NW202203112305042277.md",
    "2022-09-01-提升招商引资实效-精准对接主动服务.md",
    "2022-10-13-非凡十年-开发区答卷.md",
    "_sources/002_88050a59b73e2bce.txt",
    "_sources/003_971edbc70bec4128.txt",
    "_sources/004_8b49baf67a4f3d5a.txt",
  ]);
});

test.each([
  ["nantongribao/2022/02/08/南通开发区-吹响号角,扛起主阵地主力军大旗.html", "2022年2月", "开发区俯瞰 钱咸华摄"],
  ["dinghai/2022/09/01/提升招商引资实效-精准对接主动服务.html", "2022年", undefined],
  ["nantongribao/2022/10/13/非凡十年-开发区答卷.html", "2022年10月13日", "南通开发区能达生态通廊 丁汀摄"],
])("%s says no more of its date than is known, and has its caption", (file, date, caption) => {
  const $ = page(file);
  expect($(".dateline time").text()).toBe(date);
  expect($("figcaption").text()).toBe(caption ?? "");
});
