import fc from "fast-check";
import { expect, test } from "vitest";
import { composeFile, withKeys } from "../../../src/import/systems/frontMatter.ts";
import { postOf } from "../../support/articles.ts";

test.each<[what: string, text: string, keys: Record<string, unknown>, file: string]>([
  [
    "a key that is not there",
    "---\ntitle: 甲\n---\n正文",
    { permalink: "/a/" },
    '---\ntitle: 甲\npermalink: "/a/"\n---\n正文',
  ],
  [
    "a key on one line",
    "---\ndate: 1\ntitle: 甲\n---\n",
    { date: "2022-03-11" },
    "---\ndate: 2022-03-11\ntitle: 甲\n---\n",
  ],
  [
    "a key without a value",
    "---\ndate:\ntitle: 甲\n---\n",
    { date: "2022-03-11" },
    "---\ndate: 2022-03-11\ntitle: 甲\n---\n",
  ],
  ["a list", "---\ntags:\n  - 甲\nb: 1\n---\n", { lang: "en" }, '---\ntags:\n  - 甲\nb: 1\nlang: "en"\n---\n'],
  ["line ends of Windows", "---\r\ntitle: 甲\r\n---\r\n", { lang: "en" }, '---\r\ntitle: 甲\r\nlang: "en"\r\n---\r\n'],
  ["another closing fence", "---\ntitle: 甲\n...\n---\n", { lang: "en" }, '---\ntitle: 甲\nlang: "en"\n...\n---\n'],
  ["a rule in the body", "---\na: 1\n---\n---\nb: 2\n---\n", { b: 3 }, "---\na: 1\nb: 3\n---\n---\nb: 2\n---\n"],
])("%s is set in its place", (_, text, keys, file) => {
  expect(withKeys(text, keys)).toBe(file);
});

test("a file without front matter has no place for a key", () => {
  expect(() => withKeys("正文", { a: 1 })).toThrow("Expected front matter");
});

test("whatever a composed file says is read as it was", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((one) => !/[\p{C}\u2028\u2029\uFEFF]/u.test(one));
  const said = text.filter((one) => one.trim() !== "");
  fc.assert(
    fc.property(said, fc.array(said, { minLength: 1 }), said, text, (title, tags, permalink, body) => {
      const file = composeFile({ title, tags, permalink, empty: "", none: undefined, list: [] }, `段落。\n\n${body}`);
      const { frontMatter, body: read } = postOf(file);
      expect(frontMatter).toMatchObject({ title, tags, permalink, extra: {} });
      expect(Object.keys(frontMatter.extra)).toEqual([]);
      expect(read).toBe(`\n段落。\n\n${body}`.trimEnd() + "\n");
    }),
  );
});
