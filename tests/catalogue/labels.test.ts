import { expect, test } from "vitest";
import { labelsOf, mostFrequent } from "../../src/catalogue/labels.ts";
import { articlesOf } from "../support/archives.ts";

type Keys = Readonly<Record<string, unknown>>;

function labels(posts: readonly Keys[], overrides: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(
    labelsOf(
      articlesOf(Object.fromEntries(posts.map((keys, index) => [`${index}.md`, keys]))).map((one) => [one, 1] as const),
      overrides,
    ),
  );
}

const ribao = { categories: "nantongribao" };

test.each([
  ["its article's tag", [{ ...ribao, tags: "南通日报新闻" }], { nantongribao: "南通日报新闻" }],
  [
    "the most frequent first tag",
    [
      { ...ribao, tags: ["区域经济", "南通日报新闻"] },
      { ...ribao, tags: ["南通日报新闻", "区域经济"] },
      { ...ribao, tags: ["南通日报新闻"] },
    ],
    { nantongribao: "南通日报新闻" },
  ],
  [
    "of equally frequent ones the first by code unit",
    [
      { ...ribao, tags: "南通日报" },
      { ...ribao, tags: "Nantong" },
    ],
    { nantongribao: "Nantong" },
  ],
  [
    "the tag in the same place, where there are as many",
    [{ categories: ["shijibao", "caitong"], tags: ["世纪报", "财通"] }],
    { shijibao: "世纪报", caitong: "财通" },
  ],
  [
    "the first tag, where there are not as many",
    [{ categories: ["shijibao", "caitong"], tags: ["世纪报", "财通", "其他"] }],
    { shijibao: "世纪报", caitong: "世纪报" },
  ],
  ["nothing, without tags", [ribao], {}],
  ["nothing, without categories", [{ tags: "南通日报新闻" }], {}],
] as const)("a category is called by %s", (_, posts, expected) => {
  expect(labels(posts)).toEqual(expected);
});

test("the configuration overrules the majority, and only where it says something", () => {
  const posts = [
    { ...ribao, tags: "南通日报新闻" },
    { categories: "techweb", tags: "TechWeb资讯" },
    { categories: "quiet" },
  ];
  expect(labels(posts, { nantongribao: "南通日报", quiet: "无标签" })).toEqual({
    nantongribao: "南通日报",
    techweb: "TechWeb资讯",
    quiet: "无标签",
  });
});

test("categories that differ in case vote apart", () => {
  const posts = [
    { categories: "TechWeb", tags: "大写" },
    { categories: "techweb", tags: "小写" },
  ];
  expect(labels(posts)).toEqual({ TechWeb: "大写", techweb: "小写" });
});

test("labels do not depend on the order of the articles", () => {
  const posts = ["乙", "甲", "丙", "甲", "乙"].map((tags) => ({ ...ribao, tags }));
  expect(labels(posts.toReversed())).toEqual(labels(posts));
});

test.each([
  [{ a: 1 }, "a"],
  [{ a: 1, b: 2 }, "b"],
  [{ b: 2, a: 2, c: 1 }, "a"],
  [{ b: 1, B: 1 }, "B"],
])("the most frequent of %j is %s", (counts, name) => {
  expect(mostFrequent(new Map(Object.entries(counts)))).toBe(name);
});
