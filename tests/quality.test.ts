import { expect, test } from "vitest";
import type { Problem, SourcePath } from "../src/model.ts";
import { qualityOf, type Findings } from "../src/quality.ts";

function problem(rule: Problem["rule"], path = "a.md", values: Problem["values"] = {}): Problem {
  return { rule, path: path as SourcePath, line: 4, column: 7, values };
}

const none: Findings = { heldBack: [], waiting: [], merged: [], warnings: [], passedOver: [] };

test("nothing found is nothing to report", () => {
  expect(qualityOf(none)).toEqual({ heldBack: [], unlisted: 0, rules: [], waiting: 0, merged: 0, passedOver: 0 });
});

test("a file held back is told of in Chinese with its place, rule, reason and remedy", () => {
  const values = { text: "2012-13-01", month: 13 };
  expect(qualityOf({ ...none, heldBack: [problem("date-no-month", "paper/a.md", values)] }).heldBack).toEqual([
    {
      path: "paper/a.md",
      line: 4,
      column: 7,
      rule: "date-no-month",
      message: "日期“2012-13-01”有误：没有 13 月。",
      remedy: "请写成 YYYY-MM-DD HH:MM:SS +0800。",
    },
  ]);
});

test("rules are counted over files held back and warnings, errors first, then the most frequent, then by name", () => {
  const { rules } = qualityOf({
    ...none,
    heldBack: [problem("no-date"), problem("no-title"), problem("no-title")],
    warnings: [
      problem("date-mended"),
      problem("empty-body"),
      problem("broken-link"),
      problem("broken-link"),
      problem("date-mended"),
    ],
    merged: [problem("merged")],
    waiting: [problem("future")],
  });
  expect(rules.map(({ rule, severity, count }) => [rule, severity, count])).toEqual([
    ["no-title", "error", 2],
    ["no-date", "error", 1],
    ["broken-link", "warning", 2],
    ["date-mended", "warning", 2],
    ["empty-body", "warning", 1],
  ]);
  expect(rules[0]!.name).toBe("没有标题");
});

test("what waits, is merged or passed over is counted", () => {
  const report = qualityOf({
    ...none,
    waiting: [problem("future"), problem("unpublished")],
    merged: [problem("merged")],
    passedOver: ["a.csv", "b.csv", "c.csv"].map((path) => ({ path: path as SourcePath, rule: "not-an-article" })),
  });
  expect(report).toMatchObject({ waiting: 2, merged: 1, passedOver: 3, rules: [] });
});

test("a thousand files are listed and the others counted", () => {
  const heldBack = Array.from({ length: 1003 }, (_, index) => problem("no-date", `${index}.md`));
  const report = qualityOf({ ...none, heldBack });
  expect([report.heldBack.length, report.unlisted, report.rules[0]!.count]).toEqual([1000, 3, 1003]);
  expect(report.heldBack[999]!.path).toBe("999.md");
});
