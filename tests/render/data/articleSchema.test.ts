import { expect, test } from "vitest";
import { articleFields, articleSchema } from "../../../src/render/data/articleSchema.ts";
import { siteOf } from "../../support/articles.ts";
import { faultsBy } from "../../support/schema.ts";

const schema = articleSchema(siteOf());
const record = {
  id: "d1bd306d05",
  url: "https://archive.example/a.html",
  permalink: "/a.html",
  title: "标题",
  kicker: null,
  subtitle: "副题",
  published: "2022-03-11T02:00:40+08:00",
  day: "2022-03-11",
  precision: "second",
  language: "zh-CN",
  sources: [{ name: null, addresses: [] }],
  infoCode: null,
  categories: [{ slug: "a", label: "甲" }],
  tags: [],
  byline: { authors: ["陈可"], photographers: [], editors: [] },
  excerpt: "",
  text: "",
  characters: 0,
  securities: [{ market: "0", code: "300568", name: "星源材质", address: null }],
  formerPermalinks: [],
  copies: [],
  file: "a.md",
  sha256: "0".repeat(64),
};

test("the schema is one of draft 2020-12, at its own address", () => {
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://archive.example/data/article.schema.json",
    type: "object",
    additionalProperties: false,
  });
  expect(schema["required"]).toEqual(Object.keys(record));
});

test.each([
  ["a record", record],
  ["a record with the HTML of its body", { ...record, body: "<p>正文。</p>" }],
])("%s is valid", (_, value) => {
  expect(faultsBy(schema)(value)).toEqual([]);
});

test.each([
  ["a key that is not known", { ...record, more: 1 }],
  ["a key that is missing", { ...record, infoCode: undefined }],
  ["an unknown precision", { ...record, precision: "hour" }],
  ["half a word", { ...record, characters: 0.5 }],
  ["a time without a zone", { ...record, published: "2022-03-11T02:00:40" }],
  ["a hash that is too short", { ...record, sha256: "0" }],
  ["a source without addresses", { ...record, sources: [{ name: "南通日报" }] }],
])("%s is not", (_, value) => {
  expect(faultsBy(schema)(value)).toHaveLength(1);
});

test("every field is named with its type and said to be something, those inside others too", () => {
  const fields = articleFields();
  for (const { name, type, description } of fields) {
    expect([name, type]).toEqual([name, expect.stringMatching(/^(?:文本|文本，可空|整数|列表|对象)$/)]);
    expect([name, description]).toEqual([name, expect.stringMatching(/./)]);
  }
  const top = fields.map(({ name }) => name).filter((name) => !name.includes("."));
  expect(top).toEqual([...Object.keys(record), "body"]);
  expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(["sources[].addresses", "byline.editors"]));
});
