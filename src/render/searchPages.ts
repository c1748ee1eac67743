import { readFileSync } from "node:fs";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Archive, Entry, VolumeEntry } from "../catalogue/archive.ts";
import { Digest } from "../digest.ts";
import { Distinct } from "../distinct.ts";
import type { Day, KnownDay, Month, Permalink } from "../model.ts";
import { writeDirectory } from "../search/directory.ts";
import type { Filing } from "../search/filing.ts";
import { foldTableOf } from "../search/fold.ts";
import { Indexer } from "../search/indexer.ts";
import { readingsOf } from "../search/pinyin.ts";
import type { Manifest } from "../search/reader.ts";
import { readingsTable } from "../search/readings.ts";
import { writeSegment, type Row } from "../search/segment.ts";
import { simplifiedPairs } from "../search/simplified.ts";
import { dateOf, type Span } from "../search/span.ts";
import type { Make } from "./makers.ts";
import type { PageSet } from "./pageSets.ts";
import { contentsIn, surveySegments } from "./searchFiles.ts";
import { boundSpans, type BoundSpan } from "./searchSpans.ts";
import type { SetPage } from "./setPage.ts";

/** Where the index stands. */
const folder = "/search";
/** To be changed with the files' form: other content never has the same name. */
const form = 4;

/** What a segment is made from. */
interface SegmentContext {
  readonly filings: readonly Filing[];
  readonly articles: readonly {
    readonly month: Month;
    readonly at: number;
    readonly permalink: Permalink;
    readonly title: string;
    /** As much of its day as is known, where that is not all. */
    readonly knownDay?: KnownDay;
    /** Its month and its day of the month as one number. */
    readonly date: number;
    /** Its place in `filings`. */
    readonly filed: number;
  }[];
}

/** What the directory and the manifest are composed from. */
interface IndexContext {
  readonly from: Day | "";
  readonly to: Day | "";
  readonly directory: string;
  /** Oldest first. */
  readonly segments: readonly { readonly span: Span; readonly file: string; readonly articles: number }[];
}

/** The search's index: a segment for each span of volumes. */
export const segmentSet: PageSet = {
  name: "search segments",
  layouts: ["search segment"],
  *pages({ archive, site }) {
    if (site.search) for (const bound of boundSpans(archive.volumes)) yield segmentPage(bound);
  },
};

/** What is composed of the segments: the directory of keys, and the manifest, which says what else there is. */
export const searchIndexSet: PageSet = {
  name: "search index",
  layouts: ["search directory", "search manifest", "search readings"],
  *pages({ archive, site }) {
    if (!site.search) return;
    const hash = new Digest().number(form);
    const bounds = boundSpans(archive.volumes);
    for (const bound of bounds) hash.text(bound.span).number(hashOf(bound));
    const fingerprint = () => hash.value();
    const directory = `directory-${named(hash.value())}.bin`;
    const context = () => ({ ...indexContext(archive, bounds, directory) });
    const composed = (layout: string, file: string): SetPage => ({
      layout,
      permalink: `${folder}/${file}` as Permalink,
      isComposed: true,
      context,
      fingerprint,
    });
    const permalink = `${folder}/pinyin.txt` as Permalink;
    yield { layout: "search readings", permalink, context: () => ({}), fingerprint: () => form };
    yield composed("search directory", directory);
    yield composed("search manifest", "index.json");
  },
};

function segmentPage(bound: BoundSpan): SetPage {
  return {
    layout: "search segment",
    permalink: `${folder}/${fileOf(bound)}` as Permalink,
    volumes: { months: bound.volumes.map(({ month }) => month), articles: bound.articles },
    context: () => ({ ...segmentContext(bound) }),
    fingerprint: () => hashOf(bound),
  };
}

function fileOf(bound: BoundSpan): string {
  return `${bound.span}-${named(hashOf(bound))}.bin`;
}

function named(hash: number): string {
  return hash.toString(36).padStart(11, "0");
}

/** Of all that a segment is made from. */
function hashOf({ volumes }: BoundSpan): number {
  const digest = new Digest().number(form);
  for (const volume of volumes) digest.text(volume.month).number(hashOfVolume(volume));
  return digest.value();
}

function hashOfVolume(volume: VolumeEntry): number {
  const known = hashes.get(volume);
  if (known !== undefined) return known;
  const digest = new Digest();
  for (const { at, hash, categories, tags } of volume.entries) {
    digest.number(at).number(hash).number(categories.length);
    for (const category of categories) digest.number(category.hash);
    for (const tag of tags) digest.number(tag.hash);
  }
  hashes.set(volume, digest.value());
  return digest.value();
}

const hashes = new WeakMap<VolumeEntry, number>();

function segmentContext({ volumes }: BoundSpan): SegmentContext {
  const filings = new Distinct<Filing>();
  const articles = volumes.flatMap(({ month, entries }) =>
    entries.map((entry) => {
      const { at, permalink, title, day, knownDay } = entry;
      const article = { month, at, permalink, title, date: dateOf(day), filed: filings.placeOf(filingOf(entry)) };
      return knownDay === (day as string) ? article : { ...article, knownDay };
    }),
  );
  return { filings: filings.values, articles };
}

function filingOf({ categories, tags, papers }: Entry): Filing {
  return {
    categories: categories.map(({ slug, label }) => [slug, label]),
    tags: tags.map(({ slug, label }) => [slug, label]),
    sources: papers,
  };
}

function indexContext({ entries }: Archive, bounds: readonly BoundSpan[], directory: string): IndexContext {
  return {
    from: entries.at(-1)?.day ?? "",
    to: entries[0]?.day ?? "",
    directory,
    segments: bounds.map((bound) => ({ span: bound.span, file: fileOf(bound), articles: bound.articles })).reverse(),
  };
}

/** Of this thread, made when it is first needed. */
let indexer: Indexer | undefined;

/** What makes the index. */
export const searchMakers: Readonly<Record<string, Make>> = {
  "search segment": (context, { openText }) => {
    const { filings, articles } = context as SegmentContext;
    const rows: Row[] = [];
    const searched = function* () {
      for (const { month, at, permalink, title, knownDay, filed } of articles) {
        const { text, names } = openText({ month, at });
        rows.push(knownDay ? [permalink, title, names, knownDay] : [permalink, title, names]);
        yield { title, text, names, filing: filings[filed]! };
      }
    };
    indexer ??= new Indexer(foldTableOf(simplifiedPairs()), readingsOf(readingsTable()));
    const keys = indexer.gather(searched());
    const shelf = {
      filings,
      filed: articles.map(({ filed }) => filed),
      dates: articles.map(({ date }) => date),
    };
    return writeSegment({ shelf, rows, postings: keys.postings() }, compress);
  },
  "search directory": (context, { folder: output }) => {
    const { segments } = context as IndexContext;
    const files = function* () {
      for (const { file } of segments) yield readFileSync(path.join(output, folder, file));
    };
    const { entries, blocks } = surveySegments(files());
    return writeDirectory(entries, blocks, compress);
  },
  "search manifest": (context, { folder: output }) => {
    const { directory, from, to, segments } = context as IndexContext;
    const contentsOf = (file: string) => contentsIn(path.join(output, folder, file));
    const manifest: Manifest = {
      articles: segments.reduce((sum, { articles }) => sum + articles, 0),
      from,
      to,
      directory: { file: directory, contents: contentsOf(directory) },
      segments: segments.map((segment) => ({ ...segment, contents: contentsOf(segment.file) })),
    };
    return JSON.stringify(manifest);
  },
  "search readings": () => readingsTable(),
};

/** At level 9 the index would be half a hundredth smaller and take a sixth longer. */
function compress(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: 6 });
}
