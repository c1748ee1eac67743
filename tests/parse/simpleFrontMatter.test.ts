import fc from "fast-check";
import { expect, test } from "vitest";
import { plainData } from "../../src/parse/plainData.ts";
import { typeFrontMatter } from "../../src/parse/schema.ts";
import { readSimpleFrontMatter } from "../../src/parse/simpleFrontMatter.ts";
import { readYaml } from "../../src/parse/yaml.ts";

const refused: string[] = [];
const byYaml = (text: string) => {
  const { data, forgiven } = readYaml(text);
  expect(forgiven).toEqual([]);
  return typeFrontMatter(plainData(data, (key) => refused.push(key)) as Record<string, unknown>);
};

test("most posts have simple front matter", () => {
  const text = `layout: post\ntitle: "在：众多 # 'a'"\ndate: 2022-03-11 02:00:40 +0800\ncategories: nantongribao b\ntags: 南通日报新闻\n`;
  expect(readSimpleFrontMatter(text)).toEqual(byYaml(text));
});

test.each([
  'title: "a\\"b"',
  'title: "a "b" c"',
  "title: a: b",
  "title: a #b",
  "title: true",
  "title: NULL",
  "title:",
  "title: [a]",
  "title: 123",
  "title: a\ntitle: b",
  "author: a",
  "title: a\n  b",
  "tags:\n- a",
])("%j is left to YAML", (text) => {
  expect(readSimpleFrontMatter(`${text}\n`)).toBeUndefined();
});

const key = fc.constantFrom("layout", "title", "date", "categories", "tags", "Title", "author");
const piece = fc.constantFrom(
  ..."a 甲 1 Z é   , ' [ ] { } & * ! | > % @ ` ~ - ? + . / = （ \u3000 \u00a0 😀 \u2028 \ud800 \t \\ _".split(" "),
  " ",
  "null",
  "true",
  "False",
  ": ",
  "#",
  "\n",
);
const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const value = fc.oneof(
  words,
  words.map((text) => `"${text}"`),
  fc.constantFrom("null", "TRUE", "false", "yes", "NaN", "Infinity", "2022-03-11", "2022-03-11 02:00:40 +0800", "y"),
);

test("whatever is read at once is what YAML and the schema make of it", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }), (lines) => {
      const text = lines.map(([name, stated]) => `${name}: ${stated}\n`).join("");
      const simple = readSimpleFrontMatter(text);
      if (!simple) return;
      read++;
      expect(simple).toEqual(byYaml(text));
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(300);
  expect(refused).toEqual([]);
});
