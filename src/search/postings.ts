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

/** What a slot of the hash table holds, side by side, so that it is mostly found in one line of the processor's cache. */
const slotParts = 4;
const [keyPart, lastPart, countPart, placePart] = [0, 1, 2, 3];

/** So many keys are added at a time. */
const atOnce = 16_384;

/** Gathers keys of articles, one article after the other. */
export class PostingGatherer {
  /** A hash table: each key, its last pair of key and article, how many it has, and its place; pairs and places from 1. */
  #slots = new Uint32Array((1 << 14) * slotParts);
  #keyCount = 0;
  /** The pairs in the order in which they came: the key's place, the marks. */
  #places = new Uint32Array(1 << 15);
  #marks = new Uint8Array(1 << 15);
  #pairCount = 0;
  /** The articles that keys were gathered of, and how many pairs there were before each. */
  readonly #articles: number[] = [];
  readonly #pairsBefore: number[] = [];

  /**
   * Notes that keys stand in an article.
   * @param keys - the keys
   * @param article - the article's number, not below any before it
   * @param mark - where they stand
   */
  addAll(keys: Uint32Array, article: number, mark: number): void {
    if (this.#articles.at(-1) !== article) {
      this.#articles.push(article);
      this.#pairsBefore.push(this.#pairCount);
    }
    // A long text has few keys again and again: room for all of them at once would be much more than it takes.
    for (let at = 0; at < keys.length; at += atOnce) this.#addSome(keys.subarray(at, at + atOnce), mark);
  }

  #addSome(keys: Uint32Array, mark: number): void {
    const before = this.#pairsBefore.at(-1)!;
    this.#makeRoom(keys.length);
    // Asked of the object for each key, they would take longer.
    const [slots, places, pairMarks] = [this.#slots, this.#places, this.#marks];
    let pairs = this.#pairCount;
    for (let at = 0; at < keys.length; at++) {
      const slot = slotOf(keys[at]!, slots);
      const last = slots[slot + lastPart]!;
      if (last > before) {
        pairMarks[last - 1]! |= mark;
        continue;
      }
      if (slots[slot + placePart] === 0) {
        slots[slot + keyPart] = keys[at]!;
        slots[slot + placePart] = ++this.#keyCount;
      }
      places[pairs] = slots[slot + placePart]!;
      pairMarks[pairs] = mark;
      slots[slot + lastPart] = ++pairs;
      slots[slot + countPart]!++;
    }
    this.#pairCount = pairs;
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
    const slots = this.#slots;
    const keys = new Uint32Array(this.#keyCount);
    for (let slot = 0; slot < slots.length; slot += slotParts) {
      const place = slots[slot + placePart]!;
      if (place > 0) keys[place - 1] = slots[slot + keyPart]!;
    }
    keys.sort();
    const ends = new Uint32Array(keys.length);
    // Where the next pair of each key goes, by the key's place.
    const next = new Uint32Array(keys.length + 1);
    let end = 0;
    for (let at = 0; at < keys.length; at++) {
      const slot = slotOf(keys[at]!, slots);
      next[slots[slot + placePart]!] = end;
      ends[at] = end += slots[slot + countPart]!;
    }
    const articles = new Uint32Array(this.#pairCount);
    const found = new Uint8Array(this.#pairCount);
    const pairEnds = [...this.#pairsBefore.slice(1), this.#pairCount];
    let pair = 0;
    for (const [at, article] of this.#articles.entries()) {
      for (; pair < pairEnds[at]!; pair++) {
        const to = next[this.#places[pair]!]!++;
        articles[to] = article;
        found[to] = this.#marks[pair]!;
      }
    }
    return { keys, ends, articles, found };
  }

  /** @param more - so many keys may be new, and have new pairs */
  #makeRoom(more: number): void {
    while (this.#pairCount + more > this.#places.length) {
      this.#places = grown(this.#places, Uint32Array);
      this.#marks = grown(this.#marks, Uint8Array);
    }
    // Half of the slots are free at least.
    while ((this.#keyCount + more) * 2 * slotParts > this.#slots.length) this.#slots = spread(this.#slots);
  }
}

/** Where a key is in the hash table, or where there is room for it. */
function slotOf(key: Key, slots: Uint32Array): number {
  const mask = slots.length - slotParts;
  let slot = (Math.imul(key, 0x9e37_79b1) >>> 6) & mask;
  while (slots[slot + keyPart] !== key && slots[slot + placePart] !== 0) slot = (slot + slotParts) & mask;
  return slot;
}

/** The hash table, twice as large. */
function spread(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(slots.length * 2);
  for (let slot = 0; slot < slots.length; slot += slotParts) {
    const to = slotOf(slots[slot + keyPart]!, more);
    if (slots[slot + placePart] !== 0) more.set(slots.subarray(slot, slot + slotParts), to);
  }
  return more;
}

type Columns = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function grown<Column extends Columns>(column: Column, make: new (length: number) => Column): Column {
  const more = new make(column.length * 2);
  more.set(column);
  return more;
}
