import { packNumbers, roomFor, unpackBytes } from "./columns.ts";

/** Bytes that one character takes. */
const narrow = 1;
const wide = 2;

/** Some keys, as JSON can hold them. */
export interface PackedKeys {
  readonly bytes: string;
  /** How many bytes each takes, twice, and one more where its characters are wide. */
  readonly sizes: string;
}

/**
 * Texts, each once, with a number from 0 up in the order in which they were added. In a map each would take a hundred
 * bytes beside itself; here they lie one after another, and a table of numbers leads to them.
 */
export class Keys {
  #length = 0;
  /** Latin-1 where that will do, else UTF-16, which keeps whatever a text can hold. */
  #bytes: Buffer = Buffer.alloc(1024);
  /** Where each ends. */
  #ends = new Uint32Array(64);
  #widths: Buffer = Buffer.alloc(64);
  /**
   * Pairs of a hash and a place, which is one more than the text's; 0 where there is none. A text whose pair is taken
   * has the next one that is free. Laid out when a text is first looked for: to go through all of them needs none.
   */
  #pairs: Uint32Array | undefined;

  /** How many there are. */
  get length(): number {
    return this.#length;
  }

  /**
   * A text by its place.
   * @param place - the place, below the length
   * @returns the text
   */
  at(place: number): string {
    const encoding = this.#widths[place] === narrow ? "latin1" : "utf16le";
    return this.#bytes.toString(encoding, this.#startOf(place), this.#ends[place]);
  }

  /**
   * Whether a text ends with a character, told without taking the text out.
   * @param place - the text's place
   * @param character - the character, of ASCII
   * @returns true when it is the last one
   */
  endsWith(place: number, character: string): boolean {
    const last = this.#ends[place]! - this.#widths[place]!;
    return last >= this.#startOf(place) && this.#unitAt(place, last) === character.charCodeAt(0);
  }

  /**
   * Looks for a text.
   * @param key - the text
   * @returns its place, or `undefined` when it was not added
   */
  placeOf(key: string): number | undefined {
    const pairs = (this.#pairs ??= this.#laidOut());
    const found = pairs[this.#pairOf(pairs, key, hashOf(key)) + 1]!;
    return found === 0 ? undefined : found - 1;
  }

  /**
   * Adds a text, if it is new.
   * @param key - the text
   * @returns its place
   */
  add(key: string): number {
    const pairs = (this.#pairs ??= this.#laidOut());
    const hash = hashOf(key);
    const pair = this.#pairOf(pairs, key, hash);
    if (pairs[pair + 1] !== 0) return pairs[pair + 1]! - 1;
    this.#append(key);
    [pairs[pair], pairs[pair + 1]] = [hash, this.#length];
    if (this.#length > mostIn(pairs)) this.#pairs = undefined;
    return this.#length - 1;
  }

  /**
   * Some of the texts for a file.
   * @param places - their places
   * @returns the texts, as JSON can hold them
   */
  pack(places: readonly number[]): PackedKeys {
    const parts = places.map((place) => this.#bytes.subarray(this.#startOf(place), this.#ends[place]));
    const sizes = Uint32Array.from(parts, ({ length }, at) => 2 * length + this.#widths[places[at]!]! - narrow);
    return { bytes: packNumbers(Buffer.concat(parts)), sizes: packNumbers(sizes) };
  }

  /**
   * Adds texts that were packed.
   * @param packed - texts that are none of those here
   */
  unpack(packed: PackedKeys): void {
    const [bytes, sizes] = [new Uint8Array(unpackBytes(packed.bytes)), new Uint32Array(unpackBytes(packed.sizes))];
    let end = this.#startOf(this.#length);
    this.#bytes = roomFor(this.#bytes, end + bytes.length);
    this.#bytes.set(bytes, end);
    this.#ends = roomFor(this.#ends, this.#length + sizes.length);
    this.#widths = roomFor(this.#widths, this.#length + sizes.length);
    for (const size of sizes) {
      this.#ends[this.#length] = end += size >>> 1;
      this.#widths[this.#length++] = narrow + (size & 1);
    }
    this.#pairs = undefined;
  }

  #startOf(place: number): number {
    return place === 0 ? 0 : this.#ends[place - 1]!;
  }

  #append(key: string): void {
    const start = this.#startOf(this.#length);
    const width = isNarrow(key) ? narrow : wide;
    this.#bytes = roomFor(this.#bytes, start + width * key.length);
    this.#bytes.write(key, start, width === narrow ? "latin1" : "utf16le");
    this.#ends = roomFor(this.#ends, this.#length + 1);
    this.#ends[this.#length] = start + width * key.length;
    this.#widths = roomFor(this.#widths, this.#length + 1);
    this.#widths[this.#length++] = width;
  }

  /** The UTF-16 unit whose bytes begin somewhere in a text. */
  #unitAt(place: number, at: number): number {
    const bytes = this.#bytes;
    return this.#widths[place] === narrow ? bytes[at]! : bytes[at]! | (bytes[at + 1]! << 8);
  }

  #is(place: number, key: string): boolean {
    const width = this.#widths[place]!;
    let at = this.#startOf(place);
    if (this.#ends[place]! - at !== width * key.length) return false;
    for (let index = 0; index < key.length; index++, at += width) {
      if (this.#unitAt(place, at) !== key.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Where the pair of a text is, or, if it was not added, where it is to be. */
  #pairOf(pairs: Uint32Array, key: string, hash: number): number {
    const mask = pairs.length - 1;
    let pair = (2 * hash) & mask;
    while (pairs[pair + 1] !== 0 && !(pairs[pair] === hash && this.#is(pairs[pair + 1]! - 1, key))) {
      pair = (pair + 2) & mask;
    }
    return pair;
  }

  #laidOut(): Uint32Array {
    // Two numbers a pair; at least a third more pairs than texts, and room for as many texts again before that is so.
    const pairs = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, 3.5 * this.#length))));
    const mask = pairs.length - 1;
    for (let place = 0; place < this.#length; place++) {
      const hash = this.#hashAt(place);
      let pair = (2 * hash) & mask;
      while (pairs[pair + 1] !== 0) pair = (pair + 2) & mask;
      [pairs[pair], pairs[pair + 1]] = [hash, place + 1];
    }
    return pairs;
  }

  #hashAt(place: number): number {
    let hash = seed;
    for (let at = this.#startOf(place); at < this.#ends[place]!; at += this.#widths[place]!) {
      hash = mixed(hash, this.#unitAt(place, at));
    }
    return finished(hash);
  }
}

/** With more texts than this the search for one takes long. */
function mostIn(pairs: Uint32Array): number {
  return (pairs.length / 2) * 0.75;
}

function isNarrow(key: string): boolean {
  for (let index = 0; index < key.length; index++) if (key.charCodeAt(index) > 0xff) return false;
  return true;
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 units, with the end of MurmurHash3. */
function hashOf(key: string): number {
  let hash = seed;
  for (let index = 0; index < key.length; index++) hash = mixed(hash, key.charCodeAt(index));
  return finished(hash);
}

const seed = 0x811c9dc5;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function finished(hash: number): number {
  let end = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  end = Math.imul(end ^ (end >>> 13), 0xc2b2ae35);
  return (end ^ (end >>> 16)) >>> 0;
}
