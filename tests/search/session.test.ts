import { expect, test } from "vitest";
import { parseQuery } from "../../src/search/query.ts";
import { Session, type Order } from "../../src/search/session.ts";
import { foundArticle, memoryIndex, table, type FoundArticle, type MemoryIndex } from "../support/searchIndex.ts";

/** So many articles in each of some months, all with a word that the index is sure of and one that pages must show. */
function months(count: number, articles: number): readonly FoundArticle[] {
  const names = Array.from({ length: count }, (_, at) => {
    return `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
  return names.flatMap((month) =>
    Array.from({ length: articles }, (_, at) =>
      foundArticle(`/${month}/${at}.html`, {
        day: `${month}-${String(28 - at).padStart(2, "0")}`,
        title: at % 2 === 0 ? "新闻" : "港口",
        text: "港口新闻",
      }),
    ),
  );
}

/** So many newer articles that have all keys of `doubtful`, but not the word. */
function besides(count: number): readonly FoundArticle[] {
  return Array.from({ length: count }, (_, at) =>
    foundArticle(`/other-${at}.html`, { day: "2021-06-01", text: "港口\n口新\n新闻" }),
  );
}

/** A word that the index is sure of. */
const sure = "港口";
/** One for which pages are read. */
const doubtful = "港口新闻";

async function begin({ finder, index }: MemoryIndex, text: string, order: Order = "newest", fetched = () => 0) {
  return Session.begin(finder, index, parseQuery(text, table), order, fetched);
}

/** Says after each look that much more has been fetched. */
function fetching(step: number): () => number {
  let sum = 0;
  return () => (sum += step);
}

const isPage = (name: string) => name.endsWith(".html");

test("nothing is found before segments are asked", async () => {
  const session = await begin(memoryIndex(months(3, 2)), sure);
  expect(session.candidates).toEqual([]);
  expect(session.standing).toEqual({
    found: 0,
    isCertain: true,
    unasked: ["2021-03", "2021-02", "2021-01"],
    failed: [],
    unread: 0,
  });
});

test("all segments are asked while little has been fetched, each step is told", async () => {
  const session = await begin(memoryIndex(months(26, 12)), sure);
  const steps: number[] = [];
  await session.ask(() => void steps.push(session.standing.unasked.length));
  expect(steps).toEqual([24, 20, 12, 0]);
  expect(session.standing).toMatchObject({ found: 312, isCertain: true, unasked: [] });
});

test("when enough is found and much was fetched, the older segments are asked only on demand", async () => {
  const session = await begin(memoryIndex(months(5, 12)), sure, "newest", fetching(200_000));
  await session.ask();
  expect(session.standing).toMatchObject({ found: 24, unasked: ["2021-03", "2021-02", "2021-01"] });
  await session.ask();
  expect(session.standing).toMatchObject({ found: 48, unasked: ["2021-01"] });
  await session.ask();
  expect(session.standing).toMatchObject({ found: 60, unasked: [], isCertain: true });
  await session.ask();
  expect(session.standing.found).toBe(60);
});

test("when nothing is found, more is fetched, but not without bound", async () => {
  const session = await begin(memoryIndex(months(60, 1)), "港口 -新闻", "newest", fetching(200_000));
  await session.ask();
  expect(session.standing.found).toBe(0);
  // Two, and one for which there was room.
  expect(session.standing.unasked).toHaveLength(57);
  await session.ask();
  expect(session.standing.unasked).toHaveLength(54);
});

test("no more segments are asked than what is left to be fetched has room for", async () => {
  const memory = memoryIndex(months(30, 12));
  const isSegment = (name: string) => /^\d{4}-\d{2}\.bin/.test(name);
  const fetched = () => 10_000 * new Set(memory.asked.filter(isSegment).map((name) => name.slice(0, 7))).size;
  const session = await begin(memory, sure, "newest", fetched);
  const steps: number[] = [];
  await session.ask(() => void steps.push(session.standing.unasked.length));
  expect(steps).toEqual([28, 24, 20]);
});

test("when just enough is found, all segments are asked, however much is fetched", async () => {
  const session = await begin(memoryIndex(months(2, 5)), sure, "newest", fetching(1_000_000));
  await session.ask();
  expect(session.standing).toMatchObject({ found: 10, unasked: [] });
});

test("a search that is over asks nothing more", async () => {
  const memory = memoryIndex(months(18, 2));
  const session = await begin(memory, doubtful);
  const before = memory.asked.length;
  await session.ask(
    () => undefined,
    () => true,
  );
  expect(memory.asked).toHaveLength(before);
  let steps = 0;
  await session.ask(
    () => void steps++,
    () => steps > 0,
  );
  expect(session.standing.unasked).toHaveLength(16);
  expect(memory.asked.filter(isPage)).toEqual([]);
  expect(await session.hits(10, () => true)).toEqual([]);
});

test("a month that does not come is named, and the others are searched", async () => {
  const missing = new Set(["2021-09.bin", "2021-02.bin"]);
  const session = await begin(memoryIndex(months(10, 3), { isMissing: (name) => missing.has(name) }), sure);
  await session.ask();
  expect(session.standing).toEqual({
    found: 24,
    isCertain: true,
    unasked: [],
    failed: ["2021-09", "2021-02"],
    unread: 0,
  });
  const hits = await session.hits(100);
  expect(hits).toHaveLength(24);
  expect(hits.filter(({ day }) => /^2021-0[29]/.test(day))).toEqual([]);
});

test("a directory that does not come is the end of the search", async () => {
  const memory = memoryIndex(months(2, 2), { isMissing: (name) => name === "directory.bin" });
  await expect(begin(memory, sure)).rejects.toThrow("directory.bin is missing");
});

test("few doubtful articles are all made sure of; what is no hit is gone", async () => {
  // Has both pairs of the word, apart.
  const other = foundArticle("/other.html", { day: "2021-01-31", text: "港口\n口新\n新闻" });
  const memory = memoryIndex([other, ...months(2, 3)]);
  const session = await begin(memory, doubtful);
  await session.ask();
  expect(session.standing).toEqual({ found: 6, isCertain: true, unasked: [], failed: [], unread: 0 });
  expect(session.candidates.every(({ isSure }) => !isSure)).toBe(true);
  expect(memory.asked.filter(isPage)).toHaveLength(7);
  expect((await session.hits(10)).map(({ permalink }) => permalink)).not.toContain("/other.html");
  expect(memory.asked.filter(isPage)).toHaveLength(7);
});

test("of many doubtful articles only those are made sure of that are shown", async () => {
  const memory = memoryIndex([...besides(5), ...months(5, 12)]);
  const session = await begin(memory, doubtful);
  await session.ask();
  expect(session.standing).toMatchObject({ found: 65, isCertain: false });
  expect(memory.asked.filter(isPage)).toEqual([]);
  // The five that are none come first.
  const hits = await session.hits(4);
  expect(hits.map(({ permalink }) => permalink)).toEqual([0, 1, 2, 3].map((at) => `/2021-05/${at}.html`));
  expect(session.standing).toMatchObject({ found: 60, isCertain: false });
  expect(memory.asked.filter(isPage).length).toBeLessThan(15);
  expect(await session.hits(Infinity)).toHaveLength(60);
  expect(session.standing).toMatchObject({ found: 60, isCertain: true });
});

test("when many pages were read in vain, no more are until more hits are wanted", async () => {
  const memory = memoryIndex([...besides(1100), ...months(1, 2)]);
  const session = await begin(memory, doubtful);
  await session.ask();
  const pages = () => memory.asked.filter(isPage).length;
  expect([await session.hits(10), pages()]).toEqual([[], 500]);
  expect([await session.hits(10), pages()]).toEqual([[], 500]);
  expect(session.standing).toMatchObject({ found: 602, isCertain: false });
  expect([await session.hits(20), pages()]).toEqual([[], 1000]);
  expect((await session.hits(30)).map(({ permalink }) => permalink)).toEqual(["/2021-01/0.html", "/2021-01/1.html"]);
  expect(session.standing).toMatchObject({ found: 2, isCertain: true });
});

test("pages that two callers read in vain at the same time are all counted", async () => {
  const memory = memoryIndex([...besides(1100), ...months(1, 2)]);
  const session = await begin(memory, doubtful);
  await session.ask();
  expect(await Promise.all([session.hits(10), session.hits(20)])).toEqual([[], []]);
  const pages = new Set(memory.asked.filter(isPage)).size;
  expect(pages).toBeGreaterThanOrEqual(500);
  expect(pages).toBeLessThan(540);
});

test("what the index alone decides is no page read in vain", async () => {
  const filing = { categories: [], tags: [], sources: ["南通日报"] };
  const others = Array.from({ length: 600 }, (_, at) =>
    foundArticle(`/other-${at}.html`, { day: "2021-06-01", text: "港口新闻", filing }),
  );
  const memory = memoryIndex([...others, foundArticle("/own.html", { day: "2021-01-01", text: "港口新闻" })]);
  const session = await begin(memory, "港口 -南通日报");
  await session.ask();
  expect((await session.hits(10)).map(({ permalink }) => permalink)).toEqual(["/own.html"]);
  expect(memory.asked.filter(isPage)).toEqual([]);
});

test("a page that does not come is counted, and the hits beside it are shown", async () => {
  const session = await begin(memoryIndex(months(2, 3), { isMissing: (name) => name === "/2021-02/1.html" }), doubtful);
  await session.ask();
  expect(session.standing).toEqual({ found: 6, isCertain: true, unasked: [], failed: [], unread: 1 });
  expect((await session.hits(3)).map(({ permalink }) => permalink)).toEqual([
    "/2021-02/0.html",
    "/2021-02/2.html",
    "/2021-01/0.html",
  ]);
  expect(await session.hits(10)).toHaveLength(5);
});

test("hits come newest first, or the most relevant first", async () => {
  const memory = memoryIndex(months(2, 3));
  const [newest, relevant] = await Promise.all(
    (["newest", "relevance"] as const).map(async (order) => {
      const session = await begin(memory, sure, order);
      await session.ask();
      return (await session.hits(10)).map(({ permalink }) => permalink);
    }),
  );
  expect(newest).toEqual([
    "/2021-02/0.html",
    "/2021-02/1.html",
    "/2021-02/2.html",
    "/2021-01/0.html",
    "/2021-01/1.html",
    "/2021-01/2.html",
  ]);
  expect(relevant).toEqual([
    "/2021-02/1.html",
    "/2021-01/1.html",
    "/2021-02/0.html",
    "/2021-02/2.html",
    "/2021-01/0.html",
    "/2021-01/2.html",
  ]);
});

test("a query of fields alone is answered by the index alone", async () => {
  const filing = { categories: [["nantongribao", "南通日报"]] as const, tags: [], sources: [] };
  const memory = memoryIndex([foundArticle("/a.html", { filing }), foundArticle("/b.html")]);
  const session = await begin(memory, "category:nantongribao");
  await session.ask();
  expect((await session.hits(10)).map(({ permalink, title }) => [permalink, title])).toEqual([["/a.html", "标题"]]);
  expect(memory.asked.filter(isPage)).toEqual([]);
});
