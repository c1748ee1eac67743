import { expect, test } from "vitest";
import { titleUnitKey } from "../../src/search/keys.ts";
import { rowsInBlock } from "../../src/search/segment.ts";
import { foundArticle, memoryIndex } from "../support/searchIndex.ts";

const articles = Array.from({ length: rowsInBlock + 2 }, (_, at) =>
  foundArticle(`/${at}.html`, { title: `第${at}篇` }),
);

test("no piece is asked for twice, though many ask at once", async () => {
  const { index, asked } = memoryIndex(articles);
  const rows = await Promise.all(articles.map(async (_, at) => index.row(0, at)));
  expect(rows.map(([permalink]) => permalink)).toEqual(articles.map(({ permalink }) => permalink));
  // The table of contents, with which the first block comes, and two blocks of rows.
  expect(asked).toHaveLength(3);
  await Promise.all([index.shelf(0), index.row(0, 0), index.shelf(0)]);
  expect(asked).toHaveLength(3);
  expect(new Set(asked).size).toBe(3);
});

test("what could not be had is asked for again", async () => {
  let isThere = false;
  const { index, asked } = memoryIndex(articles, { isMissing: () => !isThere });
  const key = titleUnitKey("第".charCodeAt(0));
  await expect(index.whereabouts(key)).rejects.toThrow("directory.bin is missing");
  await expect(index.posting(0, key)).rejects.toThrow("2022-03.bin is missing");
  isThere = true;
  expect(await index.whereabouts(key)).toBe("everywhere");
  expect(await index.posting(0, key)).toMatchObject({ articles: [...articles.keys()] });
  // Each head twice, and the postings, which are not in the head of a segment.
  expect(asked).toHaveLength(5);
});

test("an index without articles has nothing in it", async () => {
  const { index } = memoryIndex([]);
  expect(index.manifest).toMatchObject({ articles: 0, from: "", to: "", volumes: [] });
  expect(await index.whereabouts(titleUnitKey(0x7b2c))).toEqual([]);
});
