import { expect, test } from "vitest";
import { reasonToWait } from "../../src/bind/publication.ts";
import { articlesOf } from "../support/archives.ts";

const now = Date.parse("2022-03-11T02:00:40+08:00");
const coming = "2022-03-11 02:00:41 +0800";

function ruleFor(path: string, keys: Readonly<Record<string, unknown>>, wanted: { drafts?: true; future?: true }) {
  const [article] = articlesOf({ [path]: keys });
  return reasonToWait(article!, { drafts: false, future: false, now, ...wanted })?.rule;
}

test.each([
  ["a.md", {}, {}, undefined],
  ["a.md", { date: "2022-03-11 02:00:40 +0800" }, {}, undefined],
  ["a.md", { date: coming }, {}, "future"],
  ["a.md", { date: coming }, { drafts: true }, "future"],
  ["a.md", { date: coming }, { future: true }, undefined],
  ["a.md", { published: false }, {}, "unpublished"],
  ["a.md", { published: "no" }, {}, "unpublished"],
  ["a.md", { draft: true }, {}, "unpublished"],
  ["_drafts/a.md", {}, {}, "unpublished"],
  ["a.md", { published: false }, { future: true }, "unpublished"],
  ["a.md", { published: false }, { drafts: true }, undefined],
  ["_drafts/a.md", {}, { drafts: true }, undefined],
  ["_drafts/a.md", { date: coming }, { drafts: true }, "future"],
  ["_drafts/a.md", { date: coming }, { drafts: true, future: true }, undefined],
] as const)("%s with %j, when %j is asked for, waits for %s", (path, keys, wanted, rule) => {
  expect(ruleFor(path, keys, wanted)).toBe(rule);
});

test("the note on an article to come names its file and its date", () => {
  const [article] = articlesOf({ "paper/a.md": { date: coming } });
  expect(reasonToWait(article!, { drafts: false, future: false, now })).toEqual({
    rule: "future",
    path: "paper/a.md",
    line: 1,
    column: 1,
    values: { date: "2022-03-11T02:00:41+08:00" },
  });
});
