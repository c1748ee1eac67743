import { expect, test } from "vitest";
import { titleUnitKey } from "../../src/search/keys.ts";
import { articlesOnShelf, rowsInBlock } from "../../src/search/segment.ts";
import { foundArticle, memoryIndex } from "../support/searchIndex.ts";

const articles = Array.from({ length: rowsInBlock + 2 }, (_, at) =>
  foundArticle(`/${at}.html`, { title: `第${at}篇` }),
);

test("no piece is asked for twice, though many ask at once", async () => {
  const { index, asked } = memoryIndex(articles);
  const rows = await Promise.all(articles.map(async (_, at) => index.row(0, at)));
  expect(rows.map(([permalink]) => permalink)).toEqual(articles.map(({ permalink }) => permalink));
  // The table of contents, and the two blocks of rows.
  expect(asked).toHaveLength(3);
  await Promise.all([index.filed(0, [0]), index.row(0, 0), index.filed(0, [1, 0])]);
  expect(asked).toHaveLength(4);
  expect(new Set(asked).size).toBe(4);
});

test("shelves that stand one behind the other come in one piece, and those between are left out", async () => {
  const days = Array.from({ length: 5 * articlesOnShelf }, (_, at) => 31 - Math.floor(at / articlesOnShelf));
  const many = days.map((day, at) => foundArticle(`/${at}.html`, { day: `2022-03-${day}` }));
  const { index, asked } = memoryIndex(many);
  const wanted = [0, 1, articlesOnShelf, 3 * articlesOnShelf + 7];
  const filed = await index.filed(0, wanted);
  expect(filed.map(({ day }) => day)).toEqual(["2022-03-31", "2022-03-31", "2022-03-30", "2022-03-28"]);
  // The table of contents, two shelves and one.
  expect(asked).toHaveLength(3);
  expect((await index.filed(0, [...many.keys()])).map(({ day }) => day)).toEqual(many.map(({ day }) => day));
  expect(asked).toHaveLength(5);
});

test("what could not be had is asked for again", async () => {
  let isThere = false;
  const { index, asked } = memoryIndex(articles, { isMissing: () => !isThere });
  const key = titleUnitKey("第".charCodeAt(0));
  await expect(index.place(key)).rejects.toThrow("directory.bin is missing");
  await expect(index.posting(0, key)).rejects.toThrow("2022-03.bin is missing");
  isThere = true;
  expect(await index.place(key)).toMatchObject({ segments: "everywhere" });
  expect(await index.posting(0, key)).toMatchObject({ articles: Uint32Array.from(articles.keys()) });
  // Each table of contents twice, and the blocks behind them.
  expect(asked).toHaveLength(6);
});

test("an index without articles has nothing in it", async () => {
  const { index } = memoryIndex([]);
  expect(index.manifest).toMatchObject({ articles: 0, from: "", to: "", segments: [] });
  expect(await index.place(titleUnitKey(0x7b2c))).toEqual({ segments: [], level: 0 });
});
