import fc from "fast-check";
import { expect, test } from "vitest";
import { HeldBack } from "../../src/errors.ts";
import { limits } from "../../src/limits.ts";
import type { Position, Post, Problem } from "../../src/model.ts";
import { parsePost, placeOfKey } from "../../src/parse/post.ts";
import type { FrontMatter } from "../../src/parse/schema.ts";
import { postOf, problemOf, sourceOf } from "../support/articles.ts";

const problemIn = (text: string, path?: string) => problemOf(() => parsePost(sourceOf(text, path)));
const briefly = ({ rule, line, column, values }: Problem) => ({ rule, line, column, values });
const notesOf = (frontMatter: string) => postOf(`---\n${frontMatter}\n---\n`).notes.map(briefly);

test("a file is taken apart, and every part knows its line", () => {
  const source = sourceOf("\n---\ntitle: 标题\ntags: [甲, 乙]\n关键词: 丙\n...\n\n<p>正文</p>\n");
  expect(parsePost(source)).toEqual({
    source,
    frontMatter: expect.objectContaining({ title: "标题", tags: ["甲", "乙"], extra: { 关键词: "丙" } }) as FrontMatter,
    frontMatterText: "title: 标题\ntags: [甲, 乙]\n关键词: 丙\n",
    frontMatterLine: 3,
    body: "\n<p>正文</p>\n",
    bodyLine: 7,
    notes: [],
  } satisfies Post);
});

test("what was noted when the file was read comes first", () => {
  const note: Problem = { ...sourceOf(""), rule: "control-characters", line: 9, column: 1, values: { count: 1 } };
  const post = parsePost({ ...sourceOf("---\ntitle: a\ntitle: b\n---\n"), notes: [note] });
  expect(post?.notes.map(({ rule }) => rule)).toEqual(["control-characters", "duplicate-key"]);
});

test.each([
  "README.md",
  "docs/notes.txt",
  "about.html",
  "2022-03-11.md",
  "2022-03-11-a/README.md",
  "20220311-a.md",
  "2022-a-b-c.md",
])("%s without front matter is no article", (path) => {
  expect(parsePost(sourceOf("# 说明\n", path))).toBeUndefined();
});

test.each(["2022-03-11-a.md", "22-3-1-a.md", "2022-3-11-标题.html", "甲/乙/2022-03-11-a.txt", "2022-13-45-a.md"])(
  "%s without front matter was meant as one",
  (path) => {
    const held = { rule: "no-front-matter", path, line: 1, column: 1, values: {} };
    expect(problemIn("# 标题\n", path)).toEqual(held);
    expect(problemIn("", path)).toEqual(held);
    expect(problemIn("+++\ntitle = 'a'\n+++\n", path)).toEqual(held);
  },
);

test.each([
  ["---\ntitle: a\n", "front-matter-unclosed", 1, 1, {}],
  ["\n\n---\ntitle: a\n", "front-matter-unclosed", 3, 1, {}],
  ["---js\n{}\n---\n", "front-matter-language", 1, 1, { language: "js" }],
  ["---coffee\ntitle: a\n---\n", "front-matter-language", 1, 1, { language: "coffee" }],
  ['---json\n{ "title": "a" }\n---\n', "front-matter-language", 1, 1, { language: "json" }],
  ["---\ntitle: a\n---- b\n---\n", "front-matter-fence", 3, 1, {}],
  ["\n---\n---js\n---\n", "front-matter-fence", 3, 1, {}],
  ["---\n- a\n---\n", "front-matter-not-keys", 2, 1, {}],
  ["---\n标题\n---\n", "front-matter-not-keys", 2, 1, {}],
  ["---\nnull\n---\n", "front-matter-not-keys", 2, 1, {}],
  ["---\n42\n---\n", "front-matter-not-keys", 2, 1, {}],
  ["---\na: b\ntitle: 解读: 新政策\n---\n", "front-matter-colon", 3, 10, {}],
  ["\n---\n\ntitle: *ST金山\n---\n", "front-matter-reserved", 4, 8, { character: "*" }],
  ['---\ntitle: "甲\n---\n', "front-matter-quote", 2, 8, {}],
  ["---\ntags:\n\t- 甲\n---\n", "front-matter-tab", 3, 1, {}],
  ["---\na: 1\ntitle: &a 甲\n---\n", "front-matter-alias", 3, 8, {}],
  [
    "---\ndate: a\ntitle: [甲, 乙]\n---\n",
    "front-matter-type",
    3,
    8,
    { key: "title", expected: "text", got: "a list" },
  ],
  [
    "---\npublished: maybe\n---\n",
    "front-matter-type",
    2,
    12,
    { key: "published", expected: "true or false", got: '"maybe"' },
  ],
] as const)("%j is held back as %s at %i:%i", (text, rule, line, column, values) => {
  expect(problemIn(text, "甲/a.md")).toEqual({ rule, path: "甲/a.md", line, column, values });
});

test.each([
  ["title: a\ntitle: b", "duplicate-key", 3, 1, {}],
  ['title: "a "b" c"', "title-quotes-repaired", 2, 8, {}],
  ["__proto__: a", "refused-key", 2, 12, { key: "__proto__" }],
  ["date: a\nconstructor:\n  prototype: b", "refused-key", 4, 3, { key: "constructor" }],
  ["prototype: a", "refused-key", 2, 12, { key: "prototype" }],
  ['"\\u005f_proto__": a', "refused-key", 2, 19, { key: "__proto__" }],
  ["title: 增长 #1 的城市", "title-cut", 2, 11, {}],
  ["date: a\ntitle: 增长\t# 的城市", "title-cut", 3, 11, {}],
  ["title: 甲 #乙 #丙", "title-cut", 2, 10, {}],
  ["title: 甲  #乙", "title-cut", 2, 11, {}],
  ["title: #1 的城市", "title-cut", 2, 8, {}],
])("of %j it is noted: %s at %i:%i", (frontMatter, rule, line, column, values) => {
  expect(notesOf(frontMatter)).toEqual([{ rule, line, column, values }]);
});

test.each([
  ['title: "增长 #1 的城市"'],
  ["title: '增长 #1 的城市'"],
  ['title: "增长" # 的城市'],
  ["title: C# 与 F#"],
  ["title: 增长#1"],
  ["title: >-\n  增长 #1"],
  ["title: 增长\n# 的城市"],
  ["subtitle: 增长 #1"],
  ["note: |\n  title: 增长 #1"],
])("of %j nothing is noted", (frontMatter) => {
  expect(notesOf(frontMatter)).toEqual([]);
});

test.each([
  ["__proto__: { polluted: true }"],
  ["__proto__:\n  polluted: true\n__proto__:\n  polluted: 1"],
  ["a: { __proto__: { polluted: true } }"],
  ["a: [{ constructor: { prototype: { polluted: true } } }]"],
  ["? __proto__\n: { polluted: true }"],
  ['"__proto__": { polluted: true }'],
  ['"__proto__\\0": { polluted: true }'],
  ["<<: { __proto__: { polluted: true } }"],
])("%j reaches no object of JavaScript's own", (frontMatter) => {
  const post = postOf(`---\n${frontMatter}\n---\n`);
  expect({}).not.toHaveProperty("polluted");
  expect(post.frontMatter).not.toHaveProperty("polluted");
  expect(JSON.stringify(post.frontMatter)).not.toContain("polluted");
});

test("one key refused many times is noted once", () => {
  expect(notesOf(`a:\n${"- __proto__: 1\n".repeat(500)}`)).toMatchObject([{ rule: "refused-key" }]);
});

test("a title of almost nothing but spaces is read", () => {
  expect(notesOf(`title: 甲${" ".repeat(60_000)}乙`)).toEqual([]);
});

test.each([
  ["a language", `---${"x".repeat(1_000_000)}\n---\n`],
  ["a tag", `---\ntags:\n  - !${"x".repeat(50_000)} a\n---\n`],
  ["an alias", `---\ntags:\n  - *${"x".repeat(50_000)}\n---\n`],
  ["a value that is no yes or no", `---\npublished: ${"x".repeat(50_000)}\n---\n`],
])("what is said of %s is short, however long it is", (_, text) => {
  expect(JSON.stringify(problemIn(text)).length).toBeLessThan(400);
});

test("64 KB of front matter are read, one byte more is too much", () => {
  const note = (bytes: number) => `note: ${"a".repeat(bytes - "note: \n".length)}\n`;
  expect(postOf(`---\n${note(64 * 1024)}---\n`).frontMatter.extra).toHaveProperty("note");
  expect(problemIn(`\n---\n${note(64 * 1024 + 1)}---\n`)).toMatchObject({
    rule: "front-matter-too-large",
    line: 3,
    column: 1,
    values: { bytes: 65_537, limit: limits.frontMatterBytes },
  });
});

test("the front matter is measured in bytes, not in characters", () => {
  const problem = problemIn(`---\nnote: ${"字".repeat(22_000)}\n---\n`);
  expect(briefly(problem)).toMatchObject({ rule: "front-matter-too-large", values: { bytes: 66_007 } });
});

test("the body may be as large as the file", () => {
  const body = "<p>字</p>\n".repeat(100_000);
  expect(postOf(`---\ntitle: a\n---\n${body}`).body).toBe(body);
});

test("the body is not looked at", () => {
  const body = "---\n{{ 7 * 7 }} {% raw %}\n---js\n{}\n---\n*a &b\t\n";
  expect(postOf(`---\ntitle: a\n---\n${body}`)).toMatchObject({ body, bodyLine: 4, notes: [] });
});

test.each([
  ["title", { line: 4, column: 8 }],
  ["date", { line: 5, column: 9 }],
  ["tags", { line: 3, column: 1 }],
] satisfies [string, Position][])("the value of %s stands at %j of the file", (key, place) => {
  expect(placeOfKey(postOf("\n---\n# c\ntitle: 甲\ndate:   乙\n---\ntags: 丙\n"), key)).toEqual(place);
});

const fences = ["---\n", "---\n", "...\n", "---js\n", "+++\n"];
const lines = [
  "\n",
  "a: b\n",
  "title: 乙\n",
  "|\n",
  "__proto__: ",
  "constructor: ",
  "published: ",
  "author: ",
  "tags: ",
];
const words = "title date 甲 1 : [ ] { } &a *a !!js/function # - ' \" \\ 😀".split(" ");
const spaces = [" ", "  ", "\t", "\u3000", "\u2028", "\uFEFF", ": ", " #", "- "];
const pieces = fc.array(fc.oneof(...[fences, lines, words, spaces].map((of) => fc.constantFrom(...of))), {
  maxLength: 30,
});

test("any file is a post, no article, or held back at a place it has", () => {
  fc.assert(
    fc.property(pieces, fc.boolean(), (parts, isFenced) => {
      const text = isFenced ? `---\n${parts.join("")}\n---\n正文` : parts.join("");
      for (const { line, column } of problemsIn(text)) {
        const length = text.split("\n")[line - 1]?.length;
        expect(column).toBeGreaterThan(0);
        expect(column).toBeLessThanOrEqual(length === undefined ? 0 : length + 1);
      }
    }),
    { numRuns: 2000 },
  );
});

test("nothing of a file is lost between front matter and body", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = `---\ntitle: a\n---\n${parts.join("")}`;
      const post = postOf(text);
      expect(text).toBe(`---\n${post.frontMatterText}---\n${post.body}`);
    }),
  );
});

function problemsIn(text: string): readonly Problem[] {
  try {
    return parsePost(sourceOf(text))?.notes ?? [];
  } catch (error) {
    if (error instanceof HeldBack) return [error.problem];
    throw error;
  }
}
