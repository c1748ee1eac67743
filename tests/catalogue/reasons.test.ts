import { expect, test } from "vitest";
import { reasonsFor } from "../../src/catalogue/reasons.ts";
import { archiveOf, entryOf, type Files } from "../support/archives.ts";

const company = (words: string) => `<p><a data-code="1,600160" href="https://a.example/">${words}</a>发布公告。</p>`;

function reasons(one: Files[string], other: Files[string]) {
  const archive = archiveOf({ "a.md": { title: "甲", ...one }, "b.md": { title: "乙", ...other } });
  return reasonsFor(entryOf(archive, "a.md"), entryOf(archive, "b.md"));
}

test.each<[string, Files[string], Files[string], readonly (readonly [string, string])[]]>([
  ["a tag", { tags: ["南通", "招商"] }, { tags: ["招商"] }, [["tag", "招商"]]],
  ["a category", { category: "nantongribao" }, { category: "nantongribao" }, [["category", "nantongribao"]]],
  [
    "a company by its code",
    { body: company("巨化股份") },
    { body: company("巨化") },
    [["company", "巨化股份（600160）"]],
  ],
  ["words of titles", { title: "南通开发区新项目" }, { title: "走进南通开发区" }, [["words", "南通开发区"]]],
  ["nothing", { tags: ["南通"] }, { tags: ["招商"] }, []],
])("two articles have %s in common", (_, one, other, expected) => {
  expect(reasons(one, other).map(({ kind, label }) => [kind, label])).toEqual(expected);
});

test("a paper and its tag of one name are one reason", () => {
  const keys = { category: "nantongribao", tags: ["南通日报新闻"] };
  expect(reasons(keys, keys)).toEqual([{ kind: "tag", label: "南通日报新闻" }]);
});

test("of many reasons the two that say most are given", () => {
  const keys = { title: "南通开发区新项目", category: "nantongribao", tags: ["招商"], body: company("巨化股份") };
  expect(reasons(keys, { ...keys, title: "走进南通开发区", date: "2022-03-12" }).map(({ kind }) => kind)).toEqual([
    "company",
    "words",
  ]);
});

test("of shared tags the rarest comes first", () => {
  const archive = archiveOf({
    "a.md": { title: "甲", tags: ["南通日报新闻", "招商"] },
    "b.md": { title: "乙", tags: ["南通日报新闻", "招商"] },
    "c.md": { title: "丙", tags: ["南通日报新闻"] },
  });
  expect(reasonsFor(entryOf(archive, "a.md"), entryOf(archive, "b.md")).map(({ label }) => label)).toEqual([
    "招商",
    "南通日报新闻",
  ]);
});
