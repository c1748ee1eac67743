import * as fc from "fast-check";
import { expect, test } from "vitest";
import { surveySegments } from "../../src/render/searchFiles.ts";
import type { Key } from "../../src/search/keys.ts";
import { writeSegment } from "../../src/search/segment.ts";
import { compress } from "../support/searchIndex.ts";

/** Keys of a segment, each with how many articles have it. */
type Counts = ReadonlyMap<Key, number>;

const mostArticles = 40;

function segmentOf(counts: Counts): Uint8Array {
  const postings = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, count]) => ({
      key,
      articles: Array.from({ length: count }, (_, at) => at),
      marks: new Uint8Array(count),
    }));
  const rows = Array.from({ length: mostArticles }, (_, at) => [`/${at}.html`, "", []] as never);
  return writeSegment({ shelf: { filings: [], filed: [], dates: [] }, rows, postings }, compress);
}

/** Of each key its segments and about how many articles have it: of each segment the power of two that is not above it. */
function plainly(segments: readonly Counts[]) {
  const keys = [...new Set(segments.flatMap((counts) => [...counts.keys()]))].sort((a, b) => a - b);
  return keys.map((key) => {
    const having = [...segments.keys()].filter((segment) => segments[segment]!.has(key));
    const articles = having.map((segment) => 2 ** Math.floor(Math.log2(segments[segment]!.get(key)!)));
    return { key, segments: having, articles: articles.reduce((sum, each) => sum + each, 0) };
  });
}

function surveyed(segments: readonly Counts[]) {
  const { entries } = surveySegments(segments.map(segmentOf));
  return Array.from(entries, (entry) => ({ ...entry, segments: Array.from(entry.segments) }));
}

test("of every key it is found out in which segments it stands, and about how common it is", () => {
  const key = fc.oneof(fc.nat(9), fc.constantFrom(0x8000_0000, 0xffff_fffe, 0xffff_ffff), fc.nat(0xffff_ffff));
  const counts = fc.array(fc.tuple(key, fc.integer({ min: 1, max: mostArticles })), { maxLength: 30 });
  const segments = fc.array(
    counts.map((pairs): Counts => new Map(pairs)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(segments, (given) => {
      expect(surveyed(given)).toEqual(plainly(given));
    }),
  );
});

test("of a hundred thousand keys none is lost", () => {
  const counts = (step: number): Counts =>
    new Map(Array.from({ length: 50_000 }, (_, at) => [at * step, 1 + (at % mostArticles)]));
  const given = [counts(85_899), counts(3)];
  expect(surveyed(given)).toEqual(plainly(given));
});
