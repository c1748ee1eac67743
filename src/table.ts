import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { columnOf, roomFor, type Column, type ColumnKind } from "./columns.ts";
import { Keys, type PackedKeys } from "./keys.ts";
import { readRecord, writeRecord, type RecordFault } from "./record.ts";

/** The first line of a table's file. */
interface Base<Head> {
  readonly id: string;
  readonly head: Head;
}

/** Each line after it: rows in columns, which take less room and are read sooner. */
interface Rows {
  readonly keys: PackedKeys;
  /** As the columns have packed them. */
  readonly columns: Readonly<Record<string, unknown>>;
}

/** What has changed since, a line each below the head; a row that was taken away is `null`. */
type Change<Row> = readonly [key: string, row: Row | null];

/** What the columns of a table's fields hold. */
export type FieldsOf<Row> = {
  readonly [Field in keyof Row & string]-?: Row[Field] extends number ? "number" : Exclude<ColumnKind, "number">;
};

/** With more changes than this share of the rows, the table is written anew. */
const mostChanged = 1 / 16;
/** Rows in a line of the file: a large table is never one text, which would take as much room again. */
const rowsInLine = 10_000;

/**
 * Rows by key that are kept from one build to the next. As a build mostly changes few of many, it writes down what has
 * changed beside the table as it was.
 */
export class Table<Row extends object, Head> {
  /** A small value that is kept with the rows. */
  head: Head;
  /** Why nothing was found, if so. */
  readonly fault: RecordFault | undefined;
  readonly #file: string;
  readonly #key: string;
  readonly #fields: readonly (keyof Row & string)[];
  /** Their places are those in the columns; a row that was taken away leaves its key behind. */
  readonly #keys = new Keys();
  /** By place: 1 where there is a row. */
  #isRow: Buffer = Buffer.alloc(64);
  #size = 0;
  readonly #columns: Readonly<Record<string, Column<unknown>>>;
  /** Of the file as it was written whole, if it was. */
  #id: string | undefined;
  /** Keys of rows that were put or taken away since. */
  readonly #changed = new Set<string>();

  /**
   * Reads what an earlier build has kept; another program's, or what is damaged, is not used.
   * @param file - where
   * @param key - what it is of; under another key it is not found
   * @param fields - what rows have
   * @param head - for an empty table
   */
  constructor(file: string, key: string, fields: FieldsOf<Row>, head: Head) {
    this.#file = file;
    this.#key = key;
    this.#fields = Object.keys(fields) as (keyof Row & string)[];
    this.#columns = Object.fromEntries(this.#fields.map((field) => [field, columnOf(fields[field])]));
    this.head = head;
    const record = readRecord(file, key);
    if (typeof record === "string") {
      this.fault = record;
      return;
    }
    const base = record.next().value as Base<Head>;
    const changes = readRecord(this.#changesFile, `${key} ${base.id}`);
    if (changes === "damaged") {
      this.fault = changes;
      return;
    }
    for (const rows of record) this.#append(rows as Rows);
    this.#id = base.id;
    this.head = base.head;
    if (typeof changes === "string") return;
    this.head = changes.next().value as Head;
    for (const change of changes) {
      const [each, row] = change as Change<Row>;
      if (row) this.set(each, row);
      else this.delete(each);
    }
  }

  get #changesFile(): string {
    return this.#file.replace(/\.json$/, ".changes.json");
  }

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /**
   * The keys of all rows.
   * @returns them, in the order of their places
   */
  *keys(): IterableIterator<string> {
    for (const place of this.places()) yield this.#keys.at(place);
  }

  /**
   * The row of a key.
   * @param key - the key
   * @returns the row, if there is one
   */
  get(key: string): Row | undefined {
    const place = this.placeOf(key);
    if (place === undefined) return undefined;
    const row: Partial<Row> = {};
    for (const field of this.#fields) {
      const value = this.#columns[field]!.get(place);
      if (value !== null) row[field] = value as Row[typeof field];
    }
    return row as Row;
  }

  /**
   * The places of all rows, for those who look at many.
   * @returns the places, from 0 up
   */
  *places(): IterableIterator<number> {
    for (let place = 0; place < this.#keys.length; place++) if (this.#isRow[place] === 1) yield place;
  }

  /**
   * The key of the row at a place.
   * @param place - the place
   * @returns the key
   */
  keyAt(place: number): string {
    return this.#keys.at(place);
  }

  /**
   * Whether the key of the row at a place ends with a character, told without taking the key out.
   * @param place - the place
   * @param character - the character, of ASCII
   * @returns true when it is the last one
   */
  keyEndsWith(place: number, character: string): boolean {
    return this.#keys.endsWith(place, character);
  }

  /**
   * The place of a row.
   * @param key - the row's key
   * @returns its place, the same from now on; `undefined` when there is no such row
   */
  placeOf(key: string): number | undefined {
    const place = this.reserved(key);
    return place !== undefined && this.hasRow(place) ? place : undefined;
  }

  /**
   * The place that a key has found, whether or not there is a row.
   * @param key - the key
   * @returns its place, or `undefined` when it has found none
   */
  reserved(key: string): number | undefined {
    return this.#keys.placeOf(key);
  }

  /**
   * Finds a key a place, whether or not it has a row yet.
   * @param key - the key
   * @returns its place, the same from now on
   */
  reserve(key: string): number {
    const place = this.#keys.add(key);
    this.#isRow = roomFor(this.#isRow, place + 1);
    return place;
  }

  /**
   * Whether there is a row at a place.
   * @param place - the place
   * @returns false before a row was put there, and when it was taken away
   */
  hasRow(place: number): boolean {
    return this.#isRow[place] === 1;
  }

  /**
   * One field of the row at a place.
   * @param place - the place
   * @param field - the field
   * @returns what it holds; `undefined` when there is nothing in it
   */
  at<Field extends keyof Row & string>(place: number, field: Field): Row[Field] | undefined {
    return (this.#columns[field]!.get(place) ?? undefined) as Row[Field] | undefined;
  }

  /**
   * One field of a row, sooner had than the row.
   * @param key - the row's key
   * @param field - the field
   * @returns what it holds; `undefined` when there is no such row, or nothing in the field
   */
  value<Field extends keyof Row & string>(key: string, field: Field): Row[Field] | undefined {
    const place = this.placeOf(key);
    return place === undefined ? undefined : this.at(place, field);
  }

  /**
   * Puts a row in the place of the one that its key has, if any.
   * @param key - the key
   * @param row - the row
   */
  set(key: string, row: Row): void {
    const place = this.reserve(key);
    if (!this.hasRow(place)) this.#size++;
    this.#isRow[place] = 1;
    for (const field of this.#fields) this.#columns[field]!.set(place, row[field] ?? null);
    if (this.#id !== undefined) this.#changed.add(key);
  }

  /**
   * Takes a row away.
   * @param key - its key
   */
  delete(key: string): void {
    const place = this.placeOf(key);
    if (place === undefined) return;
    this.#isRow[place] = 0;
    this.#size--;
    if (this.#id !== undefined) this.#changed.add(key);
  }

  /** Writes the table or what has changed in it, whole or not at all. */
  save(): void {
    if (this.#id !== undefined && this.#changed.size <= this.#size * mostChanged) {
      const rows = Array.from(this.#changed, (key): Change<Row> => [key, this.get(key) ?? null]);
      writeRecord(this.#changesFile, `${this.#key} ${this.#id}`, [this.head, ...rows]);
      return;
    }
    const base: Base<Head> = { id: randomUUID(), head: this.head };
    writeRecord(this.#file, this.#key, this.#lines(base));
    this.#id = base.id;
    this.#changed.clear();
    // Should it stay, it is of a table that is no more.
    rmSync(this.#changesFile, { force: true });
  }

  *#lines(base: Base<Head>): Generator<Base<Head> | Rows> {
    yield base;
    let places: number[] = [];
    for (const place of this.places()) {
      places.push(place);
      if (places.length < rowsInLine) continue;
      yield this.#rows(places);
      places = [];
    }
    yield this.#rows(places);
  }

  #rows(places: readonly number[]): Rows {
    return {
      keys: this.#keys.pack(places),
      columns: Object.fromEntries(this.#fields.map((field) => [field, this.#columns[field]!.pack(places)])),
    };
  }

  #append({ keys, columns }: Rows): void {
    const { length } = this.#keys;
    for (const field of this.#fields) this.#columns[field]!.unpack(columns[field], length);
    this.#keys.unpack(keys);
    this.#isRow = roomFor(this.#isRow, this.#keys.length);
    this.#isRow.fill(1, length, this.#keys.length);
    this.#size = this.#keys.length;
  }
}
