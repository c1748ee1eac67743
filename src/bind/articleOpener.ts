import path from "node:path";
import { crc32 } from "node:zlib";
import type { Article, Month, SearchedText } from "../model.ts";
import { articleIn, searchedTextIn } from "./articleRecord.ts";
import { recordColumnsIn, type RecordColumns } from "./indexLine.ts";
import { DamagedVolume, readIndex, readPart, startsOf, type VolumeFileName } from "./volumeFile.ts";

/** An article's place: its volume, and its place in the volume's index. */
export interface ArticlePlace {
  readonly month: Month;
  readonly at: number;
}

/** Opens articles; both ways throw DamagedVolume when the volume's file is not there, or not what was written. */
export interface ArticleOpener {
  /** Gives the whole record of an article. */
  readonly openArticle: (place: ArticlePlace) => Article;
  /** Gives what of it is searched, which is sooner read. */
  readonly openText: (place: ArticlePlace) => SearchedText;
}

/**
 * Opens articles one at a time, as pages of one month after another are drawn. A volume is never in memory as a whole:
 * in a large archive a month takes a hundred megabytes.
 * @param folder - the folder of volumes
 * @param files - the volumes' files by month
 * @param indexes - those of their indexes that are known; others are read
 * @returns the opener
 */
export function articleOpener(
  folder: string,
  files: ReadonlyMap<Month, VolumeFileName>,
  indexes: ReadonlyMap<Month, RecordColumns> = new Map(),
): ArticleOpener {
  const lines = ({ month, at }: ArticlePlace) => linesAt(locate(folder, files.get(month)!, indexes.get(month)), at);
  return { openArticle: (place) => articleIn(lines(place)), openText: (place) => searchedTextIn(lines(place)) };
}

/** What of a volume's index tells where articles are in its file. */
interface Located extends RecordColumns {
  readonly file: string;
  readonly starts: Float64Array;
}

/** So much of a file is read at a time, bytes: articles are mostly opened in the order in which they stand there. */
const readAtOnce = 256 * 1024;

/** What this thread has read last. */
let ahead: { readonly file: string; readonly start: number; readonly bytes: Buffer } | undefined;

function linesAt({ file, starts, headerBytes, bodyBytes, checksums }: Located, at: number): Buffer {
  const start = starts[at]!;
  const length = headerBytes[at]! + bodyBytes[at]!;
  const found = () => {
    if (ahead?.file !== file || ahead.start > start) return undefined;
    const lines = ahead.bytes.subarray(start - ahead.start, start - ahead.start + length);
    return lines.length === length && crc32(lines) === checksums[at] ? lines : undefined;
  };
  const known = found();
  if (known) return known;
  // Also where it was read and was damaged: since then the file may have been made anew.
  ahead = { file, start, bytes: readPart(file, start, Math.max(length, readAtOnce)) ?? Buffer.alloc(0) };
  const lines = found();
  if (!lines) throw new DamagedVolume(file);
  return lines;
}

/** Of the volume that this thread has taken an article from last: the next page is most often of the same one. */
let last: Located | undefined;

function locate(folder: string, name: VolumeFileName, index: RecordColumns | undefined): Located {
  const file = path.join(folder, name);
  if (last?.file === file) return last;
  const { headerBytes, bodyBytes, checksums } = index ?? columnsIn(folder, name);
  const starts = startsOf(name, { headerBytes, bodyBytes });
  return (last = { file, starts, headerBytes, bodyBytes, checksums });
}

function columnsIn(folder: string, name: VolumeFileName): RecordColumns {
  const line = readIndex(folder, name);
  if (line === undefined) throw new DamagedVolume(path.join(folder, name));
  return recordColumnsIn(line);
}
