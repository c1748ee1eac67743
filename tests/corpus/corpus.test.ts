import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { load } from "cheerio/slim";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fangzhi, filesIn, project, textIn } from "../support/command.ts";
import { brokenLinks } from "../support/links.ts";
import { builtSite, jsonOf } from "../support/site.ts";

/** Real articles, third-party text that is not part of this repository: CORPUS=folder npm run test:corpus */
const corpus = process.env["CORPUS"] ?? path.resolve(project, "..", "shared", "corpus");
if (!existsSync(corpus))
  throw new Error(`Expected real articles in ${corpus}, found nothing; name their folder: CORPUS=folder`);

describe("the posts of the site this one takes over from", () => {
  const site = builtSite(["--posts", path.join(corpus, "finews", "posts"), "--json"]);
  const page = (file: string) => load(textIn(site().folder, file));

  test("are all published or merged; nothing is held back", () => {
    expect(site().run.code).toBe(0);
    expect(jsonOf(site().run)).toMatchObject({
      articles: 31,
      published: 29,
      merged: 2,
      drafts: 0,
      heldBack: [],
      passedOver: [],
    });
  });

  test.each([
    ["sitenews/2021/12/01/init", undefined, undefined, "返回站长消息｜返回首页", []],
    [
      "emnews/2021/12/08/202112082206672930",
      undefined,
      "http://finance.eastmoney.com/news/11060,202112082206672930.html",
      "返回东财滚动新闻｜返回首页",
      [],
    ],
    [
      "emnews/2021/12/08/202112082206735975",
      "央视新闻",
      "http://finance.eastmoney.com/news/1355,202112082206735975.html",
      "返回东财滚动新闻｜返回首页",
      [],
    ],
    [
      "emnews/2021/12/08/202112082206891339",
      undefined,
      "http://stock.eastmoney.com/news/1405,202112082206891339.html",
      "返回东财滚动新闻｜返回首页",
      [],
    ],
    [
      "emnews/2021/12/08/202112082207123189",
      "财联社",
      "http://futures.eastmoney.com/news/1513,202112082207123189.html",
      "返回东财滚动新闻｜返回首页",
      [],
    ],
    [
      "emnews/2021/12/08/202112082207158541",
      "北京日报",
      "http://finance.eastmoney.com/news/1355,202112082207158541.html",
      "返回东财滚动新闻｜返回首页",
      [],
    ],
    [
      "emnews/2021/12/08/202112082207168450",
      "央视新闻客户端",
      "http://finance.eastmoney.com/news/1350,202112082207168450.html",
      "返回东财滚动新闻｜返回首页",
      [],
    ],
    [
      "emnews/2022/01/07/202201072239307540",
      "券商中国",
      "http://finance.eastmoney.com/news/1353,202201072239307540.html",
      "返回东财滚动新闻｜返回券商中国新闻｜返回首页",
      ["雪球类信托计划产品发行按下暂停键", "影响有多大？", "不断压实雪球类产品监管"],
    ],
    [
      "emnews/2022/01/21/202201212257099936",
      "证券时报",
      "http://finance.eastmoney.com/news/1354,202201212257099936.html",
      "返回东财滚动新闻｜返回证券时报新闻｜返回首页",
      [],
    ],
    [
      "21shijijingjibaodao/2022/01/24/NW202201242259229980",
      "21世纪经济报道",
      "http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202201242259229980",
      "返回21世纪经济报道新闻｜返回首页",
      [],
    ],
    [
      "nantongribao/2021/12/31/NW202112312232633266",
      "南通日报",
      "http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202112312232633266",
      "返回南通日报新闻｜返回首页",
      ["项目为王，引领产业振兴", "创新服务，力促经济发展", "搭建平台，打造引才高地"],
    ],
    [
      "nantongribao/2022/03/11/NW202203112305042277",
      "南通日报",
      "http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203112305042277",
      "返回南通日报新闻｜返回首页",
      ["“后来者”的“先手棋”", "“追星路”的“关键棋”", "“服务员”的“制胜棋”"],
    ],
  ])("%s: source %s, original %s, footer %s, sub-headings %j", (file, source, original, footer, headings) => {
    const $ = page(`${file}.html`);
    const from = $(".dateline span:contains('来源')");
    expect(from.text().replace(/^来源：|（.*）$/g, "")).toBe(source ?? (original === undefined ? "" : "原文"));
    expect(from.find("a").attr("href")).toBe(original);
    expect($("nav.return").text().trim()).toBe(footer);
    expect(
      $(".body h2")
        .toArray()
        .map((heading) => $(heading).text()),
    ).toEqual(headings);
    expect($(".body").text()).not.toMatch(/文章来源|返回首页|html_News/);
  });

  test("the copies of one text are one page, and both addresses live", () => {
    for (const [file, address] of [
      ["quanshangzhongguo/2022/01/07/NW202201072239307540.html", "/emnews/2022/01/07/202201072239307540.html"],
      ["zhengquanshibao/2022/01/21/NW202201212257099936.html", "/emnews/2022/01/21/202201212257099936.html"],
    ] as const) {
      expect(page(file)("meta[http-equiv=refresh]").attr("content")).toBe(`0; url=${address}`);
    }
  });

  test("the live chart is gone, the security and the pictures are links", () => {
    const chart = page("emnews/2022/01/21/202201212257099936.html")(".body");
    expect(chart.find("img")).toHaveLength(0);
    expect(chart.text()).toContain("行情：002752");
    const pictures = page("21shijijingjibaodao/2022/01/24/NW202201242259229980.html")(".body");
    expect(pictures.find("img, center")).toHaveLength(0);
    expect(pictures.find('a[href^="https://dfscdn.dfcfw.com/"]')).toHaveLength(4);
  });

  test("every link and fragment inside the site leads somewhere", () => {
    expect(brokenLinks(site().folder)).toEqual([]);
  });
});

describe("the files of other Jekyll sites with something odd in each", () => {
  const site = builtSite(["--posts", path.join(corpus, "nasty"), "--json"]);

  test("are all published, and what was odd is told", () => {
    const report = jsonOf(site().run);
    expect(report).toMatchObject({ articles: 21, published: 21, merged: 0, heldBack: [] });
    expect(report["passedOver"]).toHaveLength(1);
    for (const rule of ["duplicate-key", "date-mended", "unsafe-markup"]) expect(site().run.out).toContain(`[${rule}]`);
  });

  test.each([
    ["2013/09/29/design-contest.html", "www.ruby-lang.org를 위한 디자인 공모전"],
    ["edge/2021/09/03/autoloading-in-rails-7-get-ready.html", "Autoloading in Rails 7, get ready!"],
    ["2005/01/20/relwillfollowforfood.aspx.html", 'rel="willfollowforfood"'],
    ["2006/03/16/IfYouCutAMort,DoesHeNotBleed.aspx.html", "If You Cut A Mort, Does He Not Bleed?"],
    [
      "sightings/2006/02/14/railsconf-150-additional-seats-strike-open-strike-gone.html",
      "RailsConf: 150 additional seats open GONE!",
    ],
    ["ja/newsletters/2022/05/18/index.html", "Bitcoin Optech Newsletter #200"],
  ])("%s is titled %s", (file, title) => {
    expect(load(textIn(site().folder, file))("h1").text()).toBe(title);
  });

  test("no script, handler, object or javascript: address is left", () => {
    for (const file of filesIn(site().folder).filter((name) => name.endsWith(".html"))) {
      const $ = load(textIn(site().folder, file));
      expect(
        $("script:not([type='application/ld+json'], [src^='/assets/']), object, embed, iframe, form:not([role=search])")
          .length,
      ).toBe(0);
      for (const element of $("*").toArray()) {
        const { href = "", src = "", ...others } = $(element).attr() ?? {};
        expect(`${href}\n${src}`).not.toMatch(/^\s*(?:javascript|vbscript|data):/im);
        expect(Object.keys(others).filter((name) => name.startsWith("on"))).toEqual([]);
      }
    }
  });
});

describe("two thousand items of a news programme", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "fangzhi-corpus-"));
    execFileSync("tar", ["-xJf", path.join(corpus, "xwlb.tar.xz"), "-C", folder]);
    mkdirSync(path.join(folder, "first"));
    const first = readdirSync(path.join(folder, "posts")).sort().slice(0, 2000);
    for (const name of first) renameSync(path.join(folder, "posts", name), path.join(folder, "first", name));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("build, each a page", () => {
    const run = fangzhi([
      "build",
      "--posts",
      path.join(folder, "first"),
      "--output",
      path.join(folder, "site"),
      "--json",
    ]);
    expect(run.code).toBe(0);
    expect(jsonOf(run)).toMatchObject({ articles: 2000, published: 2000, merged: 0, drafts: 0, heldBack: [] });
  });
});
