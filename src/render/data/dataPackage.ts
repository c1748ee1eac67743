import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { absoluteAddress } from "../../address.ts";
import type { Site } from "../../config.ts";
import type { Month } from "../../model.ts";
import { longMonth } from "../chineseDates.ts";
import type { Make } from "../makers.ts";
import { volumeAddress, volumeFiles, type VolumeFile } from "./addresses.ts";
import { articleColumns } from "./articleColumns.ts";
import type { WholeContext } from "./wholeData.ts";

/** What a Data Package says of a file by its ending: https://specs.frictionlessdata.io/data-resource/ */
const kinds = {
  jsonl: { format: "jsonl", mediatype: "application/x-ndjson", encoding: "utf-8" },
  "jsonl.gz": { format: "jsonl", mediatype: "application/gzip", compression: "gz", encoding: "utf-8" },
  csv: {
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    profile: "tabular-data-resource",
    schema: {
      fields: articleColumns.map(({ name, type, format, description }) => {
        return { name, type, ...(format ? { format } : {}), description };
      }),
      primaryKey: "url",
    },
  },
  "schema.json": { format: "json", mediatype: "application/schema+json", encoding: "utf-8" },
} as const;

/**
 * Describes all files of the archive's data as a Data Package: https://specs.frictionlessdata.io/data-package/
 * The SHA-256 of a volume's files are taken from the list beside them; those of the whole, which have just been
 * written, are found by reading them.
 * @param context - the volumes
 * @param making - the site, and the folder with the files
 * @returns JSON
 */
export const makeDataPackage: Make = (context, { site, folder }) => {
  const { volumes } = context as WholeContext;
  const resources = [
    ...(["csv", "jsonl.gz"] as const).map((kind) => resourceOf(folder, `articles.${kind}`, kind, "全部文章")),
    resourceOf(folder, "article.schema.json", "schema.json", "文章记录的格式"),
    ...volumes.flatMap(({ month }) => volumeResources(folder, month)),
  ];
  return `${JSON.stringify({ ...aboutPackage(site, context as WholeContext), resources }, undefined, 1)}\n`;
};

function aboutPackage(site: Site, { volumes }: WholeContext) {
  const count = volumes.reduce((sum, volume) => sum + volume.count, 0);
  return {
    profile: "data-package",
    name: packageName(site),
    title: site.title,
    description: `${site.description}共 ${count} 篇。文章版权归原报纸所有，本站仅编目存档。`,
    homepage: absoluteAddress("/data.html", site),
  };
}

/** A name may hold only small letters, digits and `.`, `_`, `-`. */
function packageName({ url }: Site): string {
  const { host, pathname } = new URL(url);
  return (host + pathname.toLowerCase()).replace(/[^a-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "");
}

function volumeResources(folder: string, month: Month) {
  const list = readFileSync(path.join(folder, volumeAddress(month, "sha256")), "utf8");
  const hashes = new Map(list.split("\n").map((line) => [line.slice(66), line.slice(0, 64)] as const));
  return volumeFiles.map((kind) => {
    const file = volumeAddress(month, kind).replace("/data/", "");
    return resourceOf(folder, file, kind, `${longMonth(month)}的文章`, hashes.get(file));
  });
}

function resourceOf(folder: string, file: string, kind: VolumeFile | "schema.json", title: string, sha256?: string) {
  const full = path.join(folder, "data", file);
  return {
    name: file.replaceAll(".", "-"),
    path: file,
    title,
    ...kinds[kind],
    bytes: statSync(full).size,
    hash: `sha256:${sha256 ?? hashOf(full)}`,
  };
}

const atOnce = 1024 * 1024;

function hashOf(file: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(atOnce);
  const opened = openSync(file, "r");
  try {
    for (let read = -1; read !== 0;) {
      read = readSync(opened, piece, 0, atOnce, null);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(opened);
  }
  return hash.digest("hex");
}
