import { packNumbers, unpackBytes } from "../columns.ts";

/** Many texts one after another: so they are two things to keep and to read, not one for each. */
export interface Texts {
  readonly all: string;
  /** Where each ends. */
  readonly ends: Uint32Array;
}

/** The same as JSON can hold it. */
export interface PackedTexts {
  readonly all: string;
  readonly ends: string;
}

/**
 * Puts texts one after another.
 * @param texts - the texts
 * @returns all of them
 */
export function textsOf(texts: readonly string[]): Texts {
  let end = 0;
  return { all: texts.join(""), ends: Uint32Array.from(texts, ({ length }) => (end += length)) };
}

/**
 * Takes one of them out.
 * @param texts - all of them
 * @param at - its place, from 0
 * @returns the text
 */
export function textAt({ all, ends }: Texts, at: number): string {
  return all.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
}

/**
 * Makes texts ready to be written.
 * @param texts - the texts
 * @returns what JSON can hold
 */
export function packTexts({ all, ends }: Texts): PackedTexts {
  return { all, ends: packNumbers(ends) };
}

/**
 * Reads texts that were written.
 * @param packed - what `packTexts` has made of them
 * @returns the texts
 */
export function unpackTexts({ all, ends }: PackedTexts): Texts {
  return { all, ends: new Uint32Array(unpackBytes(ends)) };
}
