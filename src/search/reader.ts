import type { Day } from "../model.ts";
import { blockOf, lengthBytes, readContents, type Contents } from "./blocks.ts";
import { findPlace, type Place } from "./directory.ts";
import type { Filing } from "./filing.ts";
import type { Key } from "./keys.ts";
import { partsOf, readPostings } from "./postingBlock.ts";
import type { Posting } from "./postings.ts";
import { articlesOnShelf, firstPostingBlock, firstShelfBlock, rowsInBlock, type Row, type Shelf } from "./segment.ts";
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
    const { directory } = this.manifest;
    const contents = await this.#contents(directory);
    const block = blockOf(contents, key, 0);
    const nowhere = { segments: [], level: 0 };
    if (block < 0) return nowhere;
    return findPlace(await this.#block(directory, contents, block), contents.keys[block]!, key) ?? nowhere;
  }

  /**
   * Finds the articles of a segment in which a key stands.
   * @param segment - its number in the manifest
   * @param key - the key
   * @returns the posting, or nothing
   */
  async posting(segment: number, key: Key): Promise<Posting | undefined> {
    const file = this.manifest.segments[segment]!;
    // Fetched ahead, and then asked for.
    return this.#once(`${file.file} key ${key}`, async () => {
      const contents = await this.#contents(file);
      const first = firstPostingBlock(file.articles);
      const block = blockOf(contents, key, first);
      if (block < first) return undefined;
      const { columns, bits } = partsOf(await this.#raw(file, contents, block));
      const inflated = await this.#once(`${file.file} ${block}`, async () => this.#source.inflate(columns));
      for (const posting of readPostings(inflated, bits, contents.keys[block]!, file.articles)) {
        if (posting.key === key) return posting;
        if (posting.key > key) return undefined;
      }
      return undefined;
    });
  }

  /**
   * How articles of a segment are filed.
   * @param segment - its number in the manifest
   * @param articles - their numbers in the segment
   * @returns for each of them how it is filed, and its day
   */
  async filed(segment: number, articles: readonly number[]): Promise<readonly Filed[]> {
    const { articles: count, span } = this.manifest.segments[segment]!;
    const first = firstShelfBlock(count);
    const needed = [...new Set(articles.map(shelfOf))];
    const all = await this.#jsons<Shelf>(
      segment,
      needed.map((shelf) => first + shelf),
    );
    const shelves = new Map(needed.map((shelf, at) => [shelf, all[at]!]));
    return articles.map((article) => {
      const { filings, filed, dates } = shelves.get(shelfOf(article))!;
      const at = article % articlesOnShelf;
      return { filing: filings[filed[at]!]!, day: dayIn(span, dates[at]!) };
    });
  }

  /**
   * What is shown of an article.
   * @param segment - its segment's number in the manifest
   * @param article - its number in the segment
   * @returns its row
   */
  async row(segment: number, article: number): Promise<Row> {
    const [rows] = await this.#jsons<readonly Row[]>(segment, [Math.floor(article / rowsInBlock)]);
    return rows![article % rowsInBlock]!;
  }

  async #jsons<Value>(segment: number, blocks: readonly number[]): Promise<readonly Value[]> {
    const file = this.manifest.segments[segment]!;
    const contents = await this.#contents(file);
    this.#fetchTogether(file, contents, blocks);
    return Promise.all(
      blocks.map(async (block) =>
        this.#once(`${file.file} ${block} json`, async () => {
          const bytes = await this.#block(file, contents, block);
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

  async #block(file: IndexFile, contents: Contents, block: number): Promise<Uint8Array> {
    return this.#once(`${file.file} ${block}`, async () =>
      this.#source.inflate(await this.#raw(file, contents, block)),
    );
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

function shelfOf(article: number): number {
  return Math.floor(article / articlesOnShelf);
}
