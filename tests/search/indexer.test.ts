import { expect, test } from "vitest";
import { Indexer, type SearchedArticle } from "../../src/search/indexer.ts";
import { coverOf, fieldKey, syllablesKey, titleUnitKey, type Key } from "../../src/search/keys.ts";
import { marks } from "../../src/search/postings.ts";
import { foundArticle, readings, table } from "../support/searchIndex.ts";

function postingsOf(articles: readonly SearchedArticle[]) {
  const postings = new Map(
    [...new Indexer(table, readings).gather(articles).postings()].map((each) => [each.key, each]),
  );
  return (key: Key) => {
    const { articles: numbers, marks: found } = postings.get(key) ?? { articles: [], marks: [] };
    return Array.from(numbers, (number, at) => [number, found[at]]);
  };
}

const word = (text: string) => coverOf(text).keys[0]!;
const filing = {
  categories: [["nantongribao", "南通日报"]],
  tags: [["cx", "創新"]],
  sources: ["重庆日报"],
} as const;

test.each([
  ["a text", { text: `${"甲".repeat(40)}港口` }, "港口", marks.none],
  ["the beginning of a text", { text: "新港口" }, "港口", marks.lead],
  ["where the beginning of a text ends", { text: `${"甲".repeat(39)}港口` }, "港口", marks.none],
  ["a title", { title: "新港口" }, "港口", marks.title],
  ["a title and the beginning of a text", { title: "港口", text: "港口" }, "港口", marks.title | marks.lead],
  ["a name", { names: ["張三"] }, "张三", marks.none],
  ["a paper", { filing }, "重庆", marks.none],
])("a word in %s is found and marked", (_, given, text, mark) => {
  expect(postingsOf([foundArticle("/a.html", given)])(word(text))).toEqual([[0, mark]]);
});

test.each([
  ["the title and the text", { title: "新港", text: "口岸" }],
  ["two lines", { text: "新港\n口岸" }],
  ["the text and a name", { text: "新港", names: ["口岸"] }],
  ["two names", { names: ["新港", "口岸"] }],
])("no word goes from one line to the next: %s", (_, given) => {
  expect(postingsOf([foundArticle("/a.html", given)])(word("港口"))).toEqual([]);
});

test("an article is found by its fields, by slug and by label", () => {
  const at = postingsOf([foundArticle("/a.html"), foundArticle("/b.html", { filing })]);
  for (const key of [
    fieldKey("category", "nantongribao"),
    fieldKey("category", "南通日报"),
    fieldKey("tag", "cx"),
    fieldKey("tag", "创新"),
    fieldKey("source", "重庆日报"),
  ]) {
    expect(at(key)).toEqual([[1, marks.none]]);
  }
  expect(at(fieldKey("tag", "南通日报"))).toEqual([]);
});

test("a title is found by its characters and by its sound, as labels and papers are; a text is not", () => {
  const at = postingsOf([foundArticle("/a.html", { title: "港口", text: "码头", filing })]);
  const spoken = (first: string, second: string) => {
    const [one, other] = [first, second].map((syllable) => readings.syllables.get(syllable)!) as [number, number];
    return at(syllablesKey(one, other));
  };
  expect(at(titleUnitKey("港".charCodeAt(0)))).toEqual([[0, marks.none]]);
  expect(at(titleUnitKey("码".charCodeAt(0)))).toEqual([]);
  expect(spoken("gang", "kou")).toEqual([[0, marks.none]]);
  expect(spoken("ma", "tou")).toEqual([]);
  expect(spoken("nan", "tong")).toEqual([[0, marks.none]]);
  expect(spoken("chuang", "xin")).toEqual([[0, marks.none]]);
  expect(spoken("zhong", "qing")).toEqual([[0, marks.none]]);
});

test("one indexer gathers for segment after segment what a new one would", () => {
  const others = { categories: [["cx", "创新"]], tags: [["nantongribao", "南通日报"]], sources: ["創新"] } as const;
  const segments = [[foundArticle("/a.html", { filing })], [foundArticle("/b.html", { filing: others })]];
  const indexer = new Indexer(table, readings);
  // More terms than are kept in mind.
  const tags = Array.from({ length: 20_001 }, (_, at) => [`t${at}`, "标签"] as const);
  indexer.gather([foundArticle("/c.html", { filing: { categories: [], tags, sources: [] } })]);
  const gathered = [...segments, ...segments].map((articles) => [...indexer.gather(articles).postings()]);
  const anew = segments.map((articles) => [...new Indexer(table, readings).gather(articles).postings()]);
  expect(gathered).toEqual([...anew, ...anew]);
  expect(anew[0]).not.toEqual(anew[1]);
});
