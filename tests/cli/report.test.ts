import { expect, test } from "vitest";
import type { BuildReport } from "../../src/occasion.ts";
import { fileOf, jsonOf, lineOf, reportOf, summaryOf } from "../../src/cli/report.ts";
import type { PassedOver, Problem, SourcePath } from "../../src/model.ts";
import type { Findings } from "../../src/quality.ts";

function problem(rule: Problem["rule"], path = "a.md", values: Problem["values"] = {}): Problem {
  return { rule, path: path as SourcePath, line: 4, column: 7, values };
}

const month = problem("date-no-month", "paper/a.md", { text: "2012-13-01", month: 13 });
const passedOver: PassedOver = { path: "table.csv" as SourcePath, rule: "not-an-article" };
const none: Findings = { heldBack: [], waiting: [], merged: [], warnings: [], passedOver: [] };
const findings: Findings = {
  heldBack: [month],
  waiting: [problem("unpublished"), problem("future", "b.md", { date: "2999-01-01T00:00:00+08:00" })],
  merged: [problem("merged", "c.md", { other: "a.md" })],
  warnings: [
    problem("empty-body"),
    problem("heading-inferred", "d.md", { words: "项目为王" }),
    problem("to-review", "d.md", { note: "日期只知道月份" }),
  ],
  passedOver: [passedOver],
};
const report: BuildReport = {
  findings,
  articles: 7,
  published: 3,
  files: new Set(["index.html", "a.html"]),
  written: 1,
  removed: 0,
  fromCache: 4,
};

test("a problem is a line with place, message, remedy and rule, in the reader's language", () => {
  expect(lineOf(month, "posts", "en")).toBe(
    'posts/paper/a.md:4:7  date is "2012-13-01": there is no month 13. Write YYYY-MM-DD HH:MM:SS +0800. [date-no-month]',
  );
  expect(lineOf(month, "posts", "zh")).toBe(
    "posts/paper/a.md:4:7  日期“2012-13-01”有误：没有 13 月。请写成 YYYY-MM-DD HH:MM:SS +0800。 [date-no-month]",
  );
});

test.each([
  ["its file's name", problem("no-date", "a\nposts/b.md:1:1  b\r.md")],
  ["the text it quotes", problem("permalink-not-inside", "a.md", { permalink: "/a\nposts/b.md:1:1  b\u2028c" })],
])("a problem is one line whatever stands in %s", (_, odd) => {
  expect(lineOf(odd, "posts", "en")).not.toMatch(/[\n\r\u2028\u2029]/);
});

test.each([
  ["posts", "a.md", "posts/a.md"],
  ["./posts/", "deep/a.md", "posts/deep/a.md"],
  ["../articles", "a.md", "../articles/a.md"],
  ["/srv/articles", "a.md", "/srv/articles/a.md"],
  [".", "a.md", "a.md"],
])("in the folder %s the file %s is called %s", (posts, path, file) => {
  expect(fileOf({ path: path as SourcePath }, posts)).toBe(file);
});

test("nothing found is nothing to report", () => {
  expect(reportOf(none, "posts", "en")).toEqual({ lines: [], heldBack: [] });
});

test("a report has a section for each kind of finding, and files held back apart", () => {
  const { lines, heldBack } = reportOf(findings, "posts", "en");
  expect(lines.filter((line) => !line.startsWith("  "))).toEqual([
    "Passed over (1):",
    "Not published yet (2):",
    "Merged (1):",
    "Done on the way (1):",
    "For an editor to look at (1):",
    "Worth mending (1):",
  ]);
  expect(lines[1]).toBe(
    "  posts/table.csv  Its name does not end in .md, .markdown, .html, .htm or .txt. [not-an-article]",
  );
  expect(heldBack).toEqual(["Held back (1); everything else is published:", `  ${lineOf(month, "posts", "en")}`]);
});

test("a report for Chinese readers is in Chinese", () => {
  const { lines, heldBack } = reportOf(findings, "posts", "zh");
  expect([...lines, ...heldBack].filter((line) => !line.startsWith("  "))).toEqual([
    "不是文章，已略过（1 个文件）：",
    "暂不发布（2 个文件）：",
    "已合并（1 个文件）：",
    "已自动处理（1 处）：",
    "待编辑核对（1 处）：",
    "建议修改（1 处）：",
    "未能发布（1 个文件），其余照常发布：",
  ]);
});

test("of one rule twenty warnings are printed and the others counted", () => {
  const warnings = [
    ...Array.from({ length: 23 }, (_, index) => problem("empty-body", `${index}.md`)),
    problem("date-empty", "z.md"),
  ];
  const { lines } = reportOf({ ...none, warnings }, "posts", "en");
  expect(lines[0]).toBe("Worth mending (24):");
  expect(
    lines.filter((line) => line.endsWith("The body is empty. Write the text below the second line ---. [empty-body]")),
  ).toHaveLength(20);
  expect(lines.slice(-2)).toEqual([`  ${lineOf(warnings[23]!, "posts", "en")}`, "  and 3 more of [empty-body]"]);
  expect(reportOf({ ...none, warnings }, "posts", "zh").lines.at(-1)).toBe("  [empty-body] 另有 3 处");
});

test("every file held back is printed, however many there are", () => {
  const heldBack = Array.from({ length: 50 }, (_, index) => problem("no-date", `${index}.md`));
  expect(reportOf({ ...none, heldBack }, "posts", "en").heldBack).toHaveLength(51);
});

test("the summary tells what became of the articles, and of the pages", () => {
  expect(summaryOf(report, 1.2345, "_site", "en")).toBe(
    "7 articles read, 4 from the cache: 3 published, 1 merged, 2 drafts, 1 held back. 2 files in _site, 1 of them written, in 1.23 s.",
  );
  expect(summaryOf(report, 0, "_site", "zh")).toBe(
    "读取文章 7 篇（缓存 4 篇）：发布 3，合并 1，草稿 2，未能发布 1。_site 共 2 个文件，更新 1 个，用时 0.00 秒。",
  );
});

test("the report for programs has every figure and every file held back, in English", () => {
  expect(JSON.parse(JSON.stringify(jsonOf(report, 1.23456, { read: 1.2 }, "posts")))).toEqual({
    articles: 7,
    fromCache: 4,
    published: 3,
    merged: 1,
    drafts: 2,
    heldBack: [
      {
        file: "posts/paper/a.md",
        line: 4,
        column: 7,
        rule: "date-no-month",
        message: 'date is "2012-13-01": there is no month 13.',
        remedy: "Write YYYY-MM-DD HH:MM:SS +0800.",
      },
    ],
    passedOver: [{ file: "posts/table.csv", rule: "not-an-article" }],
    warnings: 3,
    pages: 2,
    files: 2,
    written: 1,
    seconds: 1.235,
    stages: { read: 1.2 },
  });
});
