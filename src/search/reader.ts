import type { Month } from "../model.ts";
import { blockOf, lengthBytes, readContents, type Contents } from "./blocks.ts";
import { findWhereabouts } from "./directory.ts";
import type { Key } from "./keys.ts";
import type { Posting } from "./postings.ts";
import { firstPostingBlock, readPostings, rowsInBlock, type Row, type Shelf } from "./segment.ts";

/** What the index has, as `search/index.json` says it. */
export interface Manifest {
  readonly articles: number;
  /** The first and the last day; empty without articles. */
  readonly from: string;
  readonly to: string;
  readonly directory: IndexFile;
  /** Oldest first. */
  readonly volumes: readonly (IndexFile & { readonly month: Month; readonly articles: number })[];
}

/** A file of blocks. */
export interface IndexFile {
  /** Its name in the folder of the index; another content has another name. */
  readonly file: string;
  /** How long its table of contents is, compressed, bytes. */
  readonly contents: number;
  /** Where its first block ends: whoever asks a volume needs both. */
  readonly head: number;
}

/** What a reader of the index needs of its surroundings. */
export interface IndexSource {
  /** Bytes of a file, from one offset up to another. */
  readonly read: (file: string, start: number, end: number) => Promise<Uint8Array>;
  readonly inflate: (bytes: Uint8Array) => Promise<Uint8Array>;
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
   * Finds the volumes in which a key may stand.
   * @param key - the key
   * @returns their numbers in the manifest, or `"everywhere"`
   */
  async whereabouts(key: Key): Promise<readonly number[] | "everywhere"> {
    const { directory } = this.manifest;
    const contents = await this.#contents(directory);
    const block = blockOf(contents, key, 0);
    if (block < 0) return [];
    return findWhereabouts(await this.#block(directory, contents, block), contents.keys[block]!, key) ?? [];
  }

  /**
   * Finds the articles of a volume in which a key stands.
   * @param volume - its number in the manifest
   * @param key - the key
   * @returns the posting, or nothing
   */
  async posting(volume: number, key: Key): Promise<Posting | undefined> {
    const file = this.manifest.volumes[volume]!;
    // Fetched ahead, and then asked for.
    return this.#once(`${file.file} key ${key}`, async () => {
      const contents = await this.#contents(file);
      const first = firstPostingBlock(file.articles);
      const block = blockOf(contents, key, first);
      if (block < first) return undefined;
      for (const posting of readPostings(await this.#block(file, contents, block), contents.keys[block]!)) {
        if (posting.key === key) return posting;
        if (posting.key > key) return undefined;
      }
      return undefined;
    });
  }

  /**
   * How the articles of a volume are filed.
   * @param volume - its number in the manifest
   * @returns the shelf
   */
  async shelf(volume: number): Promise<Shelf> {
    return this.#json<Shelf>(volume, 0);
  }

  /**
   * What is shown of an article.
   * @param volume - its volume's number in the manifest
   * @param article - its number in the volume
   * @returns its row
   */
  async row(volume: number, article: number): Promise<Row> {
    const rows = await this.#json<readonly Row[]>(volume, 1 + Math.floor(article / rowsInBlock));
    return rows[article % rowsInBlock]!;
  }

  async #json<Value>(volume: number, block: number): Promise<Value> {
    const file = this.manifest.volumes[volume]!;
    return this.#once(`${file.file} ${block} json`, async () => {
      const bytes = await this.#block(file, await this.#contents(file), block);
      return JSON.parse(new TextDecoder().decode(bytes)) as Value;
    });
  }

  async #head({ file, head }: IndexFile): Promise<Uint8Array> {
    return this.#once(`${file} head`, async () => this.#source.read(file, lengthBytes, head));
  }

  async #contents(of: IndexFile): Promise<Contents> {
    return this.#once(of.file, async () => {
      const bytes = (await this.#head(of)).subarray(0, of.contents);
      return readContents(await this.#source.inflate(bytes), of.contents);
    });
  }

  async #block(of: IndexFile, { starts }: Contents, block: number): Promise<Uint8Array> {
    return this.#once(`${of.file} ${block}`, async () => {
      const bytes =
        block === 0
          ? (await this.#head(of)).subarray(of.contents)
          : await this.#source.read(of.file, starts[block]!, starts[block + 1]!);
      return this.#source.inflate(bytes);
    });
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
