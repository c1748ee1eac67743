import * as fc from "fast-check";
import { expect, test } from "vitest";
import { marks, PostingGatherer, type Posting } from "../../src/search/postings.ts";

function gathered(gatherer: PostingGatherer) {
  const plain = ({ key, articles, marks: found }: Posting) => ({
    key,
    articles: Array.from(articles),
    marks: Array.from(found),
  });
  return Array.from(gatherer.postings(), plain);
}

test("nothing gathered is nothing", () => {
  expect(gathered(new PostingGatherer())).toEqual([]);
});

test("keys come in order, articles ascend, and the marks of one key in one article are put together", () => {
  const gatherer = new PostingGatherer();
  gatherer.addAll(Uint32Array.of(7), 0, marks.none);
  gatherer.addAll(Uint32Array.of(0xffff_ffff, 7), 0, marks.lead);
  gatherer.addAll(Uint32Array.of(7), 0, marks.title);
  gatherer.addAll(Uint32Array.of(0, 7, 7), 2, marks.none);
  expect(gathered(gatherer)).toEqual([
    { key: 0, articles: [2], marks: [0] },
    { key: 7, articles: [0, 2], marks: [marks.title | marks.lead, 0] },
    { key: 0xffff_ffff, articles: [0], marks: [2] },
  ]);
});

test("whatever is gathered comes out", () => {
  const key = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xffff_ffff }));
  const added = fc.array(fc.tuple(fc.array(key, { maxLength: 9 }), fc.nat(5), fc.nat(3)), { maxLength: 60 });
  fc.assert(
    fc.property(added, (pairs) => {
      const gatherer = new PostingGatherer();
      const expected = new Map<number, Map<number, number>>();
      for (const [keys, article, mark] of pairs.toSorted(([, a], [, b]) => a - b)) {
        gatherer.addAll(Uint32Array.from(keys), article, mark);
        for (const each of keys) {
          const articles = expected.get(each) ?? new Map<number, number>();
          expected.set(each, articles.set(article, (articles.get(article) ?? 0) | mark));
        }
      }
      expect(gathered(gatherer)).toEqual(
        [...expected]
          .sort(([a], [b]) => a - b)
          .map(([each, articles]) => ({ key: each, articles: [...articles.keys()], marks: [...articles.values()] })),
      );
    }),
  );
});

test("there is room for all keys of a long text at once, and for those of the next", () => {
  const count = 60_000;
  // Each key once and half of them again.
  const keys = Uint32Array.from({ length: count * 1.5 }, (_, at) => Math.imul(at % count, 2_654_435_761));
  const gatherer = new PostingGatherer();
  gatherer.addAll(keys, 0, marks.lead);
  gatherer.addAll(keys, 1, marks.none);
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  expect(gathered(gatherer)).toEqual(sorted.map((key) => ({ key, articles: [0, 1], marks: [marks.lead, marks.none] })));
});

test("there is room for the keys of a million articles", () => {
  const [articles, ofEach] = [250_000, 10];
  const gatherer = new PostingGatherer();
  // Each key once, far apart and out of order; one of the two numbers is the other's inverse modulo 2^32.
  const [step, inverse] = [2_654_435_761, 244_002_641];
  for (let article = 0; article < articles; article++) {
    const keys = Uint32Array.from({ length: ofEach }, (_, at) => Math.imul(article * ofEach + at, step));
    gatherer.addAll(keys, article, article % 4);
  }
  let [last, sum] = [-1, 0];
  for (const { key, articles: numbers, marks: found } of gatherer.postings()) {
    const article = Math.floor((Math.imul(key, inverse) >>> 0) / ofEach);
    const isRight = key > last && numbers.length === 1 && numbers[0] === article && found[0] === article % 4;
    if (!isRight) throw new Error(`Wrong posting of ${key}: ${Array.from(numbers).join(" ")}`);
    last = key;
    sum++;
  }
  expect(sum).toBe(articles * ofEach);
});
