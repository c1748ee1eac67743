import { packNumbers, roomFor, unpackBytes } from "./columns.ts";
import { hash32OfNothing, hash32With } from "./hash32.ts";
import { unitsOf } from "./units.ts";

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
    const [end, width] = [this.#ends[place]!, this.#widths[place]!];
    if (end === this.#startOf(place) || (width === wide && this.#bytes[end - 1] !== 0)) return false;
    return this.#bytes[end - width] === character.charCodeAt(0);
  }

  /**
   * Looks for a text.
   * @param key - the text
   * @returns its place, or `undefined` when it was not added
   */
  placeOf(key: string): number | undefined {
    const pairs = (this.#pairs ??= this.#laidOut());
    const units = unitsOf(key);
    const found = pairs[this.#pairOf(pairs, units, key.length, hashOf(units, key.length)) + 1]!;
    return found === 0 ? undefined : found - 1;
  }

  /**
   * Adds a text, if it is new.
   * @param key - the text
   * @returns its place
   */
  add(key: string): number {
    const pairs = (this.#pairs ??= this.#laidOut());
    const units = unitsOf(key);
    const hash = hashOf(units, key.length);
    const pair = this.#pairOf(pairs, units, key.length, hash);
    if (pairs[pair + 1] !== 0) return pairs[pair + 1]! - 1;
    this.#append(key, isNarrow(units, key.length) ? narrow : wide);
    pairs[pair] = hash;
    pairs[pair + 1] = this.#length;
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

  #append(key: string, width: typeof narrow | typeof wide): void {
    const start = this.#startOf(this.#length);
    this.#bytes = roomFor(this.#bytes, start + width * key.length);
    this.#bytes.write(key, start, width === narrow ? "latin1" : "utf16le");
    this.#ends = roomFor(this.#ends, this.#length + 1);
    this.#ends[this.#length] = start + width * key.length;
    this.#widths = roomFor(this.#widths, this.#length + 1);
    this.#widths[this.#length++] = width;
  }

  #is(place: number, units: Uint16Array, length: number): boolean {
    const [bytes, width, start] = [this.#bytes, this.#widths[place]!, this.#startOf(place)];
    if (this.#ends[place]! - start !== width * length) return false;
    for (let index = 0; index < length; index++) {
      const at = start + width * index;
      const unit = width === narrow ? bytes[at]! : bytes[at]! | (bytes[at + 1]! << 8);
      if (unit !== units[index]) return false;
    }
    return true;
  }

  /** Where the pair of a text is, or, if it was not added, where it is to be. */
  #pairOf(pairs: Uint32Array, units: Uint16Array, length: number, hash: number): number {
    const mask = pairs.length - 1;
    let pair = (2 * hash) & mask;
    while (pairs[pair + 1] !== 0 && !(pairs[pair] === hash && this.#is(pairs[pair + 1]! - 1, units, length))) {
      pair = (pair + 2) & mask;
    }
    return pair;
  }

  #laidOut(): Uint32Array {
    // Two numbers a pair; at least 1.75 pairs a text, so that three tenths as many texts can follow before it is laid out anew.
    const pairs = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, 3.5 * this.#length))));
    const mask = pairs.length - 1;
    for (let place = 0; place < this.#length; place++) {
      const [start, end] = [this.#startOf(place), this.#ends[place]!];
      const hash =
        this.#widths[place] === narrow
          ? hashOf(this.#bytes, end, start)
          : hashOf(unitsOf(this.at(place)), (end - start) / wide);
      let pair = (2 * hash) & mask;
      while (pairs[pair + 1] !== 0) pair = (pair + 2) & mask;
      pairs[pair] = hash;
      pairs[pair + 1] = place + 1;
    }
    return pairs;
  }
}

/** With more texts than this the search for one takes long. */
function mostIn(pairs: Uint32Array): number {
  return (pairs.length / 2) * 0.75;
}

function isNarrow(units: Uint16Array, length: number): boolean {
  for (let index = 0; index < length; index++) if (units[index]! > 0xff) return false;
  return true;
}

/** FNV-1a over UTF-16 units, with the end of MurmurHash3 (https://github.com/aappleby/smhasher/wiki/MurmurHash3). */
function hashOf(units: Uint16Array | Uint8Array, end: number, start = 0): number {
  let hash = hash32OfNothing;
  for (let at = start; at < end; at++) hash = hash32With(hash, units[at]!);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
