import path from "node:path";
import type { Article, Month } from "../model.ts";
import { articleIn } from "./articleRecord.ts";
import { indexIn } from "./indexLine.ts";
import { DamagedVolume, readIndex, readPart, startsOf, type VolumeFileName } from "./volumeFile.ts";
import { hashOf, type VolumeIndex } from "./volumeIndex.ts";

/** An article's place: its volume, and its place in the volume's index. */
export interface ArticlePlace {
  readonly month: Month;
  readonly at: number;
}

/**
 * Opens articles one at a time, as pages of one month after another are drawn. A volume is never in memory as a whole:
 * in a large archive a month takes a hundred megabytes.
 * @param folder - the folder of volumes
 * @param files - the volumes' files by month
 * @returns gives the whole record of an article; it throws DamagedVolume
 */
export function articleOpener(
  folder: string,
  files: ReadonlyMap<Month, VolumeFileName>,
): (place: ArticlePlace) => Article {
  return ({ month, at }) => {
    const { file, starts, headerBytes, bodyBytes, linesHashes } = locate(folder, files.get(month)!);
    const lines = readPart(file, starts[at]!, headerBytes[at]! + bodyBytes[at]!);
    if (!lines || hashOf(lines) !== linesHashes[at]) throw new DamagedVolume(file);
    return articleIn(lines);
  };
}

/** What of a volume's index tells where articles are in its file. */
interface Located extends Pick<VolumeIndex, "headerBytes" | "bodyBytes" | "linesHashes"> {
  readonly file: string;
  readonly starts: Float64Array;
}

/** Of the volume that this thread has taken an article from last: the next page is most often of the same one. */
let last: Located | undefined;

function locate(folder: string, name: VolumeFileName): Located {
  const file = path.join(folder, name);
  if (last?.file === file) return last;
  const line = readIndex(folder, name);
  if (line === undefined) throw new DamagedVolume(file);
  const { headerBytes, bodyBytes, linesHashes } = indexIn(line);
  return (last = { file, starts: startsOf(name, { headerBytes, bodyBytes }), headerBytes, bodyBytes, linesHashes });
}
