import { packNumbers, unpackBytes } from "../columns.ts";
import { packTexts, unpackTexts, type PackedTexts } from "./texts.ts";
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
  checksums: Uint32Array,
  rare: Uint32Array,
} as const;

type NumberColumn = keyof typeof numberColumns;
type TextColumn = (typeof textColumns)[number];

type PackedIndex = Omit<VolumeIndex, NumberColumn | TextColumn> &
  Readonly<Record<NumberColumn, string>> &
  Readonly<Record<TextColumn, PackedTexts>>;

const names = Object.keys(numberColumns) as NumberColumn[];

const textColumns = ["paths", "permalinks", "titles"] as const;

/**
 * Writes an index in a line.
 * @param index - the index
 * @returns JSON
 */
export function lineOf(index: VolumeIndex): string {
  const numbers = names.map((name) => [name, packNumbers(index[name])]);
  const texts = textColumns.map((name) => [name, packTexts(index[name])]);
  return JSON.stringify({ ...index, ...Object.fromEntries([...numbers, ...texts]) });
}

/** What of an index tells where records are in the volume's file, and whether they are what was written. */
export type RecordColumns = Pick<VolumeIndex, "headerBytes" | "bodyBytes" | "checksums">;

/**
 * Reads of an index only what is needed to take records out of the volume's file.
 * @param line - what `lineOf` has made of the index
 * @returns three of its columns
 */
export function recordColumnsIn(line: string): RecordColumns {
  const { headerBytes, bodyBytes, checksums } = JSON.parse(line) as PackedIndex;
  return {
    headerBytes: new numberColumns.headerBytes(unpackBytes(headerBytes)),
    bodyBytes: new numberColumns.bodyBytes(unpackBytes(bodyBytes)),
    checksums: new numberColumns.checksums(unpackBytes(checksums)),
  };
}

/**
 * Reads an index out of its line.
 * @param line - what `lineOf` has made of it
 * @returns the index
 */
export function indexIn(line: string): VolumeIndex {
  const kept = JSON.parse(line) as PackedIndex;
  const numbers = names.map((name) => [name, new numberColumns[name](unpackBytes(kept[name]))]);
  const texts = textColumns.map((name) => [name, unpackTexts(kept[name])]);
  return { ...kept, ...(Object.fromEntries([...numbers, ...texts]) as Pick<VolumeIndex, NumberColumn | TextColumn>) };
}
