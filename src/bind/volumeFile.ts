import { closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { hash48, shortHash } from "../hash.ts";
import type { ArticleHeader, Month } from "../model.ts";
import { inTurn } from "../order.ts";
import { writeParts } from "../record.ts";
import { recordEncoding, type ArticleRecord } from "./articleRecord.ts";
import { indexIn, lineOf, type RecordColumns } from "./indexLine.ts";
import { newestFirst } from "./indexRow.ts";
import { indexOf, rowAt, type VolumeIndex } from "./volumeIndex.ts";

/**
 * A volume's file holds its index in the first line, and then the records of its articles in the index's order. It is
 * named by its month, the hash of its index, which has checksums of the records, and how many bytes the index takes: so the
 * index can be read and checked alone, and then any record.
 */
export type VolumeFileName = string & { readonly __brand: "VolumeFileName" };

const hashLength = 16;
const nameParts = /^\d{4}-\d{2}-([0-9a-f]{16})-(\d+)\.volume$/;
/** Those of earlier versions were called otherwise. */
const ownName = /^\d{4}-\d{2}(?:-[0-9a-f]{16}){1,2}-\d+\.(?:jsonl|volume)$|^\.\d+-\d+$/;

function partsOf(file: VolumeFileName): { readonly indexHash: string; readonly indexBytes: number } {
  const [, indexHash = "", indexBytes = "0"] = nameParts.exec(file) ?? [];
  return { indexHash, indexBytes: Number(indexBytes) };
}

/**
 * Writes a volume's file, whole or not at all. Files are named by what they hold, so that one which is in use is never
 * changed.
 * @param folder - the folder of volumes
 * @param month - the volume's month
 * @param records - its articles, in any order
 * @returns the file's name and the line of its index
 */
export function writeVolume(
  folder: string,
  month: Month,
  records: readonly ArticleRecord[],
): { readonly file: VolumeFileName; readonly index: string } {
  const sorted = [...records].sort((a, b) => newestFirst(a.row, b.row));
  const index = lineOf(
    indexOf(
      month,
      sorted.map(({ row }) => row),
    ),
  );
  const head = Buffer.from(`${index}\n`);
  const file = `${month}-${shortHash(index, hashLength)}-${head.length - 1}.volume` as VolumeFileName;
  const lines = function* () {
    for (const record of sorted) yield record.lines;
  };
  writeParts(path.join(folder, file), inTurn([head], lines()));
  return { file, index };
}

/**
 * Reads a volume's file whole.
 * @param folder - the folder of volumes
 * @param file - its name
 * @returns its records, or `undefined` when it is not there or not what was written
 */
export function readVolume(folder: string, file: VolumeFileName): readonly ArticleRecord[] | undefined {
  const { indexHash, indexBytes } = partsOf(file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(folder, file));
  } catch {
    return undefined;
  }
  const line = bytes.toString("utf8", 0, indexBytes);
  if (shortHash(line, hashLength) !== indexHash) return undefined;
  const index = indexIn(line);
  const starts = startsOf(file, index);
  const records = Array.from({ length: index.length }, (_, at) => {
    const end = starts[at]! + index.headerBytes[at]! + index.bodyBytes[at]!;
    return { row: rowAt(index, at), lines: bytes.subarray(starts[at], end) };
  });
  return records.every(({ row, lines }) => crc32(lines) === row.checksum) ? records : undefined;
}

/**
 * Reads the index of a volume's file and leaves its records alone.
 * @param folder - the folder of volumes
 * @param file - its name
 * @returns the line of the index, or `undefined` when it is not there or not what was written
 */
export function readIndex(folder: string, file: VolumeFileName): string | undefined {
  const { indexHash, indexBytes } = partsOf(file);
  const line = readPart(path.join(folder, file), 0, indexBytes)?.toString();
  return line !== undefined && shortHash(line, hashLength) === indexHash ? line : undefined;
}

/**
 * Removes the volumes that are not what was written, so that they are bound anew.
 * @param folder - the folder of volumes
 * @param files - those in use
 */
export function removeDamaged(folder: string, files: readonly (readonly [Month, VolumeFileName])[]): void {
  for (const [, file] of files) if (!readVolume(folder, file)) rmSync(path.join(folder, file), { force: true });
}

/**
 * Whether a file in the folder of volumes was made by this program.
 * @param name - its name
 * @returns true for volumes, and for what a killed build has left of one
 */
export function isVolumeFile(name: string): boolean {
  return ownName.test(name.replace(/\.new$/, ""));
}

/** Thrown when a volume turns out to be damaged only when an article is to be taken from it. */
export class DamagedVolume extends Error {
  /** Path of its file. */
  readonly file: string;

  constructor(file: string) {
    super(`${file} is damaged`);
    this.name = "DamagedVolume";
    this.file = file;
  }
}

/**
 * Opens headers of a volume one at a time.
 * @param folder - the folder of volumes
 * @param file - the volume's file
 * @param index - its index
 * @param onDamage - told of damage before it is thrown, for those who draw layouts hide what was thrown in them
 * @returns gives the header of the article at a place in the index; it throws DamagedVolume
 */
export function headerOpener(
  folder: string,
  file: VolumeFileName,
  index: VolumeIndex,
  onDamage: (damage: DamagedVolume) => void,
): (at: number) => ArticleHeader {
  let starts: Float64Array | undefined;
  return (at) => {
    const known = recent.get(`${file} ${at}`);
    if (known) return known;
    starts ??= startsOf(file, index);
    const line = readPart(path.join(folder, file), starts[at]!, index.headerBytes[at]!)?.toString(recordEncoding);
    if (line === undefined || hash48(line) !== index.hashes[at]) {
      const damage = new DamagedVolume(path.join(folder, file));
      onDamage(damage);
      throw damage;
    }
    const header = JSON.parse(line) as ArticleHeader;
    if (recent.size >= mostRecent) recent.clear();
    recent.set(`${file} ${at}`, header);
    return header;
  };
}

/** Layouts ask for one thing after another of the same article, and a feed for what its list has just shown. */
const recent = new Map<string, ArticleHeader>();
const mostRecent = 256;

/**
 * Where the records are in a volume's file.
 * @param file - its name
 * @param index - its index
 * @returns for each article the place of its record's first byte
 */
export function startsOf(
  file: VolumeFileName,
  { headerBytes, bodyBytes }: Pick<RecordColumns, "headerBytes" | "bodyBytes">,
): Float64Array {
  let next = partsOf(file).indexBytes + 1;
  return Float64Array.from(headerBytes, (header, at) => {
    const start = next;
    next += header + bodyBytes[at]!;
    return start;
  });
}

/**
 * Reads a part of a file.
 * @param file - its path
 * @param start - the place of the first byte
 * @param length - how many bytes
 * @returns the bytes, fewer where the file ends before; `undefined` when it cannot be read
 */
export function readPart(file: string, start: number, length: number): Buffer | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(file, "r");
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(opened, bytes, 0, length, start));
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
