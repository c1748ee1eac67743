import { expect, test } from "vitest";
import { judgeByText } from "../../src/search/hitByText.ts";
import { planFor } from "../../src/search/plan.ts";
import { parseQuery } from "../../src/search/query.ts";
import { foundArticle, memoryIndex, readings, table } from "../support/searchIndex.ts";

const text = "港口新闻";
const article = foundArticle("/a.html", {
  title: "口岸通关",
  text,
  names: ["张三"],
  filing: { categories: [], tags: [["kouan", "口岸"]], sources: ["南通日报"] },
});
const { index } = memoryIndex([article]);

test.each([
  ["a word in the text is a hit by its page", "港口新闻", { isHit: true, isRead: true }],
  ["a word that is not there is none by its page", "港口码头", { isHit: false, isRead: true }],
  ["a word in the title needs no page", "口岸通关", { isHit: true, isRead: false }],
  ["people and papers need none", "张三 南通日报", { isHit: true, isRead: false }],
  [
    "a character that the title lacks decides before the page is read for another word",
    "港口新闻 江",
    { isHit: false, isRead: false },
  ],
  ["what is excluded decides as soon, where the index has it", "港口新闻 -张三", { isHit: false, isRead: false }],
  ["what is excluded may be in the text alone", "张三 -港口新闻", { isHit: false, isRead: true }],
])("%s", async (_, query, verdict) => {
  const plan = await planFor(parseQuery(query, table), index, async () => readings);
  const linesOf = async () => Promise.resolve(text.split("\n"));
  const tools = { table, readings: async () => Promise.resolve(readings), linesOf };
  expect(await judgeByText(article, plan, tools)).toEqual(verdict);
});
