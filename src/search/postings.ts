import type { Key } from "./keys.ts";

/** Where in an article a key stands, beside its text: bits to be set together. */
export const marks = { none: 0, title: 1, lead: 2 } as const;

/** The articles in which a key stands. */
export interface Posting {
  readonly key: Key;
  /** Their numbers in the segment, ascending. */
  readonly articles: readonly number[];
  /** For each of them, `marks`. */
  readonly marks: readonly number[];
}

/** Gathers keys of articles, one article after the other: a hash table whose entries are kept in columns. */
export class PostingGatherer {
  #slots = new Int32Array(1 << 14).fill(-1);
  #keys = new Uint32Array(1 << 13);
  /** For each key, its last pair of key and article; each pair points to the one before it. */
  #last = new Int32Array(1 << 13);
  #keyCount = 0;
  #articles = new Uint32Array(1 << 15);
  #marks = new Uint8Array(1 << 15);
  #before = new Int32Array(1 << 15);
  #pairCount = 0;

  /**
   * Notes that a key stands in an article.
   * @param key - the key
   * @param article - the article's number, not below any before it
   * @param mark - where it stands
   */
  add(key: Key, article: number, mark: number): void {
    const known = this.#slots[this.#find(key)]!;
    const at = known < 0 ? this.#newKey(key) : known;
    const last = this.#last[at]!;
    if (last >= 0 && this.#articles[last] === article) this.#marks[last]! |= mark;
    else this.#addPair(at, article, mark);
  }

  /**
   * What has been gathered, in the order of the keys.
   * @returns a posting for each key
   */
  *postings(): Iterable<Posting> {
    for (const key of this.#keys.slice(0, this.#keyCount).sort()) {
      const articles: number[] = [];
      const found: number[] = [];
      for (let pair = this.#last[this.#slots[this.#find(key)]!]!; pair >= 0; pair = this.#before[pair]!) {
        articles.push(this.#articles[pair]!);
        found.push(this.#marks[pair]!);
      }
      yield { key, articles: articles.reverse(), marks: found.reverse() };
    }
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

  #addPair(key: number, article: number, mark: number): void {
    if (this.#pairCount === this.#articles.length) {
      this.#articles = grown(this.#articles, Uint32Array);
      this.#marks = grown(this.#marks, Uint8Array);
      this.#before = grown(this.#before, Int32Array);
    }
    const pair = this.#pairCount++;
    this.#articles[pair] = article;
    this.#marks[pair] = mark;
    this.#before[pair] = this.#last[key]!;
    this.#last[key] = pair;
  }
}

type Columns = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

function grown<Column extends Columns>(column: Column, make: new (length: number) => Column): Column {
  const more = new make(column.length * 2);
  more.set(column);
  return more;
}
