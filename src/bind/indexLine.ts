import { packNumbers, unpackBytes } from "../columns.ts";
import type { VolumeIndex } from "./volumeIndex.ts";

/** How the columns of numbers are kept in memory, and byte for byte in the line of an index. */
const numberColumns = {
  times: Float64Array,
  dates: Uint8Array,
  filed: Uint32Array,
  hashes: Float64Array,
  rows: Float64Array,
  textKeys: Float64Array,
  addressKeys: Float64Array,
  sketches: Uint32Array,
  twinKeys: Float64Array,
  headerBytes: Uint32Array,
  bodyBytes: Uint32Array,
  linesHashes: Float64Array,
  rare: Uint32Array,
} as const;

type NumberColumn = keyof typeof numberColumns;

const names = Object.keys(numberColumns) as NumberColumn[];

/**
 * Writes an index in a line.
 * @param index - the index
 * @returns JSON
 */
export function lineOf(index: VolumeIndex): string {
  return JSON.stringify({ ...index, ...Object.fromEntries(names.map((name) => [name, packNumbers(index[name])])) });
}

/**
 * Reads an index out of its line.
 * @param line - what `lineOf` has made of it
 * @returns the index
 */
export function indexIn(line: string): VolumeIndex {
  const kept = JSON.parse(line) as Omit<VolumeIndex, NumberColumn> & Readonly<Record<NumberColumn, string>>;
  const columns = names.map((name) => [name, new numberColumns[name](unpackBytes(kept[name]))]);
  return { ...kept, ...(Object.fromEntries(columns) as Pick<VolumeIndex, NumberColumn>) };
}
