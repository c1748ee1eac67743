import { expect, test } from "vitest";
import { reviewNotes } from "../../src/normalise/review.ts";
import { postOf } from "../support/articles.ts";

const notesOf = (yaml: string) =>
  reviewNotes(postOf(`---\ntitle: 作者不详\n${yaml}\n---\n正文。`)).map(({ rule, line, column, values }) => [
    rule,
    `${line}:${column}`,
    values["note"],
  ]);

test.each([
  ["nothing", "layout: post", []],
  ["an empty list", "review: []", []],
  ["an empty line", 'review: [""]', []],
  ["one text", "review: 日期只知道月份。", [["to-review", "3:9", "日期只知道月份"]]],
  [
    "a list, though a line of it stands elsewhere too",
    "review:\n  - 日期只知道月份\n  - 作者不详",
    [
      ["to-review", "4:5", "日期只知道月份"],
      ["to-review", "5:5", "作者不详"],
    ],
  ],
  ["what is not written as it is read", 'review:\n  - "第\\x31行"', [["to-review", "4:3", "第1行"]]],
  ["a note that is a mapping to YAML", "review:\n  - 日期: 不详", [["to-review", "4:3", '{"日期":"不详"}']]],
])("of %s", (_, yaml, notes) => {
  expect(notesOf(yaml)).toEqual(notes);
});

test("a long note is cut", () => {
  const [, , note] = notesOf(`review: ${"长".repeat(400)}`)[0]!;
  expect(note).toHaveLength(301);
});
