import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { spokenLabels, valuesOf, type Filing } from "../../src/search/filing.ts";
import { Finder } from "../../src/search/find.ts";
import { fold } from "../../src/search/fold.ts";
import { parseQuery, type Query } from "../../src/search/query.ts";
import { Session, type Order } from "../../src/search/session.ts";
import { project } from "../support/command.ts";
import {
  articlesIn,
  foundArticle,
  memoryIndex,
  readings,
  table,
  type FoundArticle,
  type MemoryIndex,
} from "../support/searchIndex.ts";
import { foldedArticle, scan, spokenAs, waysToRead } from "../support/searchScan.ts";

/** Asks to the end and makes sure of every hit. */
async function found({ finder, index }: MemoryIndex, query: Query, order: Order = "newest") {
  const session = await Session.begin(finder, index, query, order, () => 0);
  await session.ask();
  const hits = await session.hits(Infinity);
  expect(session.standing).toEqual({ found: hits.length, isCertain: true, unasked: [], failed: [], unread: 0 });
  return hits.map(({ permalink }) => permalink);
}

/** Characters that are easily taken for one another, or for the edge of something. */
const alphabet = [
  ...Array.from("国國经經济濟发發髮后後干乾幹重慶庆行aAａＡbBxX01０１289亿"),
  ...Array.from("，,。．.！!（(「—－-·：: \u3000\u00a0\t"),
  ...['"', "“", "”", "𠮷", "𠮶", "🎉", "\u200b", "\u200d", "\u00ad", "\ufe0f", "e\u0301", "é"],
  ...["4321", "43215", "14321", "0043"],
  ...["が", "か\u3099", "ﬁ", "㈱", "\uf900", "\ufa6c", "\ue000"],
];
const textOf = (maxLength: number) => fc.array(fc.constantFrom(...alphabet), { maxLength }).map((all) => all.join(""));
const filings: readonly Filing[] = [
  { categories: [["nantongribao", "南通日报"]], tags: [["南通日报新闻", "南通日报新闻"]], sources: ["南通日报"] },
  { categories: [["emnews", "东财滚动新闻"]], tags: [], sources: ["券商中国", "重慶日報"] },
  {
    categories: [
      ["TechWeb", "TechWeb"],
      ["emnews", "东财滚动新闻"],
    ],
    tags: [["国", "国"]],
    sources: [],
  },
  { categories: [], tags: [["发", "發"]], sources: ["Ａ1Ｂ"] },
];
const days = ["2021-11-30", "2021-12-01", "2022-01-15", "2022-02-28", "2022-03-01", "2022-03-31", "2022-05-05"];
const article = fc.record({
  title: textOf(8),
  text: fc.array(textOf(12), { maxLength: 5 }).map((lines) => lines.join("\n")),
  names: fc.array(textOf(4), { maxLength: 2 }),
  filing: fc.constantFrom(...filings),
  day: fc.constantFrom(...days),
});
const someArticles = fc
  .array(article, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((each, at) => foundArticle(`/${at}.html`, each)));

/** Numbers that choose a line of an article, or a piece of one. */
interface Choice {
  readonly article: number;
  readonly line: number;
  readonly start: number;
  readonly length: number;
}
const choice = fc.record({
  article: fc.nat(),
  line: fc.nat(),
  start: fc.nat(),
  length: fc.integer({ min: 2, max: 8 }),
});

function pieceOf(articles: readonly FoundArticle[], { article: which, line, start, length }: Choice): string {
  const { title, text, names, filing } = articles[which % articles.length]!;
  const lines = [title, ...text.split("\n"), ...names, ...filing.sources].filter(Boolean);
  const chosen = lines[line % lines.length] ?? "";
  const from = start % Math.max(1, chosen.length - 1);
  return chosen.slice(from, from + length);
}

/** Writes a text so that it looks different and is the same. */
const disguises: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "full width": (text) => text.replace(/[0-9A-Za-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  "upper case": (text) => text.replace(/[a-zａ-ｚ]/g, (one) => one.toUpperCase()),
  traditional: (text) => text.replace(/[国经济发庆后]/g, (one) => "國經濟發慶後"["国经济发庆后".indexOf(one)]!),
  "with what is not seen": (text) => text.split("").join("\u200b"),
  "with other spaces": (text) => text.replace(/ /g, "\u3000 "),
};

/** Ways of asking for a piece of an article. */
const forms: Readonly<Record<string, (piece: string, articles: readonly FoundArticle[], choice: Choice) => string>> = {
  phrase: (piece) => (/["“”＂]/.test(piece) ? "" : `"${piece}"`),
  "phrase of the country": (piece) => (/["“”＂]/.test(piece) ? "" : `“${piece}”`),
  words: (piece) => piece,
  "first character": (piece) => piece.slice(0, 1),
  pinyin: (_, articles, { article: which, line, start, length }) => {
    const { title, filing } = articles[which % articles.length]!;
    const labels = [title, ...[...filing.categories, ...filing.tags].map(([, label]) => label), ...filing.sources];
    const characters = labels[line % labels.length]!.replace(/[^\p{Script=Han}]/gu, "").slice(0, 2 + (length % 3));
    const spoken = spokenAs(fold(characters, table));
    const word = spoken[start % Math.max(1, spoken.length)] ?? "";
    // A word that can be taken apart in too many ways is not tried in all of them.
    return waysToRead(word) > 4 ? "" : word;
  },
};
const fields = [
  ...[
    "category:nantongribao",
    "报纸：东财滚动新闻",
    "category:techweb",
    "tag:国",
    "标签:發",
    'tag:"发"',
    "source:南通日报",
  ],
  ...[
    "来源：重庆日报",
    "source:ａ1b",
    "year:2022",
    "from:2021-12",
    "to:2022-03-01",
    "from:2022-02-28 to:2022-03",
    "year:2020",
  ],
];
const request = fc.record({
  parts: fc.array(
    fc.record({
      choice,
      form: fc.constantFrom(...Object.keys(forms)),
      disguise: fc.constantFrom(...Object.keys(disguises)),
      // Most words are wanted.
      minus: fc.constantFrom("", "", "", "-", "－"),
    }),
    { maxLength: 3 },
  ),
  fields: fc.array(fc.tuple(fc.constantFrom("", "-"), fc.constantFrom(...fields)), { maxLength: 2 }),
});
type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

function queryOf(articles: readonly FoundArticle[], { parts, fields: asked }: Request): string {
  const words = parts.map(({ choice: chosen, form, disguise, minus }) => {
    const word = forms[form]!(disguises[disguise]!(pieceOf(articles, chosen)), articles, chosen);
    return word === "" ? "" : minus + word;
  });
  // Dates are not taken out.
  return [...words, ...asked.map(([minus, field]) => (/^(?:year|from|to)/.test(field) ? field : minus + field))].join(
    " ",
  );
}

/** Asks an index what a look at every article finds. */
async function compare(memory: MemoryIndex, requests: readonly Request[]): Promise<number> {
  const all = memory.articles.map(foldedArticle);
  let hits = 0;
  for (const each of requests) {
    const text = queryOf(memory.articles, each);
    const query = parseQuery(text, table);
    const wanted = scan(all, query).map(({ permalink }) => permalink);
    expect({ text, found: await found(memory, query) }).toEqual({ text, found: wanted });
    hits += wanted.length;
  }
  return hits;
}

test("a search finds what a look at every article finds, no more and no less", async () => {
  let hits = 0;
  const requests = fc.array(request, { minLength: 30, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(someArticles, fc.constantFrom(0, 1, 2), requests, async (articles, level, asked) => {
      hits += await compare(memoryIndex(articles, { level }), asked);
    }),
    { numRuns: 60 },
  );
  expect(hits).toBeGreaterThan(1000);
});

test("so it is with the articles of a site", async () => {
  const memory = memoryIndex(await articlesIn(path.join(project, "tests", "fixtures", "site")));
  expect(memory.articles.length).toBeGreaterThan(10);
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 20, maxLength: 20 }), async (asked) => {
      hits += await compare(memory, asked);
    }),
    { numRuns: 60 },
  );
  expect(hits).toBeGreaterThan(1000);
});

test("a quoted piece of two characters or more is found where it stands", async () => {
  let quoted = 0;
  await fc.assert(
    fc.asyncProperty(someArticles, fc.array(choice, { minLength: 20, maxLength: 20 }), async (articles, choices) => {
      const memory = memoryIndex(articles);
      for (const each of choices) {
        const piece = pieceOf(articles, each);
        const folded = fold(piece, table);
        // Marks of quotation cannot be quoted, and what is only punctuation is looked for in titles.
        if (/["“”＂]/.test(piece) || folded.length < 2 || !/[\p{L}\p{N}]/u.test(folded)) continue;
        const { permalink } = articles[each.article % articles.length]!;
        expect(await found(memory, parseQuery(`"${piece}"`, table))).toContain(permalink);
        quoted++;
      }
    }),
  );
  expect(quoted).toBeGreaterThan(1000);
});

const paper: Filing = {
  categories: [["nantongribao", "南通日报"]],
  tags: [["chuangxin", "创新"]],
  sources: ["重庆日报"],
};
const shelf = memoryIndex([
  foundArticle("/a.html", {
    day: "2022-03-11",
    title: "南通港再提速",
    text: "“一港双园”\n吞吐量2.5亿吨",
    filing: paper,
  }),
  foundArticle("/b.html", { day: "2022-03-10", title: "數字經濟", text: "ABC公司增长１２３亿元", names: ["張三"] }),
  foundArticle("/c.html", { day: "2021-12-31", title: "西安与鲜", text: "重 庆\n港口 吞吐", names: ["国新"] }),
  foundArticle("/d.html", { day: "2020-01-01", title: "！！国", text: '港\n再\n参加"双碳"行动' }),
]);

test.each([
  ["a word of a text", "吞吐", "a c"],
  ["a word of a title", "再提速", "a"],
  ["a word that ends one line and begins the next", "园吞", ""],
  ["a word that ends the title and begins the text", "速一", ""],
  ["words with a space between", '"港口 吞吐"', "c"],
  ["words without the space that is between", '"港口吞吐"', ""],
  ["a name of the byline", "张三", "b"],
  ["a paper", "重庆日报", "a"],
  ["traditional characters in simplified ones", "数字经济", "b"],
  ["full width in half width", "123亿", "b"],
  ["small letters", "abc", "b"],
  ["a part of a number", '"2.5亿"', "a"],
  ["another number", '"2。5亿"', ""],
  ["a phrase that was copied with its straight quotation marks", '参加"双碳"行动', "d"],
  ["two words, both", "吞吐 西安", "c"],
  ["a word without another", "吞吐 -西安", "a"],
  ["a word without what stands in a text", "吞吐 -双园", "c"],
  ["nothing but what is not wanted", "-吞吐", ""],
  ["one character of a title", "国", "d"],
  ["all but one character of a title", "from:2020 -国", "a b c"],
  ["one character that a name has", "吞吐 -新", "a c"],
  ["punctuation of a title", "！！", "d"],
  ["a label in pinyin", "nantong", "a"],
  ["a part of a syllable", "antong", ""],
  ["a quoted word, which is not pinyin", '"nantong"', ""],
  ["a polyphone, read as usual", "chongqing", "a"],
  ["a polyphone, read otherwise", "zhongqing", "a"],
  ["a word that is one syllable or two", "xian", "c"],
  ["a category by its slug", "category:nantongribao", "a"],
  ["a category by its label", "报纸：南通日报", "a"],
  ["a tag", "标签:创新", "a"],
  ["a part of a tag", "标签:创", ""],
  ["a paper as a field", "来源：重慶日報", "a"],
  ["all but a category", "-category:nantongribao", "b c d"],
  ["a year", "year:2022", "a b"],
  ["days", "from:2020-01-01 to:2022-03-10", "b c d"],
  ["days without anything", "year:2019", ""],
  ["nothing", "", ""],
])("%s: %s", async (_, text, expected) => {
  const permalinks = expected === "" ? [] : expected.split(" ").map((name) => `/${name}.html`);
  expect(await found(shelf, parseQuery(text, table))).toEqual(permalinks);
});

test("only segments are asked that may have a hit, and pages only where the index leaves a doubt", async () => {
  const months = Array.from({ length: 10 }, (_, at) => `2021-${String(at + 1).padStart(2, "0")}`);
  const memory = memoryIndex(
    months.map((month, at) =>
      foundArticle(`/${at}.html`, { day: `${month}-05`, text: at === 3 ? "港口集装箱" : "新闻" }),
    ),
  );
  const { segments } = await memory.finder.plan(parseQuery("港口", table));
  expect(segments).toEqual([3]);
  expect(await found(memory, parseQuery("港口", table))).toEqual(["/3.html"]);
  expect(memory.asked.filter((piece) => piece.endsWith(".html"))).toEqual([]);
  expect(await found(memory, parseQuery("港口集", table))).toEqual(["/3.html"]);
  expect(memory.asked.filter((piece) => piece.endsWith(".html"))).toEqual(["/3.html"]);
  expect(new Set(memory.asked.map((piece) => piece.split(" ")[0]))).toEqual(
    new Set(["directory.bin", "2021-04.bin", "/3.html"]),
  );
  expect(memory.asked.filter((piece, at) => memory.asked.indexOf(piece) !== at)).toEqual([]);
});

test.each([
  ["（4321）", ["/8.html"]],
  ["4321", ["/8.html", "/4.html"]],
  ["增长4321亿元", []],
  ["43217", ["/4.html"]],
  ["432178", []],
  [
    "1432",
    ["/9.html", "/8.html", "/7.html", "/6.html", "/5.html", "/4.html", "/3.html", "/2.html", "/1.html", "/0.html"],
  ],
])("of %s, though its digits stand in every year, only the years are asked that have it", async (text, expected) => {
  const numbers = (at: number) => `产量1432吨（${at}3217）${at === 8 ? "（4321）" : "，增长4325亿元"}`;
  const memory = memoryIndex(
    Array.from({ length: 10 }, (_, at) =>
      foundArticle(`/${at}.html`, { day: `${2012 + at}-03-05`, text: numbers(at) }),
    ),
    { level: 0 },
  );
  expect(await found(memory, parseQuery(text, table))).toEqual(expected);
  const segments = memory.asked.flatMap((piece) => /^\d{4}(?=\.bin)/.exec(piece)?.[0] ?? []);
  expect(new Set(segments).size).toBe(expected.length);
});

test("readings are asked for only when a word may be pinyin", async () => {
  let asked = 0;
  const { index, finder } = memoryIndex([foundArticle("/a.html", { title: "南通" })]);
  expect((await finder.plan(parseQuery("nantong", table))).wanted[0]!.ways).toHaveLength(2);
  const tools = { table, linesOf: async () => [], readings: async () => (asked++, readings) };
  const counting = new Finder(index, tools);
  for (const text of ["南通", "nan1", "na", '"nantong"', "-nantong", "tag:nantong"]) {
    await counting.plan(parseQuery(text, table));
  }
  expect(asked).toBe(0);
  await counting.plan(parseQuery("nantong", table));
  expect(asked).toBe(1);
});

test("values of fields are slugs and labels, each once; terms and papers are read aloud", () => {
  const filing: Filing = { categories: [["重庆", "重慶"]], tags: [["a", "Ａ"]], sources: ["重庆", "重慶日報"] };
  expect(valuesOf(filing, "category", table)).toEqual(["重庆"]);
  expect(valuesOf(filing, "tag", table)).toEqual(["a"]);
  expect(valuesOf(filing, "source", table)).toEqual(["重庆", "重庆日报"]);
  expect(spokenLabels(filing, table)).toEqual(["重庆", "a", "重庆日报"]);
});

test("of few articles pages are read rather than more of the index, and what is no hit is told from what is", async () => {
  // Two pairs of the phrase stand in two articles alone; the others are common, and other words stand beside them.
  const common = Array.from("南通港口岸");
  const words = (at: number) =>
    common.map((first, place) => {
      const second = common[place + 1];
      const beside = String.fromCharCode(first.charCodeAt(0), 0x4e00 + ((at * 37 + place) % 2000));
      return second !== undefined && (at * (place + 3)) % 7 < 3 ? `${first}${second}，${beside}` : beside;
    });
  const many = Array.from({ length: 3000 }, (_, at) => foundArticle(`/${at}.html`, { text: words(at).join("，") }));
  const hit = foundArticle("/hit.html", { text: "南通港口岸线路" });
  // Has not all pairs, which the index is not asked for.
  const other = foundArticle("/other.html", { text: "南通，港口岸，岸线，线路" });
  const memory = memoryIndex([...many, hit, other]);
  expect(await found(memory, parseQuery("南通港口岸线路", table))).toEqual(["/hit.html"]);
  expect(memory.asked.filter((name) => name.endsWith(".html")).toSorted()).toEqual(["/hit.html", "/other.html"]);
  // Of words that are not to be found each is asked for.
  const excluding = memoryIndex([...many, hit, other]);
  expect(await found(excluding, parseQuery("南通港口岸线路 -通港口", table))).toEqual([]);
  expect(excluding.asked.filter((name) => name.endsWith(".html"))).toEqual(["/hit.html"]);
});
