import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { readRecord, writeRecord, type RecordFault } from "./record.ts";

/** A table as its file has it: in columns, which take less room and are read sooner. */
interface Base {
  readonly id: string;
  readonly keys: readonly string[];
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
  readonly head: unknown;
}

/** What has changed since. */
interface Changes<Row> {
  readonly rows: readonly (readonly [string, Row | null])[];
  readonly head: unknown;
}

/** With more changes than this share of the rows, the table is written anew. */
const mostChanged = 1 / 16;

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
  /** Places in the columns, or since then rows. */
  readonly #rows = new Map<string, number | Row>();
  #base: Base | undefined;
  /** Keys of rows that were put or taken away since the file was written whole. */
  readonly #changed = new Set<string>();

  /**
   * Reads what an earlier build has kept; another program's, or what is damaged, is not used.
   * @param file - where
   * @param key - what it is of; under another key it is not found
   * @param fields - what rows have; a field may be missing in a row
   * @param head - for an empty table
   */
  constructor(file: string, key: string, fields: readonly (keyof Row & string)[], head: Head) {
    this.#file = file;
    this.#key = key;
    this.#fields = fields;
    this.head = head;
    const base = readRecord(file, key);
    if (typeof base === "string") {
      this.fault = base;
      return;
    }
    const { id, keys, head: ownHead } = base as Base;
    const changes = readRecord(this.#changesFile, `${key} ${id}`);
    if (changes === "damaged") {
      this.fault = changes;
      return;
    }
    this.#base = base as Base;
    this.head = ownHead as Head;
    for (let at = 0; at < keys.length; at++) this.#rows.set(keys[at]!, at);
    if (typeof changes === "string") return;
    const { rows, head: newHead } = changes as Changes<Row>;
    for (const [each, row] of rows) {
      if (row) this.set(each, row);
      else this.delete(each);
    }
    this.head = newHead as Head;
  }

  get #changesFile(): string {
    return this.#file.replace(/\.json$/, ".changes.json");
  }

  /** How many rows there are. */
  get size(): number {
    return this.#rows.size;
  }

  /**
   * The keys of all rows.
   * @returns them, those that were put last at the end
   */
  keys(): IterableIterator<string> {
    return this.#rows.keys();
  }

  /**
   * The row of a key.
   * @param key - the key
   * @returns the row, if there is one
   */
  get(key: string): Row | undefined {
    const found = this.#rows.get(key);
    return typeof found === "number" ? this.#rowAt(found) : found;
  }

  /**
   * Puts a row in the place of the one that its key has, if any.
   * @param key - the key
   * @param row - the row
   */
  set(key: string, row: Row): void {
    this.#rows.set(key, row);
    this.#changed.add(key);
  }

  /**
   * Takes a row away.
   * @param key - its key
   */
  delete(key: string): void {
    if (this.#rows.delete(key)) this.#changed.add(key);
  }

  /** Writes the table or what has changed in it, whole or not at all. */
  save(): void {
    if (this.#base && this.#changed.size <= this.#rows.size * mostChanged) {
      const rows = [...this.#changed].map((key) => [key, this.get(key) ?? null] as const);
      const changes: Changes<Row> = { rows, head: this.head };
      writeRecord(this.#changesFile, `${this.#key} ${this.#base.id}`, changes);
      return;
    }
    const keys = [...this.#rows.keys()];
    const rows = keys.map((key) => this.get(key)!);
    const columns = Object.fromEntries(this.#fields.map((field) => [field, rows.map((row) => row[field] ?? null)]));
    const base: Base = { id: randomUUID(), keys, columns, head: this.head };
    writeRecord(this.#file, this.#key, base);
    // Should it stay, it is of a table that is no more.
    rmSync(this.#changesFile, { force: true });
    this.#base = base;
    this.#changed.clear();
    for (const [at, key] of keys.entries()) this.#rows.set(key, at);
  }

  #rowAt(at: number): Row {
    const row: Partial<Row> = {};
    for (const field of this.#fields) {
      const value = this.#base!.columns[field]![at];
      if (value !== null) row[field] = value as Row[typeof field];
    }
    return row as Row;
  }
}
