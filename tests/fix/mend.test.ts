import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleOf, draftOf } from "../../src/fix/draft.ts";
import { fixes, type FixName } from "../../src/fix/fixes.ts";
import { mend } from "../../src/fix/mend.ts";
import type { Article, SourcePath } from "../../src/model.ts";
import { siteOf } from "../support/articles.ts";

const of = { path: "2022-03-11-a.md" as SourcePath, site: siteOf(), modified: 0 };

function published(text: string): Article | undefined {
  return articleOf(draftOf(text.replace(/\r\n?/g, "\n"), of));
}

/** A whole file with one line of front matter changed, or with another body. */
function fileWith(line: string, body = "<p>正文。</p>\n"): string {
  const key = line.split(":")[0]!;
  const lines = ['title: "标题"', "date: 2022-03-11 02:00:40 +0800", "categories: nantongribao", "tags: 南通日报新闻"];
  const others = lines.filter((other) => !other.startsWith(`${key}:`));
  return `---\n${[...others, line].join("\n")}\n---\n${body}`;
}

const inFrontMatter: readonly (readonly [name: FixName, before: string, after: string])[] = [
  ["title-quoted", "title: 甲 #乙", 'title: "甲 #乙"'],
  ["title-quoted", "title: 南通: 开发区", 'title: "南通: 开发区"'],
  ["title-quoted", 'title: 甲"乙": 丙\\丁', String.raw`title: "甲\"乙\": 丙\\丁"`],
  ["title-quoted", "title: @甲", 'title: "@甲"'],
  ["title-escaped", 'title: "甲"乙"丙"', String.raw`title: "甲\"乙\"丙"`],
  ["date-proper", "date: 2022/3/11", "date: 2022-03-11"],
  ["date-proper", "date: 2022年3月11日 18:00", "date: 2022-03-11 18:00 +0800"],
  ["date-proper", 'date: "2022-3-11 2:00:40 +0800"', 'date: "2022-03-11 02:00:40 +0800"'],
  ["date-zone", "date: 2022-03-11 02:00:40", "date: 2022-03-11 02:00:40 +0800"],
  ["date-zone", "date: '2022-03-11 02:00'", "date: '2022-03-11 02:00 +0800'"],
  ["names-once", "tags: [甲, 乙, 甲]", "tags: [甲, 乙]"],
  ["names-once", 'tags: ["甲", 甲, "甲"]', 'tags: ["甲"]'],
  ["names-once", "tags:\n  - 甲\n  - 甲\n  - 乙", "tags:\n  - 甲\n  - 乙"],
  ["names-once", "tags: a b a", "tags: a b"],
  ["blank-ends", "source: 南通日报 \t", "source: 南通日报"],
  ["control-characters", "source: 南通\u0007日报", "source: 南通日报"],
  ["letters-composed", "source: Cafe\u0301", "source: Caf\u00e9"],
];

describe("in front matter", () => {
  test.each(inFrontMatter)("%s: %j becomes %j", (name, before, after) => {
    const mended = mend(fileWith(before), of);
    expect(mended.text).toBe(fileWith(after));
    expect(new Set(mended.changes.map(({ fix }) => fix))).toEqual(new Set([name]));
  });

  test("every fix has an example", () => {
    expect(new Set(inFrontMatter.map(([name]) => name))).toEqual(new Set(Object.keys(fixes)));
  });

  test.each([
    ["a zone that would end the redirect from Jekyll's address", "date: 2022-03-11 18:00:40"],
    ["a day that is not in the calendar", "date: 2022-02-30"],
    ["a date with two meanings", "date: 03/04/2022"],
    ["a comment", 'title: "甲" # 待改'],
    ["a title that may be meant as a list", "title: [甲: 乙"],
    ["a key that stands twice", "tag: 甲\ntag: 乙"],
    ["names that only look alike", "tags: [甲乙, 甲 乙]"],
    ["names in one category text, which is not split", "category: a a"],
    ["categories that had a page of their own on the Jekyll site", "categories: a b a"],
  ])("leaves %s alone: %s", (_, line) => {
    expect(mend(fileWith(line), of)).toEqual({ text: fileWith(line), changes: [] });
  });
});

describe("in the body", () => {
  test.each([
    ["blanks at the ends of lines", "<p>甲</p> \n乙\t\n \n丙", "<p>甲</p>\n乙\n\n丙"],
    ["but not a line break of Markdown", "甲  \n乙  \n\n丙  ", "甲  \n乙\n\n丙"],
    ["nor blanks in code", "```\na = 1 \n\t\n```\n\n甲 ", "```\na = 1 \n\t\n```\n\n甲"],
    ["nor compatibility ideographs, by which names are told apart", "\uFA19社\u212B", "\uFA19社\u212B"],
    ["control characters", "甲\u0001\u200b\uFEFF乙", "甲\u200b乙"],
  ])("%s: %j becomes %j", (_, before, after) => {
    const title = 'title: "标题"';
    expect(mend(fileWith(title, before), of).text).toBe(fileWith(title, after));
  });
});

test("what is not mended keeps its bytes: line ends, quotation marks, comments, unknown keys", () => {
  const text =
    "---\r\n# 备注\r\ntitle: '甲'\r\ndate: 2022/3/11 # 待核\r\nedition: {a: 1}\r\n---\r\n甲 \r\n\r\n乙\n丙\r丁";
  expect(mend(`\uFEFF${text}`, of).text).toBe(text.replace("2022/3/11", "2022-03-11").replace("甲 \r", "甲\r"));
});

test.each([
  ["a file without front matter", "notes.md", "说明 \n甲\u0001\n"],
  ["a source that was kept", "_sources/2022-03-11-a.md", fileWith("date: 2022/3/11")],
])("%s is left alone", (_, path, text) => {
  expect(mend(text, { ...of, path: path as SourcePath })).toEqual({ text, changes: [] });
});

test("changes say the line and what stood and stands there", () => {
  const { changes } = mend(fileWith("tags:\n  - 甲\n  - 甲"), of);
  expect(changes).toEqual([{ fix: "names-once", line: 7, before: ["  - 甲"], after: [] }]);
});

const odd = fc.constantFrom(
  ..." |  |\t|\n|\r\n|\n\n|甲|乙丙|a|e\u0301|\u0001|\uFEFF|#| #|: |\"|'|\\|<p>|</p>|<pre>|</pre>|```\n|- |[|]|,|@|2022|\uFA19".split(
    "|",
  ),
);
const text = fc.array(odd, { maxLength: 14 }).map((parts) => parts.join(""));
const line = text.map((words) => words.replace(/[\r\n]/g, " "));
const file = fc
  .record({
    title: line,
    date: fc.oneof(
      fc.constantFrom("2022/3/11", "2022-03-11 02:00", "2022-3-11 18:00:00", "2022-02-30", "20220311 02:00"),
      line,
    ),
    tags: fc.oneof(line, fc.constantFrom("a b a", "[a, b, a]", "\n  - a\n  - a", "[a, 'a']")),
    quote: fc.boolean(),
    body: text,
    end: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ title, date, tags, quote, body, end }) => {
    const lines = ["---", `title: ${quote ? `"${title}"` : title}`, `date: ${date}`, `tags: ${tags}`, "---", body];
    return lines.join("\n").replaceAll("\n", end);
  });

test("mending once is enough", () => {
  fc.assert(
    fc.property(file, (before) => {
      const { text: after } = mend(before, of);
      expect(mend(after, of)).toEqual({ text: after, changes: [] });
    }),
    { numRuns: 150 },
  );
});

test("the article that is published is the same, but for a title that was cut and letters that were composed", () => {
  fc.assert(
    fc.property(file, (before) => {
      const { text: after, changes } = mend(before, of);
      const [old, fresh] = [published(before), published(after)];
      const isQuoted = changes.some(({ fix }) => fix === "title-quoted");
      // What was held back may be published now, when its title could not be read.
      expect(fresh !== undefined).toBe(old !== undefined || (isQuoted && fresh !== undefined));
      fc.pre(old !== undefined);
      const shown = ({ title, permalink, published: when, categories, tags, body }: Article) => {
        return JSON.stringify([isQuoted || title, permalink, when, categories, tags, body]).normalize("NFC");
      };
      expect(shown(fresh!)).toBe(shown(old));
    }),
    { numRuns: 150 },
  );
});
