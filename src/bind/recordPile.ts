import { closeSync, mkdirSync, openSync, readSync, rmSync } from "node:fs";
import path from "node:path";
import { threadId } from "node:worker_threads";
import { writeAll } from "../record.ts";
import type { ArticleRecord } from "./articleRecord.ts";
import type { IndexRow } from "./indexRow.ts";

/** So many bytes of lines are kept in memory: those of a month of some thousand articles. */
const usual = 24 * 1024 * 1024;

/** The records of a volume that is being bound. Of a long one, most lines wait on disk until it is written in order. */
export class RecordPile {
  readonly #folder: string;
  readonly #most: number;
  readonly #records: ArticleRecord[] = [];
  /** How many of them are on disk: the first ones. */
  #aside = 0;
  #bytesAside = 0;
  #bytesHere = 0;
  #file: number | undefined;

  /**
   * @param folder - where lines may wait
   * @param most - how many bytes of them are kept in memory
   */
  constructor(folder: string, most: number = usual) {
    this.#folder = folder;
    this.#most = most;
  }

  /** All of them, in the order in which they were added. Until the pile is closed, their lines can be had. */
  get records(): readonly ArticleRecord[] {
    return this.#records;
  }

  /**
   * Adds a record.
   * @param record - the record
   * @throws Error (of the file system)
   */
  add(record: ArticleRecord): void {
    this.#records.push(record);
    this.#bytesHere += record.lines.length;
    if (this.#bytesHere > this.#most) this.#setAside();
  }

  /** Lets go of the lines on disk. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #setAside(): void {
    const file = (this.#file ??= nameless(this.#folder));
    const here = this.#records.slice(this.#aside);
    writeAll(
      file,
      here.map(({ lines }) => lines),
    );
    for (const { row, lines } of here) {
      this.#records[this.#aside++] = new SetAside(row, file, this.#bytesAside, lines.length);
      this.#bytesAside += lines.length;
    }
    this.#bytesHere = 0;
  }
}

/** A file without a name: it is gone with the process, whatever ends that; should that be now, the next build clears it. */
function nameless(folder: string): number {
  const name = path.join(folder, `.${process.pid}-${threadId}.new`);
  mkdirSync(folder, { recursive: true });
  const file = openSync(name, "w+");
  try {
    rmSync(name);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return file;
}

class SetAside implements ArticleRecord {
  readonly row: IndexRow;
  readonly #file: number;
  readonly #start: number;
  readonly #length: number;

  constructor(row: IndexRow, file: number, start: number, length: number) {
    this.row = row;
    this.#file = file;
    this.#start = start;
    this.#length = length;
  }

  get lines(): Buffer {
    const lines = Buffer.allocUnsafe(this.#length);
    const read = readSync(this.#file, lines, 0, this.#length, this.#start);
    if (read < this.#length) throw new Error(`Expected ${this.#length} bytes of a record, got ${read}`);
    return lines;
  }
}
