import { createHash, hash as hashAtOnce } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";
import type { Article, ArticleHeader, Month } from "../model.ts";
import { writeParts } from "../record.ts";
import { articleIn, recordEncoding, type ArticleRecord } from "./articleRecord.ts";
import { indexIn, lineOf } from "./indexLine.ts";
import { hashOf, indexOf, newestFirst, rowAt, type VolumeIndex } from "./volumeIndex.ts";

/**
 * A volume's file holds its index in the first line, and then the records of its articles in the index's order. It is
 * named by its month, hashes of its index and of its records, and how many bytes the index takes, so that the index
 * can be read and checked alone.
 */
export type VolumeFileName = string & { readonly __brand: "VolumeFileName" };

const hashLength = 16;
const nameParts = /^\d{4}-\d{2}-([0-9a-f]{16})-([0-9a-f]{16})-(\d+)\.volume$/;

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
  const hash = createHash("sha256");
  for (const { lines } of sorted) hash.update(lines);
  const hashes = [shortHash(index, hashLength), hash.digest("hex").slice(0, hashLength)];
  const head = Buffer.from(`${index}\n`);
  const file = `${[month, ...hashes, head.length - 1].join("-")}.volume` as VolumeFileName;
  writeParts(path.join(folder, file), [head, ...sorted.map(({ lines }) => lines)]);
  return { file, index };
}

/**
 * Reads a volume's file whole.
 * @param folder - the folder of volumes
 * @param file - its name
 * @returns its records, or `undefined` when it is not there or not what was written
 */
export function readVolume(folder: string, file: VolumeFileName): readonly ArticleRecord[] | undefined {
  const [, indexHash, linesHash, indexBytes = "0"] = nameParts.exec(file) ?? [];
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(folder, file));
  } catch {
    return undefined;
  }
  const line = bytes.toString("utf8", 0, Number(indexBytes));
  const lines = bytes.subarray(Number(indexBytes) + 1);
  if (shortHash(line, hashLength) !== indexHash || bytesHash(lines) !== linesHash) return undefined;
  const index = indexIn(line);
  let start = 0;
  return index.paths.map((_, at) => {
    const end = start + index.headerBytes[at]! + index.bodyBytes[at]!;
    const record = { row: rowAt(index, at), lines: lines.subarray(start, end) };
    start = end;
    return record;
  });
}

/**
 * Reads the index of a volume's file and leaves its records alone.
 * @param folder - the folder of volumes
 * @param file - its name
 * @returns the line of the index, or `undefined` when it is not there or not what was written
 */
export function readIndex(folder: string, file: VolumeFileName): string | undefined {
  const [, indexHash, , indexBytes = "0"] = nameParts.exec(file) ?? [];
  const line = readPart(path.join(folder, file), 0, Number(indexBytes), "utf8");
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
  return nameParts.test(name.replace(/\.new$/, ""));
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
    const line = readPart(path.join(folder, file), starts[at]!, index.headerBytes[at]!, recordEncoding);
    if (line === undefined || hashOf(line) !== index.hashes[at]) {
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

/** An article's place: its volume, and its place in the volume's index. */
export interface ArticlePlace {
  readonly month: Month;
  readonly at: number;
}

/**
 * Opens articles one at a time, as pages of one month after another are drawn.
 * @param folder - the folder of volumes
 * @param files - the volumes' files by month
 * @returns gives the whole record of an article; it throws DamagedVolume
 */
export function articleOpener(
  folder: string,
  files: ReadonlyMap<Month, VolumeFileName>,
): (place: ArticlePlace) => Article {
  return ({ month, at }) => articleIn(recordsOf(folder, files.get(month)!)[at]!);
}

/** The volume that this thread has opened last stays open: the next page is most often of the same one. */
let lastOpened: { readonly file: string; readonly records: readonly ArticleRecord[] } | undefined;

function recordsOf(folder: string, name: VolumeFileName): readonly ArticleRecord[] {
  const file = path.join(folder, name);
  if (lastOpened?.file !== file) {
    const records = readVolume(folder, name);
    if (!records) throw new DamagedVolume(file);
    lastOpened = { file, records };
  }
  return lastOpened.records;
}

function startsOf(file: VolumeFileName, { headerBytes, bodyBytes }: VolumeIndex): Float64Array {
  let next = Number(nameParts.exec(file)![3]) + 1;
  return Float64Array.from(headerBytes, (header, at) => {
    const start = next;
    next += header + bodyBytes[at]!;
    return start;
  });
}

function readPart(file: string, start: number, length: number, encoding: BufferEncoding): string | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(file, "r");
    const bytes = Buffer.allocUnsafe(length);
    const read = readSync(opened, bytes, 0, length, start);
    return bytes.toString(encoding, 0, read);
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function bytesHash(bytes: Buffer): string {
  return hashAtOnce("sha256", bytes, "hex").slice(0, hashLength);
}
