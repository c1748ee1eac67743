import { expect, test } from "vitest";
import { coverOf, fieldKey, type Key } from "../../src/search/keys.ts";
import { parseQuery } from "../../src/search/query.ts";
import { foundArticle, memoryIndex, table } from "../support/searchIndex.ts";

/** Most articles have 南通 and 开发 and 发区, few have 港口, fewer 岸线, one has all of them. */
const texts = Array.from({ length: 200 }, (_, at) => {
  const words = ["南通，开发，发区", ...(at % 40 === 0 ? ["港口"] : []), ...(at % 80 === 0 ? ["岸线"] : [])];
  return at === 160 ? "南通开发区港口岸线" : words.join("，");
});
const memory = memoryIndex(
  texts.map((text, at) => foundArticle(`/${at}.html`, { day: `${2012 + (at % 10)}-03-11`, text })),
  { level: 0 },
);
const filing = { categories: [["gundong", "滚动"]], tags: [], sources: [] } as const;
const filed = memoryIndex(
  Array.from({ length: 200 }, (_, at) =>
    foundArticle(`/${at}.html`, { text: "南通开发区", ...(at === 60 ? { filing } : {}) }),
  ),
  { level: 0 },
);
const key = (text: string) => coverOf(text).keys[0]!;

test.each<[string, string, readonly Key[]]>([
  ["a word of two keys", "开发区", []],
  ["common words", "南通 开发区", []],
  ["a rare word beside common ones", "开发区 岸线", [key("岸线"), key("开发")]],
  ["the rarest of a phrase", "开发区港口岸线", [key("区港"), key("口岸")]],
])("of %s, the rarest keys are asked for first, unless they are common", async (_, text, keys) => {
  const { rarest } = await memory.finder.plan(parseQuery(text, table));
  expect(new Set(rarest)).toEqual(new Set(keys));
});

test("a segment is left when none of its articles has the rarest keys", async () => {
  const { finder, asked } = memory;
  const plan = await finder.plan(parseQuery("开发区 港口 岸线", table));
  const before = asked.length;
  const found = await Promise.all(plan.segments.map(async (segment) => finder.consult(segment, plan)));
  expect(found.flat().length).toBeGreaterThan(0);
  const files = asked.slice(before).map((piece) => piece.split(" ")[0]);
  const read = new Map([...new Set(files)].map((file) => [file, files.filter((each) => each === file).length]));
  // Of postings one or two blocks; of a hit, the table of contents and its row.
  for (const [at, segment] of plan.segments.entries()) {
    const { file } = memory.index.manifest.segments[segment]!;
    expect([file, read.get(file)]).toEqual([file, found[at]!.length > 0 ? 3 : 2]);
  }
});

test("fields are among what all hits have", async () => {
  const { rarest } = await filed.finder.plan(parseQuery("category:gundong 开发区", table));
  expect(rarest).toContain(fieldKey("category", "gundong"));
});

test("what may be read as pinyin is found in more ways than one, and rules out nothing", async () => {
  const { rarest } = await memory.finder.plan(parseQuery("nantong 岸线", table));
  expect(rarest).toEqual([]);
});

test.each([
  ["from:2015-01 to:2016-12", ["2016", "2015"]],
  ["year:2021 南通", ["2021"]],
  ["year:2001 南通", []],
  ["-南通", []],
])("of %s, the segments asked are %j", async (text, spans) => {
  const { segments } = await memory.finder.plan(parseQuery(text, table));
  expect(segments.map((segment) => memory.index.manifest.segments[segment]!.span)).toEqual(spans);
});
