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
  const added = fc.array(fc.tuple(key, fc.nat(5), fc.nat(3)), { maxLength: 200 });
  fc.assert(
    fc.property(added, (pairs) => {
      const gatherer = new PostingGatherer();
      const expected = new Map<number, Map<number, number>>();
      for (const [each, article, mark] of pairs.toSorted(([, a], [, b]) => a - b)) {
        gatherer.addAll(Uint32Array.of(each), article, mark);
        const articles = expected.get(each) ?? new Map<number, number>();
        expected.set(each, articles.set(article, (articles.get(article) ?? 0) | mark));
      }
      expect(gathered(gatherer)).toEqual(
        [...expected]
          .sort(([a], [b]) => a - b)
          .map(([each, articles]) => ({ key: each, articles: [...articles.keys()], marks: [...articles.values()] })),
      );
    }),
  );
});

test("there is room for the keys of a million articles", () => {
  const count = 2_500_000;
  const gatherer = new PostingGatherer();
  // Each key once, far apart and out of order; 2,654,435,761 has no factor in common with 2^32.
  for (let at = 0; at < count; at++) gatherer.addAll(Uint32Array.of(Math.imul(at, 2_654_435_761)), at, at % 4);
  let [last, sum] = [-1, 0];
  for (const { key, articles, marks: found } of gatherer.postings()) {
    const isRight = key > last && Math.imul(articles[0]!, 2_654_435_761) >>> 0 === key && found[0] === articles[0]! % 4;
    if (!isRight || articles.length !== 1)
      throw new Error(`Wrong posting of ${key}: ${Array.from(articles).join(" ")}`);
    last = key;
    sum++;
  }
  expect(sum).toBe(count);
});
