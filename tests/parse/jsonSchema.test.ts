import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { frontMatterSnippets } from "../../schemas/snippets.ts";
import { frontMatterSchema } from "../../src/parse/jsonSchema.ts";
import { keyWords } from "../../src/parse/keyWords.ts";
import { schema, typeFrontMatter } from "../../src/parse/schema.ts";
import { project } from "../support/command.ts";

const keys = Object.keys(schema.shape);
const validate = new Ajv({ strict: false }).compile(frontMatterSchema());

test.each([
  ["schemas/front-matter.json", frontMatterSchema()],
  [".vscode/front-matter.code-snippets", frontMatterSnippets()],
])("%s is what npm run schema makes", (file, made) => {
  // A formatter may have put commas at the ends of lists, which YAML allows too.
  expect(parse(readFileSync(path.join(project, file), "utf8"))).toEqual(made);
});

test.each(keys)("%s is in the schema, with words in Chinese and English", (key) => {
  expect(Object.keys(keyWords)).toContain(key);
  const { title, description } = frontMatterSchema().properties[key]!;
  expect(title).toMatch(/\p{Script=Han}/u);
  expect(description).toMatch(/^.*\p{Script=Han}.*\n[A-Z][^\p{Script=Han}]*$/u);
});

test.each([
  [{ title: "标题", date: "2022-03-11 02:00:40 +0800", categories: "nantongribao", tags: ["甲", "乙"] }, true],
  [{ title: 2022, draft: "Yes", published: false, lang: "zh-HK", page: 5, edition: { any: "thing" } }, true],
  [{ title: ["甲"] }, false],
  [{ tags: { 甲: 1 } }, false],
  [{ draft: "perhaps" }, false],
  [{ lang: "中文" }, false],
])("%j is right: %j", (data, isRight) => {
  expect(validate(data)).toBe(isRight);
});

const value = fc.oneof(
  fc.string(),
  fc.constantFrom("true", "NO", "zh-HK", "中文", "perhaps"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
);

test("what the schema finds right, reading finds right, and keeps nothing of a key it knows as unknown", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value), (data) => {
      fc.pre(validate(data));
      const read = typeFrontMatter(data);
      expect(read).not.toHaveProperty("got");
      // A key without a value is not there.
      const stated = Object.keys("extra" in read ? read.extra : {}).filter((key) => data[key] !== null);
      expect(stated).toEqual([]);
    }),
  );
});

test("what reading finds wrong, the schema finds wrong", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value), (data) => {
      fc.pre("got" in typeFrontMatter(data));
      expect(validate(data)).toBe(false);
    }),
  );
});
