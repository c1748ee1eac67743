import path from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Archive, Entry, VolumeEntry } from "../catalogue/archive.ts";
import { Digest } from "../digest.ts";
import type { Day, Month, Permalink } from "../model.ts";
import { isRough, knownDay } from "../normalise/date.ts";
import { writeDirectory } from "../search/directory.ts";
import type { Filing } from "../search/filing.ts";
import { foldTableOf, type FoldTable } from "../search/fold.ts";
import { gatherKeys } from "../search/indexer.ts";
import { readingsOf, type Readings } from "../search/pinyin.ts";
import type { Manifest } from "../search/reader.ts";
import { readingsTable } from "../search/readings.ts";
import { writeSegment, type Row } from "../search/segment.ts";
import { simplifiedPairs } from "../search/simplified.ts";
import type { Make } from "./makers.ts";
import type { PageSet } from "./pageSets.ts";
import { headIn, whereaboutsIn } from "./searchFiles.ts";
import type { SetPage } from "./setPage.ts";

/** Where the index stands. */
const folder = "/search";
/** To be changed with the files' form: other content never has the same name. */
const form = 2;

/** What a segment is made from. */
interface SegmentContext {
  readonly month: Month;
  readonly filings: readonly Filing[];
  readonly articles: readonly {
    readonly at: number;
    readonly permalink: Permalink;
    /** Day of the month. */
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
  readonly volumes: readonly { readonly month: Month; readonly file: string; readonly articles: number }[];
}

/** The search's index: a segment for each volume. */
export const segmentSet: PageSet = {
  name: "search segments",
  layouts: ["search segment"],
  *pages({ archive, site }) {
    if (site.search) for (const volume of archive.volumes) yield segmentPage(volume);
  },
};

/** What is composed of the segments: the directory of keys, and the manifest, which says what else there is. */
export const searchIndexSet: PageSet = {
  name: "search index",
  layouts: ["search directory", "search manifest", "search readings"],
  *pages({ archive, site }) {
    if (!site.search) return;
    const hash = new Digest().number(form);
    for (const volume of archive.volumes) hash.number(hashOf(volume));
    const fingerprint = () => hash.value();
    const directory = `directory-${named(hash.value())}.bin`;
    const context = () => ({ ...indexContext(archive, directory) });
    const composed = (layout: string, file: string): SetPage => ({
      layout,
      permalink: `${folder}/${file}` as Permalink,
      isComposed: true,
      context,
      fingerprint,
    });
    yield composed("search directory", directory);
    yield composed("search manifest", "index.json");
    const permalink = `${folder}/pinyin.txt` as Permalink;
    yield { layout: "search readings", permalink, context: () => ({}), fingerprint: () => form };
  },
};

function segmentPage(volume: VolumeEntry): SetPage {
  return {
    layout: "search segment",
    permalink: `${folder}/${fileOf(volume)}` as Permalink,
    volume: { month: volume.month, articles: volume.entries.length },
    context: () => ({ ...segmentContext(volume) }),
    fingerprint: () => hashOf(volume),
  };
}

function fileOf(volume: VolumeEntry): string {
  return `${volume.month}-${named(hashOf(volume))}.bin`;
}

function named(hash: number): string {
  return hash.toString(36).padStart(11, "0");
}

/** Of all that a segment is made from. */
function hashOf(volume: VolumeEntry): number {
  const known = hashes.get(volume);
  if (known !== undefined) return known;
  const digest = new Digest().number(form);
  for (const { at, hash, categories, tags } of volume.entries) {
    digest.number(at).number(hash).number(categories.length);
    for (const category of categories) digest.number(category.hash);
    for (const tag of tags) digest.number(tag.hash);
  }
  hashes.set(volume, digest.value());
  return digest.value();
}

const hashes = new WeakMap<VolumeEntry, number>();

function segmentContext({ month, entries }: VolumeEntry): SegmentContext {
  const places = new Map<string, number>();
  const articles = entries.map((entry) => {
    const filing = JSON.stringify(filingOf(entry));
    const filed = places.get(filing) ?? places.size;
    places.set(filing, filed);
    return { at: entry.at, permalink: entry.permalink, date: Number(entry.day.slice(8)), filed };
  });
  return { month, filings: [...places.keys()].map((filing) => JSON.parse(filing) as Filing), articles };
}

function filingOf({ categories, tags, papers }: Entry): Filing {
  return {
    categories: categories.map(({ slug, label }) => [slug, label]),
    tags: tags.map(({ slug, label }) => [slug, label]),
    sources: papers,
  };
}

function indexContext({ entries, volumes }: Archive, directory: string): IndexContext {
  return {
    from: entries.at(-1)?.day ?? "",
    to: entries[0]?.day ?? "",
    directory,
    volumes: volumes
      .map((volume) => ({ month: volume.month, file: fileOf(volume), articles: volume.entries.length }))
      .reverse(),
  };
}

/** What makes the index. */
export const searchMakers: Readonly<Record<string, Make>> = {
  "search segment": (context, { openArticle }) => {
    const { month, filings, articles } = context as SegmentContext;
    const rows: Row[] = [];
    const searched = function* () {
      for (const { at, permalink, filed } of articles) {
        const { title, kicker = "", subtitle = "", text, byline, images, published } = openArticle({ month, at });
        const captions = images.map(({ alt }) => alt);
        const people = [...byline.authors, ...byline.photographers, ...byline.editors];
        const names = [...people, ...captions, kicker, subtitle].filter(Boolean);
        const isWhole = !isRough(published.precision);
        rows.push(isWhole ? [permalink, title, names] : [permalink, title, names, knownDay(published)]);
        yield { title, text, names, filing: filings[filed]! };
      }
    };
    const keys = gatherKeys(searched(), foldTable(), readings());
    const shelf = {
      filings,
      filed: articles.map(({ filed }) => filed),
      dates: articles.map(({ date }) => date),
    };
    return writeSegment({ shelf, rows, postings: keys.postings() }, compress);
  },
  "search directory": (context, { folder: output }) => {
    const { volumes } = context as IndexContext;
    return writeDirectory(whereaboutsIn(path.join(output, folder), volumes), volumes.length, compress);
  },
  "search manifest": (context, { folder: output }) => {
    const { directory, from, to, volumes } = context as IndexContext;
    const headOf = (file: string) => headIn(path.join(output, folder, file));
    const manifest: Manifest = {
      articles: volumes.reduce((sum, { articles }) => sum + articles, 0),
      from,
      to,
      directory: { file: directory, ...headOf(directory) },
      volumes: volumes.map((volume) => ({ ...volume, ...headOf(volume.file) })),
    };
    return JSON.stringify(manifest);
  },
  "search readings": () => readingsTable(),
};

/** At level 9 the index would be half a hundredth smaller and take a sixth longer. */
function compress(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: 6 });
}

let table: FoldTable | undefined;
let spoken: Readings | undefined;

function foldTable(): FoldTable {
  return (table ??= foldTableOf(simplifiedPairs()));
}

function readings(): Readings {
  return (spoken ??= readingsOf(readingsTable()));
}
