import { expect, test } from "vitest";
import { articleStrip, reviewOf, type ArticleStrip } from "../../src/serve/articleStrip.ts";
import type { SourcePath } from "../../src/model.ts";
import { articleOf, postOf } from "../support/articles.ts";

const long = "开发区把项目建设作为头号工程，一季度新开工项目十二个，总投资一百二十亿元，开工率居全市第一。";

function stripOf(text: string): ArticleStrip {
  const article = articleOf(text);
  return articleStrip({ article, copies: [], problems: article.warnings, post: postOf(text) });
}

function fileOf(body: string, keys = ""): string {
  return `---\ntitle: 标题\ndate: 2022-03-11 02:00:40 +0800\n${keys}---\n${body}\n`;
}

test("an article in which nothing was done has nothing to show", () => {
  const strip = stripOf(fileOf(`<p>${long}</p>`));
  expect(strip).toEqual({
    path: "2022-03-11-a.md",
    copies: [],
    warnings: [],
    review: [],
    notes: [],
    inferred: [],
    leftOut: [],
    comments: [],
  });
});

test("of an imported article the kept source and the account of the import are shown", () => {
  const account = "第7行 不收（版面口号）：奋进新征程";
  const strip = stripOf(fileOf(`<p>${long}</p>\n<!--\n${account}\n-->\n<!-- -->`, 'source_file: "004.txt"\n'));
  expect([strip.importedFrom, strip.comments, strip.leftOut]).toEqual(["_sources/004.txt", [account], []]);
});

test("what wants mending, what was done and what was inferred are told apart, each once", () => {
  const strip = stripOf(
    fileOf(
      `<p>本报记者 陈可</p>\n<p>${long.replace("。", "，")}</p><p>${long}</p>\n<p>项目为王引领振兴</p>\n<p>${long}（财联社）</p>\n<iframe></iframe>`,
    ).replace("2022-03-11 02:00:40 +0800", "2022/3/11"),
  );
  expect(strip.warnings.map(({ name, line }) => [name, line])).toEqual([
    ["日期写法不规范", 3],
    ["去掉了不安全的标记", 9],
  ]);
  expect(strip.notes.map(({ name }) => name)).toEqual(["合并断开的段落", "推断的小标题"]);
  expect(strip.inferred).toEqual([
    { label: "来源取自正文末尾", text: "财联社" },
    { label: "署名取自正文", text: "本报记者 陈可" },
  ]);
  expect(strip.warnings[0]!.message + strip.warnings[0]!.remedy).toBe(
    "日期“2022/3/11”已按 2022-03-11 处理。请写成 2022-03-11。",
  );
});

test("points to look at are told once, and not as what was done", () => {
  const { review, notes, warnings } = stripOf(fileOf(`<p>${long}</p>`, "review: 日期不明\n"));
  expect([review, notes, warnings]).toEqual([["日期不明"], [], []]);
});

test.each([
  ["<p>（文章来源：南通日报）</p>", "已作来源"],
  ["<p>文：陈可</p>", "已作署名"],
  ["原文链接：https://a.example/1.html", "已作原文地址"],
  ["[返回南通日报新闻](/category/n.html) ｜ [返回首页](/)", "旧站页脚"],
  ["<script>track()</script>", ""],
])("%s is left out of the text", (line, fate) => {
  const { leftOut } = stripOf(fileOf(`<p>${long}</p>\n\n${line}`));
  expect(leftOut.map(({ number, fate: found }) => [number, found])).toEqual([[7, fate]]);
});

test.each([
  ["review: 日期不明\n", ["日期不明"]],
  ["review: [日期不明, 2022, [来源]]\n", ["日期不明", "2022", "来源"]],
  ["review:\n  - join: 建立高｜速物流\n", ['{"join":"建立高｜速物流"}']],
  ["review:\n", []],
  ["", []],
])("points to look at: %j", (keys, points) => {
  expect(reviewOf(postOf(fileOf("正文。", keys)))).toEqual(points);
});

test("without the file nothing is compared, and copies are named", () => {
  const article = articleOf(fileOf(`<p>${long}</p><p>文：陈可</p>`));
  const copies = ["2022-03-11-b.md" as SourcePath];
  const strip = articleStrip({ article, copies, problems: [], post: undefined });
  expect([strip.leftOut, strip.review, strip.copies]).toEqual([[], [], copies]);
});
