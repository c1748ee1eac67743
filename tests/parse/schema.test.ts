import fc from "fast-check";
import { expect, test } from "vitest";
import { typeFrontMatter } from "../../src/parse/schema.ts";

const nothing = {
  categories: [],
  category: [],
  tags: [],
  tag: [],
  published: true,
  draft: false,
  date_precision: [],
  review: [],
  author: [],
  byline: [],
  photographer: [],
  editor: [],
  redirect_from: [],
  extra: {},
};

test("front matter without a key has lists that are empty, is published and no draft", () => {
  expect(typeFrontMatter({})).toEqual(nothing);
});

test("a whole front matter is typed", () => {
  const data = {
    layout: "post",
    title: "标题",
    date: "2022-03-11 02:00:40 +0800",
    categories: "nantongribao",
    tags: ["南通日报新闻", "财经"],
    permalink: "/a/b.html",
    slug: "b",
    excerpt: "摘要",
    redirect_from: ["/old/a.html"],
    excerpt_separator: "<!--more-->",
    date_precision: ["month"],
    review: ["日期只知道月份", "作者不详"],
    kicker: "肩题",
    subtitle: "副题",
    source: "南通日报",
    source_file: "004.txt",
    original: "http://example.org/",
    author: ["陈可"],
    byline: ["司占伟"],
    photographer: "甲",
    editor: "乙",
    published: false,
    draft: true,
  };
  expect(typeFrontMatter(data)).toEqual({ ...nothing, ...data });
});

const texts = [
  "title",
  "date",
  "permalink",
  "slug",
  "layout",
  "excerpt",
  "excerpt_separator",
  "source",
  "original",
  "kicker",
  "subtitle",
  "source_file",
];

test.each(texts.flatMap((key) => [[key, 2022, "2022"] as const, [key, true, "true"] as const, [key, "", ""] as const]))(
  "%s: %j is the text %j",
  (key, value, text) => {
    expect(typeFrontMatter({ [key]: value })).toEqual({ ...nothing, [key]: text });
  },
);

test.each(texts)("%s without a value is not there", (key) => {
  expect(typeFrontMatter({ [key]: null })).toHaveProperty(key, undefined);
});

const lists = ["categories", "category", "tags", "tag", "author", "byline", "photographer", "editor"];

test.each(
  lists.flatMap((key) => [
    [key, null, []] as const,
    [key, "甲 乙", "甲 乙"] as const,
    [key, 600_001, "600001"] as const,
    [key, ["甲", 2022, true, null], ["甲", "2022", "true"]] as const,
    [key, [null], []] as const,
    [key, [["甲", ["乙"]], "丙"], ["甲", "乙", "丙"]] as const,
    [key, [], []] as const,
  ]),
)("%s: %j is %j", (key, value, typed) => {
  expect(typeFrontMatter({ [key]: value })).toEqual({ ...nothing, [key]: typed });
});

test.each([
  [true, true],
  ["true", true],
  ["Yes", true],
  ["ON", true],
  [false, false],
  ["false", false],
  ["no", false],
  ["No", false],
  ["OFF", false],
])("published: %j is %j, and so is draft", (value, typed) => {
  expect(typeFrontMatter({ published: value, draft: value })).toMatchObject({ published: typed, draft: typed });
});

test.each(
  ["date_precision", "review"].flatMap((key) => [
    [key, null, []] as const,
    [key, "month", ["month"]] as const,
    [key, 2022, ["2022"]] as const,
    [key, ["甲", null, ["乙"]], ["甲", "乙"]] as const,
    // A note with a colon and a space, which is a mapping to YAML.
    [key, [{ 日期: "只知道月份" }], ['{"日期":"只知道月份"}']] as const,
  ]),
)("%s: %j is %j, whatever it is", (key, value, typed) => {
  expect(typeFrontMatter({ [key]: value })).toEqual({ ...nothing, [key]: typed });
});

test("published without a value is false, as in Jekyll", () => {
  expect(typeFrontMatter({ published: null, draft: null })).toMatchObject({ published: false, draft: false });
});

test.each([
  ...["title", "date", "permalink", "slug", "layout", "excerpt_separator"].flatMap((key) => [
    [key, ["甲", "乙"], "text", "a list"] as const,
    [key, { a: "b" }, "text", "a mapping"] as const,
  ]),
  ...["categories", "category", "tags", "tag"].flatMap((key) => [
    [key, { a: "b" }, "a text or a list of texts", "a mapping"] as const,
    [key, [{ a: "b" }], "a text or a list of texts", "a list"] as const,
  ]),
  ...["published", "draft"].flatMap((key) => [
    [key, "maybe", "true or false", '"maybe"'] as const,
    [key, "", "true or false", '""'] as const,
    [key, 0, "true or false", "0"] as const,
    [key, [true], "true or false", "a list"] as const,
  ]),
])("%s: %j is at fault: expected %s, got %s", (key, value, expected, got) => {
  expect(typeFrontMatter({ extra: "a", [key]: value })).toEqual({ key, expected, got });
});

test("of several faults the first key is named", () => {
  expect(typeFrontMatter({ tags: {}, title: [], draft: "x" })).toMatchObject({ key: "title" });
});

test("unknown keys are kept as they stand", () => {
  const extra = { 关键词: ["甲", { 乙: 1 }], Title: "大写", extra: { a: null }, toString: 1, hasOwnProperty: 2 };
  expect(typeFrontMatter({ title: "标题", ...extra })).toMatchObject({ title: "标题", extra: { ...extra } });
});

test.each([
  ["author", { name: "陈可" }, []],
  ["author", [{ name: "陈可" }], []],
  ["byline", { name: "陈可" }, []],
  ["kicker", ["一", "二"], undefined],
  ["subtitle", { a: "b" }, undefined],
  ["source_file", ["004.txt"], undefined],
  ["photographer", [[{ name: "陈可" }]], []],
  ["editor", { name: "陈可" }, []],
  ["source", { paper: "南通日报" }, undefined],
  ["source", ["南通日报"], undefined],
  ["original", ["http://example.org/"], undefined],
  ["excerpt", ["摘要"], undefined],
  ["lang", "English, please", undefined],
  ["lang", 'en" onload="alert(1)', undefined],
  ["lang", ["en"], undefined],
  ["page", true, undefined],
  ["page", [1], undefined],
])("%s: %j holds nothing back and stays where the layouts find it", (key, value, typed) => {
  const frontMatter = typeFrontMatter({ [key]: value });
  expect(frontMatter).toHaveProperty("extra", { [key]: value });
  expect(frontMatter).toHaveProperty(key, typed);
});

test.each([["en"], ["zh-HK"], ["zh-Hant-TW"], ["nan"]])("lang: %s is a language", (lang) => {
  expect(typeFrontMatter({ lang })).toMatchObject({ lang, extra: {} });
});

test("what is kept inherits nothing", () => {
  const frontMatter = typeFrontMatter({ a: 1 });
  expect("extra" in frontMatter && Object.getPrototypeOf(frontMatter.extra)).toBeNull();
});

test("any data is typed, or the key that is at fault is one of its own", () => {
  const keys = fc.constantFrom(...texts, ...lists, "published", "draft", "x");
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything({ maxDepth: 3 })), (data) => {
      const typed = typeFrontMatter(data);
      expect("got" in typed ? Object.keys(data) : Object.keys(nothing)).toContain("got" in typed ? typed.key : "extra");
    }),
  );
});
