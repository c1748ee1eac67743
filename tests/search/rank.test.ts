import { expect, test } from "vitest";
import type { Candidate } from "../../src/search/find.ts";
import { marks } from "../../src/search/postings.ts";
import { parseQuery } from "../../src/search/query.ts";
import { byRelevance } from "../../src/search/rank.ts";
import { Session } from "../../src/search/session.ts";
import { foundArticle, memoryIndex, table } from "../support/searchIndex.ts";

const { none, title, lead } = marks;

function candidate(article: number, found: readonly number[], having: readonly number[], segment = 0): Candidate {
  const filing = { categories: [], tags: [], sources: [] };
  const day = "2022-03-11" as Candidate["day"];
  return { segment, article, day, filing, marks: found, having, isSure: true };
}

function order(candidates: readonly Candidate[], articles = 1000): readonly number[] {
  return byRelevance(candidates, articles).map(({ article }) => article);
}

test.each([
  ["a title before a lead before a text", [[none], [title], [lead]], [10], [1, 2, 0]],
  ["a title and a lead before a title", [[title], [title | lead]], [10], [1, 0]],
  [
    "a rare word's title before a common word's",
    [
      [title, none],
      [none, title],
    ],
    [500, 5],
    [1, 0],
  ],
  [
    "two titles before one, even the rare word's",
    [
      [title, title],
      [none, title],
    ],
    [500, 5],
    [0, 1],
  ],
  ["equals as they came", [[lead], [lead], [lead]], [10], [0, 1, 2]],
  ["a word that all have, still", [[none], [title]], [1000], [1, 0]],
])("%s", (_, found, having, expected) => {
  expect(order(found.map((each, at) => candidate(at, each, having)))).toEqual(expected);
});

test("how rare a word is, all segments say together", () => {
  const one = [candidate(0, [title, none], [1, 40]), candidate(1, [none, title], [1, 40])];
  expect(order(one)).toEqual([0, 1]);
  const other = candidate(2, [none, none], [400, 1], 1);
  expect(order([...one, other])).toEqual([1, 0, 2]);
});

test("without candidates, and without words, the order stays", () => {
  expect(order([])).toEqual([]);
  expect(order([candidate(3, [], []), candidate(1, [], [])])).toEqual([3, 1]);
});

test("of two articles with both words, the one comes first that has the rarer one in its title", async () => {
  const { index, finder } = memoryIndex([
    ...Array.from({ length: 30 }, (_, at) => foundArticle(`/${at}.html`, { text: "新闻" })),
    foundArticle("/common.html", { title: "新闻", text: "此处说到港口" }),
    foundArticle("/rare.html", { title: "港口", text: "此处说到新闻" }),
  ]);
  const session = await Session.begin(finder, index, parseQuery("新闻 港口", table), "relevance", () => 0);
  await session.ask();
  const hits = await session.hits(10);
  expect(hits.map(({ permalink }) => permalink)).toEqual(["/rare.html", "/common.html"]);
});
