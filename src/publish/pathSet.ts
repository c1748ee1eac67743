import { roomFor } from "../columns.ts";
import type { Files, OutputLedger } from "./outputLedger.ts";

/** A set of paths in an output folder, kept by their places in its account, which has most of them already. */
export class PathSet implements Files {
  readonly #ledger: OutputLedger;
  /** By place: 1 where it was added. */
  #isHere: Buffer = Buffer.alloc(64);
  #size = 0;

  /** @param ledger - the account */
  constructor(ledger: OutputLedger) {
    this.#ledger = ledger;
  }

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds a path.
   * @param path - the path
   * @returns its place in the account, or `undefined` when it was added before
   */
  add(path: string): number | undefined {
    const place = this.#ledger.reserve(path);
    this.#isHere = roomFor(this.#isHere, place + 1);
    if (this.#isHere[place] === 1) return undefined;
    this.#isHere[place] = 1;
    this.#size++;
    return place;
  }

  /**
   * Whether a path was added.
   * @param path - the path
   * @returns true when it was
   */
  has(path: string): boolean {
    const place = this.#ledger.reserved(path);
    return place !== undefined && this.hasPlace(place);
  }

  /**
   * The same by its place in the account.
   * @param place - the path's place
   * @returns true when it was added
   */
  hasPlace(place: number): boolean {
    return this.#isHere[place] === 1;
  }

  /**
   * Those that are not among others of the same account.
   * @param others - the others
   * @returns the paths, in the order of their places
   */
  *notIn(others: PathSet): Iterable<string> {
    for (let place = 0; place < this.#isHere.length; place++) {
      if (this.#isHere[place] === 1 && !others.hasPlace(place)) yield this.#ledger.keyAt(place);
    }
  }

  /** All of them, in the order of their places. */
  *[Symbol.iterator](): Iterator<string> {
    for (let place = 0; place < this.#isHere.length; place++) {
      if (this.#isHere[place] === 1) yield this.#ledger.keyAt(place);
    }
  }
}
