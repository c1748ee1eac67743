import { readFileSync } from "node:fs";
import path from "node:path";
import type { Archive } from "../../catalogue/archive.ts";
import { Digest } from "../../digest.ts";
import type { Month, Permalink } from "../../model.ts";
import type { Make } from "../makers.ts";
import type { SetPage } from "../setPage.ts";
import { volumeAddress } from "./addresses.ts";
import { articleColumns } from "./articleColumns.ts";
import { csvHead } from "./csv.ts";
import { gzipMember } from "./gzip.ts";
import { volumeDigest } from "./volumeData.ts";

/** What is composed of the files of all volumes. */
export const wholeFiles = ["articles.jsonl.gz", "articles.csv", "datapackage.json"] as const;

/** What such a file is made from, beside those files. */
export interface WholeContext {
  /** Newest first. */
  readonly volumes: readonly { readonly month: Month; readonly count: number }[];
}

/**
 * The files that hold the data of the whole archive, composed of those of its volumes.
 * @param archive - the archive
 * @returns the files
 */
export function* wholeData({ volumes }: Archive): Iterable<SetPage> {
  const context = () => ({ volumes: volumes.map(({ month, entries }) => ({ month, count: entries.length })) });
  const fingerprint = () => {
    const digest = new Digest();
    for (const volume of volumes) digest.text(volume.month).number(volume.entries.length).number(volumeDigest(volume));
    return digest.value();
  };
  for (const file of wholeFiles) {
    yield { layout: file, permalink: `/data/${file}` as Permalink, context, fingerprint, isComposed: true };
  }
}

const head = csvHead(articleColumns);

/** What composes the files of articles; a volume at a time, so that no more than that is held in memory. */
export const wholeMakers = {
  *"articles.jsonl.gz"(context, { folder }) {
    const { volumes } = context as WholeContext;
    // Nothing at all is no gzip file.
    if (volumes.length === 0) yield gzipMember(new Uint8Array());
    for (const { month } of volumes) yield readFileSync(path.join(folder, volumeAddress(month, "jsonl.gz")));
  },
  *"articles.csv"(context, { folder }) {
    yield Buffer.from(head);
    for (const { month } of (context as WholeContext).volumes) {
      yield readFileSync(path.join(folder, volumeAddress(month, "csv"))).subarray(Buffer.byteLength(head));
    }
  },
} satisfies Readonly<Record<string, Make>>;
