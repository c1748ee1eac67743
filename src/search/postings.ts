import type { Key } from "./keys.ts";

/** Where in an article a key stands, beside its text: bits to be set together. */
export const marks = { none: 0, title: 1, lead: 2 } as const;

/** The articles in which a key stands. */
export interface Posting {
  readonly key: Key;
  /** Their numbers in the segment, ascending. */
  readonly articles: ArrayLike<number>;
  /** For each of them, `marks`. */
  readonly marks: ArrayLike<number>;
}

/** Gathers keys of articles, one article after the other: a hash table whose entries are kept in columns. */
export class PostingGatherer {
  /** Where in the columns of keys each one stands, by its hash; below 0 where none does. */
  #slots = new Int32Array(1 << 14).fill(-1);
  #keys = new Uint32Array(1 << 13);
  /** For each key its last pair of key and article, and how many it has. */
  #last = new Int32Array(1 << 13);
  #counts = new Uint32Array(1 << 13);
  #keyCount = 0;
  /** The pairs in the order in which they came: the key's place, the marks. */
  #places = new Uint32Array(1 << 15);
  #marks = new Uint8Array(1 << 15);
  #pairCount = 0;
  /** The articles that have pairs, and the first pair of each. */
  readonly #articles: number[] = [];
  readonly #firstPairs: number[] = [];
  /** The article at hand, and its first pair. */
  #article = -1;
  #firstPair = 0;

  /**
   * Notes that a key stands in an article.
   * @param key - the key
   * @param article - the article's number, not below any before it
   * @param mark - where it stands
   */
  add(key: Key, article: number, mark: number): void {
    if (this.#article !== article) {
      this.#article = article;
      this.#firstPair = this.#pairCount;
      this.#articles.push(article);
      this.#firstPairs.push(this.#pairCount);
    }
    const known = this.#slots[this.#find(key)]!;
    const at = known < 0 ? this.#newKey(key) : known;
    const last = this.#last[at]!;
    if (last >= this.#firstPair) this.#marks[last]! |= mark;
    else this.#addPair(at, mark);
  }

  /**
   * Notes that keys stand in an article.
   * @param keys - the keys
   * @param article - the article's number, not below any before it
   * @param mark - where they stand
   */
  addAll(keys: Uint32Array, article: number, mark: number): void {
    for (let at = 0; at < keys.length; at++) this.add(keys[at]!, article, mark);
  }

  /**
   * What has been gathered, in the order of the keys.
   * @returns a posting for each key; views of columns that they share
   */
  *postings(): Iterable<Posting> {
    const { keys, ends, articles, found } = this.#sorted();
    let start = 0;
    for (let at = 0; at < keys.length; at++) {
      const end = ends[at]!;
      yield { key: keys[at]!, articles: articles.subarray(start, end), marks: found.subarray(start, end) };
      start = end;
    }
  }

  /** The pairs by key, then by article. Loops in a generator would take longer to become fast. */
  #sorted() {
    const keys = this.#keys.slice(0, this.#keyCount).sort();
    const ends = new Uint32Array(keys.length);
    // Where the next pair of each key goes.
    const next = new Uint32Array(keys.length);
    let end = 0;
    for (let at = 0; at < keys.length; at++) {
      const place = this.#slots[this.#find(keys[at]!)]!;
      next[place] = end;
      ends[at] = end += this.#counts[place]!;
    }
    const articles = new Uint32Array(this.#pairCount);
    const found = new Uint8Array(this.#pairCount);
    const firstPairs = [...this.#firstPairs, this.#pairCount];
    for (let at = 0; at < this.#articles.length; at++) {
      for (let pair = firstPairs[at]!; pair < firstPairs[at + 1]!; pair++) {
        const to = next[this.#places[pair]!]!++;
        articles[to] = this.#articles[at]!;
        found[to] = this.#marks[pair]!;
      }
    }
    return { keys, ends, articles, found };
  }

  #find(key: Key): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(key, 0x9e37_79b1) >>> 8) & mask;
    for (;;) {
      const found = this.#slots[slot]!;
      if (found < 0 || this.#keys[found] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #newKey(key: Key): number {
    if (this.#keyCount === this.#keys.length) {
      this.#keys = grown(this.#keys, Uint32Array);
      this.#last = grown(this.#last, Int32Array);
      this.#counts = grown(this.#counts, Uint32Array);
    }
    const added = this.#keyCount++;
    this.#keys[added] = key;
    this.#last[added] = -1;
    if (this.#keyCount * 2 > this.#slots.length) this.#spread();
    else this.#slots[this.#find(key)] = added;
    return added;
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let at = 0; at < this.#keyCount; at++) this.#slots[this.#find(this.#keys[at]!)] = at;
  }

  #addPair(place: number, mark: number): void {
    if (this.#pairCount === this.#places.length) {
      this.#places = grown(this.#places, Uint32Array);
      this.#marks = grown(this.#marks, Uint8Array);
    }
    const pair = this.#pairCount++;
    this.#places[pair] = place;
    this.#marks[pair] = mark;
    this.#last[place] = pair;
    this.#counts[place]!++;
  }
}

type Columns = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

function grown<Column extends Columns>(column: Column, make: new (length: number) => Column): Column {
  const more = new make(column.length * 2);
  more.set(column);
  return more;
}
