import { expect, test } from "vitest";
import { categoriesOf, tagsOf, termsOf } from "../../src/normalise/terms.ts";
import { postOf } from "../support/articles.ts";

const frontMatterOf = (yaml: string) => postOf(`---\ntitle: 标题\n${yaml}\n---\n`).frontMatter;

test.each([
  ["categories: nantongribao", ["nantongribao"]],
  ["categories: 21shijijingjibaodao  nancailicaitong", ["21shijijingjibaodao", "nancailicaitong"]],
  ["categories: [A b, C]", ["A b", "C"]],
  ["categories:\n  - a\n  - ~\n  - b", ["a", "b"]],
  ["categories: 2022", ["2022"]],
  ["categories: [2022, true, 1.5]", ["2022", "true", "1.5"]],
  ["categories:", []],
  ['categories: "  "', []],
  ['categories: ["", a]', ["a"]],
  ["category: A b", ["A b"]],
  ["category: [p, q]", ["p", "q"]],
  ["categories: x y\ncategory: z w", ["x", "y", "z w"]],
  ["categories: x y\ncategory: x", ["x", "y"]],
  ["categories: TechWeb Techweb", ["TechWeb", "Techweb"]],
  ["categories: a, b", ["a,", "b"]],
  ["layout: post", []],
])("the categories of %j are %j", (yaml, categories) => {
  expect(categoriesOf(frontMatterOf(yaml), [])).toEqual(categories);
});

test("an ideographic space does not split a text, as in Jekyll", () => {
  expect(categoriesOf(frontMatterOf('categories: "南通　日报"'), [])).toHaveLength(1);
  expect(tagsOf(frontMatterOf('tags: "南通　日报"'))).toHaveLength(1);
});

test("folders above _posts come first, and each category stands once", () => {
  expect(categoriesOf(frontMatterOf("categories: x news"), ["news", "Local"])).toEqual(["news", "Local", "x"]);
});

test.each([
  ["tags: 南通日报新闻", ["南通日报新闻"]],
  ["tags: c d", ["c", "d"]],
  ["tags: [c d, e, ~]", ["c d", "e"]],
  ["tag: a b", ["a b"]],
  ["tag: a b\ntags: c d", ["a b"]],
  ["tag: [x y, z]", ["x y", "z"]],
  ["tag:\ntags: c d", ["c", "d"]],
  ["tags: a a", ["a"]],
  ["tags:", []],
])("the tags of %j are %j", (yaml, tags) => {
  expect(tagsOf(frontMatterOf(yaml))).toEqual(tags);
});

test("labels lose line breaks, control characters and marks that turn the direction", () => {
  const terms = termsOf(tagsOf(frontMatterOf('tags: ["甲\\n乙", "丙\\u202E丁", "戊\\u0007"]')));
  expect(terms.map(({ label }) => label)).toEqual(["甲 乙", "丙丁", "戊"]);
});

test("names of one slug are one term, labelled by the first", () => {
  expect(termsOf(["南通 日报", "南通-日报", "TechWeb", "Techweb"])).toEqual([
    { slug: "南通-日报", label: "南通 日报" },
    { slug: "TechWeb", label: "TechWeb" },
    { slug: "Techweb", label: "Techweb" },
  ]);
});
