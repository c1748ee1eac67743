import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Article } from "../../src/model.ts";
import { normalise } from "../../src/normalise/article.ts";
import { articleOf, postOf, problemOf, siteOf } from "../support/articles.ts";
import { faultsIn } from "../support/allowListed.ts";
import { project } from "../support/command.ts";

const keys = (yaml: string, body = "正文。") => `---\ntitle: 标题\n${yaml}\n---\n${body}`;
const rulesOf = ({ warnings }: Article) => warnings.map(({ rule }) => rule);

function seed(name: string): Article {
  return articleOf(readFileSync(path.join(project, "posts", name), "utf8"), { path: name });
}

test("seed 000 becomes an article with everything it says", () => {
  const article = seed("2022-03-11-NW202203112305042277.md");
  expect(article).toMatchObject({
    permalink: "/nantongribao/2022/03/11/NW202203112305042277.html",
    formerPermalinks: [],
    published: { instant: "2022-03-10T18:00:40Z", local: "2022-03-11T02:00:40+08:00", day: "2022-03-11" },
    categories: [{ slug: "nantongribao", label: "nantongribao" }],
    tags: [{ slug: "南通日报新闻", label: "南通日报新闻" }],
    source: "南通日报",
    originalAddress: "http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203112305042277",
    infoCode: "NW202203112305042277",
    layout: "post",
    draft: false,
    images: [],
    securities: [],
    links: [],
    extra: {},
  });
  expect(article.headings.map(({ text, inferred }) => [text, inferred])).toEqual([
    ["“后来者”的“先手棋”", false],
    ["“追星路”的“关键棋”", false],
    ["“服务员”的“制胜棋”", false],
  ]);
});

test("seed 000's paragraph that breaks off at a comma is joined, and noted where it stands", () => {
  const article = seed("2022-03-11-NW202203112305042277.md");
  expect(article.inferred).toEqual([{ what: "join", text: expect.stringMatching(/大年二十八，｜带着厚厚/) as string }]);
  expect(article.warnings).toMatchObject([{ rule: "paragraphs-joined" }]);
  expect(article.text).toContain("大年二十八，带着厚厚");
});

test("seed 001 hides its sub-headings and its credits", () => {
  const article = seed("2021-12-31-NW202112312232633266.md");
  expect(article.headings).toMatchObject([
    { text: "项目为王，引领产业振兴", inferred: true },
    { text: "创新服务，力促经济发展", inferred: true },
    { text: "搭建平台，打造引才高地", inferred: true },
  ]);
  expect(article.byline).toEqual({
    authors: ["陈可"],
    photographers: ["除署名外由南通开发区宣传部提供"],
    editors: [],
  });
  expect(article.inferred.map(({ what }) => what)).toEqual(["heading", "heading", "heading", "byline", "byline"]);
  expect(article).toMatchObject({ source: "南通日报", title: "南通开发区 抓落实促发展， 加快跻身全国开发区前列" });
});

test.each([["2022-03-11-NW202203112305042277.md"], ["2021-12-31-NW202112312232633266.md"]])(
  "the body of %s is safe and holds neither footer nor publisher",
  (name) => {
    const article = seed(name);
    expect(faultsIn(article.body)).toEqual([]);
    expect(article.body).not.toMatch(/文章来源|返回|infoCode|em_media/);
    expect(article.paragraphs).toHaveLength(article.text.split("\n").length);
    expect(article.excerpt).toMatch(/^.{120}…$/u);
    expect(article.readingMinutes).toBe(Math.round(article.characters / 400));
  },
);

test("an article is named for good by a hash of its address", () => {
  const one = articleOf(keys("permalink: /x.html"));
  expect(one.id).toMatch(/^[0-9a-f]{10}$/);
  expect(articleOf(keys("permalink: /x.html", "另文。")).id).toBe(one.id);
  expect(articleOf(keys("permalink: /y.html")).id).not.toBe(one.id);
});

test("the front matter's date beats the file name's, in the address too", () => {
  const { published, permalink } = articleOf(keys("date: 2021-12-08 10:00:00 +0800"), { path: "2022-03-11-x.md" });
  expect([published.day, permalink]).toEqual(["2021-12-08", "/2021/12/08/x.html"]);
});

test("without a date in front matter the file name's is taken", () => {
  const article = articleOf(keys("layout: post"), { path: "22-3-1-x.md" });
  expect(article).toMatchObject({ permalink: "/2022/03/01/x.html", published: { precision: "day" }, warnings: [] });
});

test.each([["date: "], ["date:"], ['date: "+0800"'], ["date: +0800"]])(
  "an empty date gives way to the file name's: %j",
  (yaml) => {
    expect(articleOf(keys(yaml)).published.day).toBe("2022-03-11");
  },
);

test("a date that is only a zone is noted", () => {
  expect(rulesOf(articleOf(keys("date: +0800")))).toEqual(["date-empty"]);
});

test("a mended date is noted where it stands", () => {
  const [note] = articleOf(keys("date: 2017-02-10 00:10::00 -03:00")).warnings;
  expect(note).toMatchObject({
    rule: "date-mended",
    line: 3,
    column: 7,
    values: { mended: "2017-02-10 00:10:00 -0300" },
  });
});

test.each([
  ["no-date", "layout: post", "x.md", 1],
  ["no-date", "date: +0800", "x.md", 3],
  ["date-no-month", "date: 2012-13-01", "x.md", 3],
  ["date-no-day", "date: 2022-02-30 10:00:00 +0800", "2022-03-11-x.md", 3],
  ["date-no-day", "layout: post", "2022-02-30-x.md", 1],
  ["date-zone", "date: 2022-03-11 10:00:00 CST", "2022-03-11-x.md", 3],
  ["date-unreadable", "date: 昨天", "2022-03-11-x.md", 3],
])("an article is held back: %s of %j in %s", (rule, yaml, name, line) => {
  expect(problemOf(() => articleOf(keys(yaml), { path: name }))).toMatchObject({ rule, line, path: name });
});

test.each([
  ["A long permalink", `permalink: /${"a/".repeat(3000)}x.html`],
  ["A long name, many times", `slug: ${"长".repeat(3000)}\npermalink: /${":title/".repeat(9)}x.html`],
  ["A crowd of categories", `categories: ${Array.from({ length: 190 }, (_, index) => `category${index}`).join(" ")}`],
])("%s makes an address too long for a path", (_, yaml) => {
  expect(problemOf(() => articleOf(keys(yaml)))).toMatchObject({ rule: "address-too-long" });
});

test("a text without title or words is held back", () => {
  expect(problemOf(() => articleOf("---\ndate: 2022-03-11\n---\n<p> </p><!-- x -->"))).toMatchObject({
    rule: "no-title",
  });
});

test("a title beyond the limit is held back, one just within is not", () => {
  const titled = (length: number) => `---\ntitle: ${"题".repeat(length)}\n---\n正文。`;
  expect(problemOf(() => articleOf(titled(301)))).toMatchObject({
    rule: "title-too-long",
    line: 2,
    values: { characters: 301, limit: 300 },
  });
  expect(articleOf(titled(300)).title).toHaveLength(300);
});

test("a title is taken from the first sentence when there is none, and noted", () => {
  const article = articleOf("---\ndate: 2022-03-11\n---\n<h2>小标题</h2><p>第一句。第二句。</p>");
  expect(article.title).toBe("第一句");
  expect(article.inferred).toEqual([{ what: "title", text: "第一句" }]);
  expect(rulesOf(article)).toEqual(["title-from-text"]);
});

test("an empty body is an article with a warning", () => {
  const article = articleOf(keys("layout: post", ""));
  expect(article).toMatchObject({ body: "", text: "", excerpt: "", characters: 0, readingMinutes: 1, paragraphs: [] });
  expect(rulesOf(article)).toEqual(["empty-body"]);
});

test.each([
  ["published: false", true],
  ["published: no", true],
  ["published: true", false],
  ["draft: true", true],
  ["draft: false", false],
  ["layout: post", false],
])("an article with %s is a draft: %s", (yaml, draft) => {
  expect(articleOf(keys(yaml)).draft).toBe(draft);
});

test("a draft without a date is as old as its file", () => {
  const post = postOf(keys("layout: post"), "_drafts/x.md");
  const modified = Date.UTC(2022, 2, 10, 20);
  const article = normalise({ ...post, source: { ...post.source, modified } }, siteOf());
  expect(article).toMatchObject({ draft: true, published: { day: "2022-03-11" }, permalink: "/2022/03/11/x.html" });
});

test.each([
  ["categories: nantongribao", "2022-03-11-x.md", "/nantongribao/2022/03/11/x.html"],
  ["categories: 21shiji  nancai", "2022-03-11-x.md", "/21shiji/nancai/2022/03/11/x.html"],
  ["categories: TechWeb Techweb", "2022-03-11-x.md", "/techweb/2022/03/11/x.html"],
  ["category: A b", "2022-03-11-x.md", "/a b/2022/03/11/x.html"],
  ["categories: x", "news/Local/_posts/2022-03-11-x.md", "/news/local/x/2022/03/11/x.html"],
  ["layout: post", "2022-03-11-Caps_And_Under.md", "/2022/03/11/Caps_And_Under.html"],
  ["layout: post", "2022-03-11-with space.md", "/2022/03/11/with-space.html"],
  ["layout: post", "2022-03-11-中文 名称.md", "/2022/03/11/中文-名称.html"],
  ["layout: post", "2022-03-11-“引号”、标点！.md", "/2022/03/11/引号-标点.html"],
  ["layout: post", "2022-03-11-a&b=c+d;e@f~g'h(i)!$.md", "/2022/03/11/a&b=c+d;e@f~g'h(i)!$.html"],
  ["layout: post", "2022-03-11-p%20q#r[s]{t}.md", "/2022/03/11/p-20q-r-s-t.html"],
  ["layout: post", "2022-03-11--lead-and-trail-.md", "/2022/03/11/lead-and-trail.html"],
  ["layout: post", "2010-02-12-old.aspx.markdown", "/2010/02/12/old.aspx.html"],
  ["layout: post", "2022-03-11-trailing....md", "/2022/03/11/trailing.html"],
  ["slug: Other Slug", "2022-03-11-x.md", "/2022/03/11/Other-Slug.html"],
  ["slug: a/b", "2022-03-11-x.md", "/2022/03/11/a-b.html"],
  ["slug: 123", "2022-03-11-x.md", "/2022/03/11/123.html"],
  ["permalink: /:year/:slug/\nslug: Ab c", "2022-03-11-x.md", "/2022/ab-c/index.html"],
  ["permalink: /:name.html\nslug: other", "2022-03-11-Some_Name.md", "/2022-03-11-some-name.html"],
  ["permalink: /:path/x.html", "2022-03-11-Some_Name.md", "/2022-03-11-Some_Name/x.html"],
  ['categories: ["a  b"]', "2022-03-11-x.md", "/a  b/2022/03/11/x.html"],
  ['categories: "a　b"', "2022-03-11-x.md", "/a　b/2022/03/11/x.html"],
])("Jekyll puts an article with %j in %s at %s", (yaml, name, permalink) => {
  expect(articleOf(keys(yaml), { path: name }).permalink).toBe(permalink);
});

test.each([
  ["<p>一。</p><!-- 图 <p>二。</p>"],
  ['<p>一。</p><p><a href="x>图</a>。</p>\n<p>二。</p>'],
  ["<p>一。</p>二。<图 三"],
])("what is never closed in %j hides nothing", (body) => {
  expect(articleOf(keys("lang: zh", body)).text).toMatch(/一。[^]*二。/);
});

test.each([["<p>一。</p><!-- 图 <p>二。</p>"], ['<p>一。</p><p><a href="x>图</a>。</p>\n<p>二。</p>']])(
  "what is never closed in %j is noted",
  (body) => {
    expect(articleOf(keys("lang: zh", body)).warnings).toMatchObject([{ rule: "markup-open", line: 5 }]);
  },
);

test.each([
  ["charts", `<p>${"行情：a".repeat(80)} b<img src="//webquotepic.eastmoney.com/a"></p>`],
  ["spaces in a publisher's line", `<p>来源：${"\u3000".repeat(20_000)}x：x</p>`],
  ["spaces in credits", `<p>${`文：${"\u3000".repeat(4)}`.repeat(9)}文：</p>`.repeat(900)],
  ["spaces in an address", `<a href=${" ".repeat(60_000)}x>t</a>`],
])("a body of many %s is read all the same", (_, body) => {
  expect(articleOf(keys("lang: zh", body)).title).toBe("标题");
});

test.each([
  [`permalink: "${"a.".repeat(30_000)}"`],
  [`category: "a${" ".repeat(60_000)}b"`],
  [`permalink: "/a${" ".repeat(60_000)}b.html"`],
])("front matter of 60 KB on one line is read all the same", (line) => {
  expect(articleOf(keys(line)).title).toBe("标题");
});

test("terms that are too many or too long are left out, and that is noted", () => {
  const article = articleOf(
    keys(`categories: [${"长".repeat(101)}]\ntags: [${Array.from({ length: 201 }, (__, n) => `t${n}`).join()}]`),
  );
  expect(article.categories).toEqual([]);
  expect(article.tags).toHaveLength(200);
  expect(article.warnings).toMatchObject([
    { rule: "terms-left-out", line: 3, values: { left: 1 } },
    { rule: "terms-left-out", line: 4, values: { left: 1 } },
  ]);
});

test("what the text says of its source has no control characters", () => {
  const body = '<p>一。</p><p class="em_media">甲&#1;&#8238;报</p>';
  expect(articleOf(keys("lang: zh", body)).source).toBe("甲报");
});

test("a text that is a heading alone is titled by it", () => {
  expect(articleOf("---\ndate: 2022-03-11\n---\n# 只有标题\n")).toMatchObject({ title: "只有标题" });
});

test("a site elsewhere has its own days", () => {
  const site = siteOf({ timeZone: "America/New_York" });
  const { published, permalink } = articleOf(keys("date: 2022-03-11 02:00:40 +0800"), { site });
  expect(published).toMatchObject({ local: "2022-03-10T13:00:40-05:00", zone: "America/New_York", day: "2022-03-10" });
  expect(permalink).toBe("/2022/03/10/a.html");
});

test("front matter may name the original and the paper", () => {
  const article = articleOf(keys("source: 江海晚报\noriginal: http://a.example/x?infoCode=NW202203112305042277"));
  expect(article).toMatchObject({
    source: "江海晚报",
    originalAddress: "http://a.example/x?infoCode=NW202203112305042277",
    infoCode: "NW202203112305042277",
  });
});

test.each([["javascript:alert(1)"], ["data:text/html,x"], ["不是地址"], ["//a.example/x"]])(
  "%s is no address of an original",
  (original) => {
    expect(articleOf(keys(`original: "${original}"`))).not.toHaveProperty("originalAddress");
  },
);

test.each([
  ["", "zh-CN"],
  ["lang: en\n", "en"],
  ["lang: 英文\n", "zh-CN"],
])("with %j in its front matter an article is in %s", (line, language) => {
  expect(articleOf(`---\ntitle: Nantong\n${line}---\n<p>甲。</p>`)).toMatchObject({ language });
});

test("keys that nobody knows are kept", () => {
  expect(articleOf(keys("栏目: 头版\nview: {count: 3}")).extra).toEqual({ 栏目: "头版", view: { count: 3 } });
});

test("copies of one text have one digest, whatever their white space and mark-up", () => {
  const digest = articleOf("<p>第一句。第二句。</p>").textDigest;
  expect(articleOf("第一句。 **第二句。**\n").textDigest).toBe(digest);
  expect(articleOf("<p>第一句。</p>").textDigest).not.toBe(digest);
});

test("an article is plain data", () => {
  const article = articleOf("<p>正文<a href='/x.html'>链接</a>。</p>");
  expect(JSON.parse(JSON.stringify(article))).toEqual(article);
});

test.each([
  ["month", "month", []],
  ["year", "year", []],
  ["day", "day", []],
  ["Month", "month", []],
  ["'2'", "day", ["date-precision"]],
  ["[month, year]", "day", ["date-precision"]],
])("date_precision: %s makes a date known to the %s", (stated, precision, rules) => {
  const article = articleOf(keys(`date: 2022-02-08 10:00:00 +0800\ndate_precision: ${stated}`));
  expect(article.published).toMatchObject({ day: "2022-02-08", precision });
  expect(rulesOf(article)).toEqual(rules);
});

test("an unknown precision is noted where it stands", () => {
  const [note] = articleOf(keys("date: 2022-02-08\ndate_precision: week")).warnings;
  expect(note).toMatchObject({ line: 4, column: 17, values: { text: "week" } });
});

test("the date in a file's name may be known in part, the time of an undated draft may not", () => {
  const named = articleOf(keys("date_precision: month"), { path: "2022-02-08-x.md" });
  expect(named.published).toMatchObject({ day: "2022-02-08", precision: "month" });
  const draft = articleOf(keys("date_precision: month"), { path: "_drafts/x.md" });
  expect(draft.published.precision).toBe("second");
});

test("a draft with an empty date is told nothing of a date in its name", () => {
  expect(rulesOf(articleOf(keys('date: ""'), { path: "_drafts/x.md" }))).toEqual([]);
});

test("author and byline are one list without doubles, before those whom the text names", () => {
  const { byline } = articleOf(keys("author: 陈可\nbyline: [司占伟, 陈可]", "<p>本报记者 李明</p><p>正文。</p>"));
  expect(byline.authors).toEqual(["陈可", "司占伟", "李明"]);
});

test("the lines around a title are plain text, and no part of it", () => {
  const article = articleOf(keys('kicker: "<b>南通</b>&amp;苏州"\nsubtitle: " 副 题 "'));
  expect(article).toMatchObject({ title: "标题", kicker: "南通&苏州", subtitle: "副 题" });
  expect(articleOf(keys('kicker: ""'))).not.toHaveProperty("kicker");
});

test("the kept source of an article is known with its place", () => {
  expect(articleOf(keys("source_file: 004.txt")).sourceFile).toEqual({ name: "004.txt", line: 3, column: 14 });
});

test("a source file outside the folder of sources is none, and that is noted", () => {
  const article = articleOf(keys("source_file: ../../secret.txt"));
  expect(article).not.toHaveProperty("sourceFile");
  expect(article.warnings).toMatchObject([{ rule: "source-file-name", line: 3, values: { text: "../../secret.txt" } }]);
});

test("what is to be reviewed is among the notes of an article", () => {
  const article = articleOf(keys("review: [日期只知道月份, 作者不详]"));
  expect(article.warnings.map(({ rule, values }) => [rule, values["note"]])).toEqual([
    ["to-review", "日期只知道月份"],
    ["to-review", "作者不详"],
  ]);
  expect(article.extra).toEqual({});
});
