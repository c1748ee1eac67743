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
  const key = titleUnitKey("第".charCodeAt(0));
  await Promise.all([index.filed(0, [0]), index.row(0, 0), index.posting(0, key), index.posting(0, key)]);
  // The directory's table of contents, its block, the postings.
  expect(asked).toHaveLength(6);
  expect(new Set(asked).size).toBe(6);
});

test("shelves that stand one behind the other come in one piece, and those between are left out", async () => {
  const days = Array.from({ length: 5 * articlesOnShelf }, (_, at) => 31 - Math.floor(at / articlesOnShelf));
  const many = days.map((day, at) => foundArticle(`/${at}.html`, { day: `2022-03-${day}` }));
  const { index, asked } = memoryIndex(many);
  const few = Array.from({ length: 50 }, (_, at) => at * 20);
  const wanted = [...few, 3 * articlesOnShelf + 7];
  const filed = await index.filed(0, wanted);
  const dayOf = (at: number) => `2022-03-${31 - Math.floor(at / articlesOnShelf)}`;
  expect(filed.map(({ day }) => day)).toEqual(wanted.map(dayOf));
  // The table of contents, two shelves and one.
  expect(asked).toHaveLength(3);
  expect((await index.filed(0, [...many.keys()])).map(({ day }) => day)).toEqual(many.map(({ day }) => day));
  expect(asked).toHaveLength(5);
});

test("what could not be had is asked for again", async () => {
  let [isDirectoryThere, isThere] = [false, false];
  const isMissing = (name: string) => !(name === "directory.bin" ? isDirectoryThere : isThere);
  const { index, asked } = memoryIndex(articles, { isMissing });
  const key = titleUnitKey("第".charCodeAt(0));
  await expect(index.place(key)).rejects.toThrow("directory.bin is missing");
  isDirectoryThere = true;
  expect([...(await index.place(key)).segments.keys()]).toEqual([0]);
  await expect(index.posting(0, key)).rejects.toThrow("2022-03.bin is missing");
  isThere = true;
  expect(await index.posting(0, key)).toMatchObject({ articles: Uint32Array.from(articles.keys()) });
  // The directory's table of contents twice, its block, the postings twice.
  expect(asked).toHaveLength(5);
});

test("what is read for keys is known before, and the same afterwards", async () => {
  const { index, asked } = memoryIndex(articles);
  const keys = ["第", "篇"].map((character) => titleUnitKey(character.charCodeAt(0)));
  const bytes = await index.bytesOf(0, [...keys, titleUnitKey(0)]);
  const before = asked.length;
  await Promise.all(keys.map(async (key) => index.posting(0, key)));
  const lengths = asked.slice(before).map((piece) => {
    const [start, end] = piece.split(" ")[1]!.split("-").map(Number) as [number, number];
    return end - start;
  });
  expect(bytes).toBe(lengths.reduce((sum, length) => sum + length, 0));
  expect(bytes).toBeGreaterThan(0);
  expect(await index.bytesOf(0, keys)).toBe(bytes);
});

test("an index without articles has nothing in it", async () => {
  const { index } = memoryIndex([]);
  expect(index.manifest).toMatchObject({ articles: 0, from: "", to: "", segments: [] });
  expect(await index.place(titleUnitKey(0x7b2c))).toEqual({ segments: new Map(), level: 0 });
});
