import type { Day } from "../model.ts";
import { blockOf, lengthBytes, readContents, type Contents } from "./blocks.ts";
import { findPlace, type Extent, type Place } from "./directoryBlock.ts";
import type { Filing } from "./filing.ts";
import type { Key } from "./keys.ts";
import { partsOf, readPostings } from "./postingBlock.ts";
import type { Posting } from "./postings.ts";
import { articlesOnShelf, firstShelfBlock, rowsInBlock, type Row, type RowBlock, type Shelf } from "./segment.ts";
import { dayIn, type Span } from "./span.ts";

/** What the index has, as `search/index.json` says it. */
export interface Manifest {
  readonly articles: number;
  /** The first and the last day; empty without articles. */
  readonly from: string;
  readonly to: string;
  readonly directory: IndexFile;
  /** Oldest first. */
  readonly segments: readonly (IndexFile & { readonly span: Span; readonly articles: number })[];
}

/** A file of blocks. */
export interface IndexFile {
  /** Its name in the folder of the index; another content has another name. */
  readonly file: string;
  /** How long its table of contents is, compressed, bytes. */
  readonly contents: number;
}

/** What a reader of the index needs of its surroundings. */
export interface IndexSource {
  /** Bytes of a file, from one offset up to another. */
  readonly read: (file: string, start: number, end: number) => Promise<Uint8Array>;
  readonly inflate: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** How an article is filed, and its day. */
export interface Filed {
  readonly filing: Filing;
  readonly day: Day;
}

/** Reads the index piece by piece; no piece is asked for twice. */
export class IndexReader {
  readonly manifest: Manifest;
  readonly #source: IndexSource;
  readonly #pieces = new Map<string, Promise<unknown>>();

  constructor(manifest: Manifest, source: IndexSource) {
    this.manifest = manifest;
    this.#source = source;
  }

  /**
   * Finds out where a key may stand.
   * @param key - the key
   * @returns the segments, and how common it is
   */
  async place(key: Key): Promise<Place> {
    const { directory, segments } = this.manifest;
    return this.#once(`place ${key}`, async () => {
      const contents = await this.#contents(directory);
      const block = blockOf(contents, key);
      if (block < 0) return { segments: new Map(), level: 0 };
      const bytes = await this.#raw(directory, contents, block);
      return findPlace(bytes, this.#source.inflate, contents.keys[block]!, key, segments.length);
    });
  }

  /**
   * Finds the articles of a segment in which a key stands.
   * @param segment - its number in the manifest
   * @param key - the key
   * @returns the posting, or nothing
   */
  async posting(segment: number, key: Key): Promise<Posting | undefined> {
    const { file, articles } = this.manifest.segments[segment]!;
    const extent = (await this.place(key)).segments.get(segment);
    if (!extent) return undefined;
    // Fetched ahead, and then asked for.
    return this.#once(`${file} key ${key}`, async () => {
      const block = await this.#once(postingsAt(file, extent), async () => this.#source.read(file, ...extent));
      for (const posting of readPostings(partsOf(block), articles)) if (posting.key === key) return posting;
      return undefined;
    });
  }

  /**
   * How much is read to find keys in a segment, whether or not it has been fetched already.
   * @param segment - its number in the manifest
   * @param keys - the keys
   * @returns bytes
   */
  async bytesOf(segment: number, keys: readonly Key[]): Promise<number> {
    const places = await Promise.all(keys.map(async (key) => this.place(key)));
    const lengths = new Map<number, number>();
    for (const { segments } of places) {
      const extent = segments.get(segment);
      if (extent) lengths.set(extent[0], extent[1] - extent[0]);
    }
    return [...lengths.values()].reduce((sum, length) => sum + length, 0);
  }

  /**
   * How articles of a segment are filed.
   * @param segment - its number in the manifest
   * @param articles - their numbers in the segment
   * @returns for each of them how it is filed, and its day
   */
  async filed(segment: number, articles: readonly number[]): Promise<readonly Filed[]> {
    if (articles.length === 0) return [];
    const file = this.manifest.segments[segment]!;
    const contents = await this.#contents(file);
    const first = firstShelfBlock(file.articles);
    const inRows = { size: rowsInBlock, blocks: [...new Set(articles.map(rowBlockOf))] };
    const onShelves = {
      size: articlesOnShelf,
      blocks: [...new Set(articles.map((article) => first + Math.floor(article / articlesOnShelf)))],
    };
    // Rows are asked for next, so they may be more.
    const bytesOf = ({ blocks }: typeof inRows) => blocks.reduce((sum, block) => sum + lengthOf(contents, block), 0);
    const { size, blocks } = bytesOf(inRows) <= 2 * bytesOf(onShelves) ? inRows : onShelves;
    const shelves = await this.#jsons<Shelf>(file, contents, blocks);
    const skipped = size === articlesOnShelf ? first : 0;
    const byBlock = new Map(blocks.map((block, at) => [block - skipped, shelves[at]!]));
    return articles.map((article) => {
      const { filings, filed, dates } = byBlock.get(Math.floor(article / size))!;
      const at = article % size;
      return { filing: filings[filed[at]!]!, day: dayIn(file.span, dates[at]!) };
    });
  }

  /**
   * What is shown of an article.
   * @param segment - its segment's number in the manifest
   * @param article - its number in the segment
   * @returns its row
   */
  async row(segment: number, article: number): Promise<Row> {
    const file = this.manifest.segments[segment]!;
    const [block] = await this.#jsons<RowBlock>(file, await this.#contents(file), [rowBlockOf(article)]);
    return block!.rows[article % rowsInBlock]!;
  }

  async #jsons<Value>(file: IndexFile, contents: Contents, blocks: readonly number[]): Promise<readonly Value[]> {
    this.#fetchTogether(file, contents, blocks);
    return Promise.all(
      blocks.map(async (block) =>
        this.#once(`${file.file} ${block} json`, async () => {
          const bytes = await this.#source.inflate(await this.#raw(file, contents, block));
          return JSON.parse(new TextDecoder().decode(bytes)) as Value;
        }),
      ),
    );
  }

  async #contents({ file, contents }: IndexFile): Promise<Contents> {
    return this.#once(file, async () => {
      const bytes = await this.#source.read(file, lengthBytes, lengthBytes + contents);
      return readContents(await this.#source.inflate(bytes), contents);
    });
  }

  async #raw({ file }: IndexFile, { starts }: Contents, block: number): Promise<Uint8Array> {
    return this.#once(`${file} ${block} raw`, async () => this.#source.read(file, starts[block]!, starts[block + 1]!));
  }

  /** Has blocks come in one piece that stand one behind the other. */
  #fetchTogether({ file }: IndexFile, { starts }: Contents, blocks: readonly number[]): void {
    const missing = blocks.filter((block) => !this.#pieces.has(`${file} ${block} raw`));
    for (let at = 0, next = 1; at < missing.length; at = next++) {
      while (missing[next] === missing[next - 1]! + 1) next++;
      const start = starts[missing[at]!]!;
      const run = this.#source.read(file, start, starts[missing[next - 1]! + 1]!);
      for (const block of missing.slice(at, next)) {
        const piece = async () => (await run).subarray(starts[block]! - start, starts[block + 1]! - start);
        void this.#once(`${file} ${block} raw`, piece).catch(() => undefined);
      }
    }
  }

  /** What has failed is asked for again. */
  async #once<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#pieces.get(name) as Promise<Value> | undefined;
    if (known) return known;
    const piece = make();
    this.#pieces.set(name, piece);
    piece.catch(() => this.#pieces.delete(name));
    return piece;
  }
}

function postingsAt(file: string, [start]: Extent): string {
  return `${file} postings ${start}`;
}

function rowBlockOf(article: number): number {
  return Math.floor(article / rowsInBlock);
}

function lengthOf({ starts }: Contents, block: number): number {
  return starts[block + 1]! - starts[block]!;
}
