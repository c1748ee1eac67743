import { expect, test } from "vitest";
import { archiveOf, entryOf, type Files } from "../support/archives.ts";

function relatedPaths(files: Files, path: string) {
  return entryOf(archiveOf(files), path).related.map(({ article }) => article.path);
}

const day = (date: number) => ({ date: `2022-03-${String(date).padStart(2, "0")}` });

test("an article without terms has no related articles", () => {
  expect(relatedPaths({ "a.md": {}, "b.md": {} }, "a.md")).toEqual([]);
});

test("an article is not related to itself, nor to one that shares no term with it", () => {
  expect(relatedPaths({ "a.md": { tags: "甲" }, "b.md": { tags: "乙" } }, "a.md")).toEqual([]);
});

test("a rare term weighs more than a common one", () => {
  const files = {
    "a.md": { ...day(11), tags: ["常见", "罕见"] },
    "common.md": { ...day(11), tags: ["常见"] },
    "common-2.md": { ...day(11), tags: ["常见"] },
    "common-3.md": { ...day(11), tags: ["常见"] },
    "rare.md": { ...day(1), tags: ["罕见"] },
  };
  expect(relatedPaths(files, "a.md")[0]).toBe("rare.md");
});

test("two shared terms weigh more than one", () => {
  const files = {
    "a.md": { ...day(11), category: "nantongribao", tags: ["甲"] },
    "one.md": { ...day(11), category: "nantongribao" },
    "two.md": { ...day(1), category: "nantongribao", tags: ["甲"] },
  };
  expect(relatedPaths(files, "a.md")).toEqual(["two.md", "one.md"]);
});

test("articles about one listed company are related, whatever they call it", () => {
  const about = (code: string, name: string) =>
    `<p><a data-code="${code}" href="https://a.example/">${name}</a>公告。</p>`;
  const files = {
    "a.md": { ...day(11), body: about("1,600160", "巨化股份") },
    "same.md": { ...day(1), body: about("1,600160", "巨化") },
    "other.md": { ...day(11), body: about("1,600161", "天坛生物") },
    "board.md": { ...day(11), body: about("90,BK0473", "巨化股份") },
  };
  expect(relatedPaths(files, "a.md")).toEqual(["same.md"]);
});

test("of equally related articles the nearest in time come first, before or after, then by address", () => {
  const tags = ["甲"];
  const files = {
    "a.md": { ...day(11), tags },
    "far.md": { ...day(1), tags },
    "after.md": { ...day(13), tags, permalink: "/z.html" },
    "before.md": { ...day(9), tags, permalink: "/y.html" },
    "near.md": { ...day(12), tags },
  };
  expect(relatedPaths(files, "a.md")).toEqual(["near.md", "before.md", "after.md", "far.md"]);
});

test("five articles are related at most", () => {
  const files = Object.fromEntries(
    Array.from({ length: 31 }, (_, index) => [`${index}.md`, { ...day(index + 1), tags: "甲" }]),
  );
  expect(relatedPaths(files, "15.md")).toEqual(["14.md", "16.md", "13.md", "17.md", "12.md"]);
});
