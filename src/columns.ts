import { Distinct } from "./distinct.ts";

/** One field of many rows, by the rows' places; places are filled one after the other. */
export interface Column<Value> {
  /** What the row at a place has; `null` where it has nothing. */
  get(place: number): Value | null;
  set(place: number, value: Value | null): void;
  /** The values at some places, as JSON can hold them. */
  pack(places: readonly number[]): unknown;
  /** Puts what was packed at places from the first on. */
  unpack(packed: unknown, first: number): void;
}

/** What a column holds: numbers or SHA-256s, which every row must have, or words: anything of which there is little. */
export type ColumnKind = "number" | "sha256" | "word";

/**
 * Makes a column.
 * @param kind - what it is to hold
 * @returns the column, empty
 */
export function columnOf(kind: ColumnKind): Column<unknown> {
  const columns: Readonly<Record<ColumnKind, () => unknown>> = {
    number: () => new NumberColumn(),
    sha256: () => new HashColumn(),
    word: () => new WordColumn(),
  };
  return columns[kind]() as Column<unknown>;
}

/**
 * The bytes of numbers as a text, which JSON reads in a fraction of the time that it takes for the numbers.
 * @param numbers - the numbers
 * @returns Base64
 */
export function packNumbers(numbers: Float64Array | Uint32Array | Uint8Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

/**
 * Takes numbers out of a text again.
 * @param packed - Base64 of their bytes
 * @returns the bytes, in memory of their own: views of larger numbers fit on them
 */
export function unpackBytes(packed: string): ArrayBuffer {
  const length = Buffer.byteLength(packed, "base64");
  const bytes = new ArrayBuffer(length);
  Buffer.from(bytes).write(packed, "base64");
  return bytes;
}

/** Eight bytes for each number; in an ordinary array they may take three times that. */
class NumberColumn implements Column<number> {
  #values = new Float64Array(64);

  get(place: number): number {
    return this.#values[place]!;
  }

  set(place: number, value: number): void {
    this.#values = roomFor(this.#values, place + 1);
    this.#values[place] = value;
  }

  pack(places: readonly number[]): unknown {
    return packNumbers(Float64Array.from(places, (place) => this.#values[place]!));
  }

  unpack(packed: unknown, first: number): void {
    const values = new Float64Array(unpackBytes(packed as string));
    this.#values = roomFor(this.#values, first + values.length);
    this.#values.set(values, first);
  }
}

const hashBytes = 32;

/** The bytes of hexadecimal digits, which take a third of the room; a row without a hash has zeros. */
class HashColumn implements Column<string> {
  #bytes = Buffer.alloc(64 * hashBytes);

  get(place: number): string {
    const start = place * hashBytes;
    const digits = this.#bytes.toString("hex", start, start + hashBytes);
    return digits === nothing ? "" : digits;
  }

  set(place: number, value: string): void {
    const start = place * hashBytes;
    this.#bytes = roomFor(this.#bytes, start + hashBytes);
    this.#bytes.fill(0, start, start + hashBytes).write(value, start, "hex");
  }

  pack(places: readonly number[]): unknown {
    const packed = Buffer.alloc(places.length * hashBytes);
    for (const [at, place] of places.entries()) {
      this.#bytes.copy(packed, at * hashBytes, place * hashBytes, (place + 1) * hashBytes);
    }
    return packNumbers(packed);
  }

  unpack(packed: unknown, first: number): void {
    const bytes = Buffer.from(packed as string, "base64");
    this.#bytes = roomFor(this.#bytes, first * hashBytes + bytes.length);
    this.#bytes.set(bytes, first * hashBytes);
  }
}

const nothing = "00".repeat(hashBytes);

/** Numbers of words, of which many rows have the same. */
class WordColumn implements Column<unknown> {
  #places = new Uint32Array(64);
  readonly #words = new Distinct<unknown>();

  get(place: number): unknown {
    return this.#words.values[this.#places[place]!];
  }

  set(place: number, value: unknown): void {
    this.#places = roomFor(this.#places, place + 1);
    this.#places[place] = this.#words.placeOf(value);
  }

  pack(places: readonly number[]): unknown {
    const used = [...new Set(places.map((place) => this.#places[place]!))];
    const numbers = new Map(used.map((number, index) => [number, index]));
    const packed = packNumbers(Uint32Array.from(places, (place) => numbers.get(this.#places[place]!)!));
    return { words: used.map((number) => this.#words.values[number]), packed };
  }

  unpack(from: unknown, first: number): void {
    const { words, packed } = from as { readonly words: readonly unknown[]; readonly packed: string };
    const numbers = words.map((word) => this.#words.placeOf(word));
    const places = new Uint32Array(unpackBytes(packed));
    this.#places = roomFor(this.#places, first + places.length);
    for (const [at, number] of places.entries()) this.#places[first + at] = numbers[number]!;
  }
}

/**
 * Makes room for more values.
 * @param values - the values
 * @param length - how many there are to be
 * @returns the same values in memory that has room for so many
 */
export function roomFor<Values extends Float64Array | Uint32Array | Buffer>(values: Values, length: number): Values {
  if (length <= values.length) return values;
  // A quarter more: in a large table what lies idle weighs more than to copy it now and then.
  const most = Math.ceil(length * 1.25);
  const larger = Buffer.isBuffer(values) ? Buffer.alloc(most) : new (values.constructor as TypedArray)(most);
  larger.set(values);
  return larger as Values;
}

type TypedArray = new (length: number) => Float64Array | Uint32Array;
