import { hash } from "node:crypto";
import type { Archive, Entry, VolumeEntry } from "../../catalogue/archive.ts";
import type { Site } from "../../config.ts";
import { Digest } from "../../digest.ts";
import type { Article, DrawTask, Month, Permalink } from "../../model.ts";
import type { Make, Making } from "../makers.ts";
import type { SetPage } from "../setPage.ts";
import { articleAddress, volumeAddress, volumeFiles, type VolumeFile } from "./addresses.ts";
import { articleColumns } from "./articleColumns.ts";
import { articleData, articleIn, articlePlace, type ArticlePlace } from "./articleData.ts";
import { csvHead, csvRow } from "./csv.ts";
import { gzipMember } from "./gzip.ts";
import { jsonLine } from "./json.ts";

/** What the files of a volume are made from, beside its articles' own records. */
interface VolumeContext {
  /** Of all that the files hold. */
  readonly digest: number;
  /** The articles, newest first, each with its place in the volume. */
  readonly articles: readonly (VersionedPlace & { readonly at: number })[];
}

interface VersionedPlace extends ArticlePlace {
  /** Hash of all that the published record depends on. */
  readonly version: number;
}

/**
 * The published data of each volume: a file for each of its articles, then all of them in one. Volume after volume, so
 * that each is opened once.
 * @param archive - the archive
 * @returns the files
 */
export function* volumeData({ volumes }: Archive): Iterable<SetPage> {
  for (const volume of volumes) {
    for (const entry of volume.entries) yield new ArticleDataPage(entry);
    const context = () => ({
      digest: volumeDigest(volume),
      articles: volume.entries.map((entry) => ({ at: entry.at, ...versionedPlace(entry) })),
    });
    for (const file of [...volumeFiles, "sha256"] as const) {
      yield {
        layout: `volume.${file}`,
        permalink: volumeAddress(volume.month, file),
        volumes: { months: [volume.month], articles: volume.entries.length },
        context,
        fingerprint: () => volumeDigest(volume),
      };
    }
  }
}

/** The data of one article. There are as many as the archive has articles, so it is small. */
class ArticleDataPage implements SetPage {
  readonly layout = "article.json";
  readonly #entry: Entry;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  get permalink(): Permalink {
    return articleAddress(this.#entry.permalink);
  }

  get article(): DrawTask["article"] {
    const { month, at } = this.#entry;
    return { month, at };
  }

  context(): Readonly<Record<string, unknown>> {
    return { ...versionedPlace(this.#entry) };
  }

  fingerprint(): number {
    return versionOf(this.#entry);
  }
}

function versionedPlace(entry: Entry): VersionedPlace {
  return { version: versionOf(entry), ...articlePlace(entry) };
}

function versionOf(entry: Entry): number {
  return articleIn(entry, new Digest()).value();
}

const digests = new WeakMap<VolumeEntry, number>();

/**
 * Hash of all that the files of a volume hold; each of them asks for it, and what is composed of them.
 * @param volume - the volume
 * @returns the hash
 */
export function volumeDigest(volume: VolumeEntry): number {
  const known = digests.get(volume);
  if (known !== undefined) return known;
  const digest = new Digest();
  for (const entry of volume.entries) articleIn(entry, digest.number(entry.at));
  digests.set(volume, digest.value());
  return digest.value();
}

type VolumeBytes = Readonly<Record<VolumeFile, Uint8Array>>;

/** The files of the volume that this thread was at last: the next file is most often of the same one. */
let last: { readonly site: Site; readonly context: string; readonly files: VolumeBytes } | undefined;

function filesOf(context: VolumeContext, making: Making): VolumeBytes {
  const { site, task } = making;
  if (last?.site !== site || last.context !== task.context) {
    last = { site, context: task.context, files: makeFiles(context, making) };
  }
  return last.files;
}

/** All at once, for they change together. */
function makeFiles({ articles }: VolumeContext, { site, task, openArticle }: Making): VolumeBytes {
  const month = monthOf(task);
  const known = linesOfVolume(site, month);
  const lines: Uint8Array[] = [];
  const rows = [Buffer.from(csvHead(articleColumns))];
  for (const { at, ...place } of articles) {
    const before = known.get(at);
    const { json, row } = before?.version === place.version ? before : linesOf(openArticle({ month, at }), place, site);
    lines.push(Buffer.from(`${json}\n`));
    rows.push(Buffer.from(row));
  }
  known.clear();
  const jsonl = Buffer.concat(lines);
  return { jsonl, "jsonl.gz": gzipMember(jsonl), csv: Buffer.concat(rows) };
}

/** The files of a volume are made of that one alone. */
function monthOf({ volumes }: DrawTask): Month {
  return volumes!.months[0]!;
}

/** An article in the files of its volume. */
interface ArticleLines {
  readonly version: number;
  readonly json: string;
  readonly row: string;
}

/** The lines of the articles, by their places in the volume, of which this thread has made the own files last. */
let made: { readonly site: Site; readonly month: Month; readonly lines: Map<number, ArticleLines> } | undefined;

/**
 * Most often a volume's files are made right after those of its articles; no article is then opened for them again. The
 * lines, as long as the texts of the month, are held until then.
 */
function linesOfVolume(site: Site, month: Month): Map<number, ArticleLines> {
  if (made?.site !== site || made.month !== month) made = { site, month, lines: new Map() };
  return made.lines;
}

function linesOf(article: Article, { version, ...place }: VersionedPlace, site: Site): ArticleLines {
  const data = articleData(article, place, site);
  return { version, json: jsonLine(data), row: csvRow(data, articleColumns) };
}

function makeFile(file: VolumeFile): Make {
  return (context, making) => filesOf(context as VolumeContext, making)[file];
}

/** What makes the published data of volumes. */
export const volumeMakers = {
  // The record as its volume has it, and the body at its end.
  "article.json": (context, { site, task, openArticle }) => {
    const { month, at } = task.article!;
    const article = openArticle({ month, at });
    const lines = linesOf(article, context as VersionedPlace, site);
    linesOfVolume(site, month).set(at, lines);
    return `${lines.json.slice(0, -1)},"body":${jsonLine(article.body)}}\n`;
  },
  "volume.jsonl": makeFile("jsonl"),
  "volume.jsonl.gz": makeFile("jsonl.gz"),
  "volume.csv": makeFile("csv"),
  // As `sha256sum --check` reads it.
  "volume.sha256": (context, making) => {
    const files = filesOf(context as VolumeContext, making);
    const name = (file: VolumeFile) => volumeAddress(monthOf(making.task), file).replace("/data/", "");
    return volumeFiles.map((file) => `${hash("sha256", files[file], "hex")}  ${name(file)}\n`).join("");
  },
} satisfies Readonly<Record<string, Make>>;
