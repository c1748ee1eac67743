import type { Month, Permalink } from "../../model.ts";

/** What a page's address ends in; but not if something like it would be left. */
const ending = /(?<!\.html?)\.html$/i;
/** A folder that may have a page's data for its namesake; the underscore keeps it apart from all others. */
const looksLikeData = /\.json_*$/i;

/**
 * Where the data of a page stands: `/api/category/nantongribao.json`. No two pages have theirs in one file, and none
 * where another has its folder.
 * @param permalink - the page's address
 * @returns the data's address
 */
export function apiAddress(permalink: Permalink): Permalink {
  const segments = permalink.replace(ending, "").split("/");
  const name = segments.pop()!;
  const folders = segments.map((folder) => (looksLikeData.test(folder) ? `${folder}_` : folder));
  return `/api${[...folders, name].join("/")}.json` as Permalink;
}

/**
 * Where the data of an article's page stands: `/api/article/nantongribao/2022/03/11/x.json`.
 * @param permalink - the page's address
 * @returns the data's address
 */
export function articleAddress(permalink: Permalink): Permalink {
  return apiAddress(`/article${permalink}` as Permalink);
}

/** The files in which a volume's articles are published. */
export const volumeFiles = ["jsonl", "jsonl.gz", "csv"] as const;
export type VolumeFile = (typeof volumeFiles)[number];

/**
 * Where a file of a volume's articles stands: `/data/articles-2022-03.jsonl`.
 * @param month - the volume's month
 * @param file - which of them, or the list of their SHA-256
 * @returns its address
 */
export function volumeAddress(month: Month, file: VolumeFile | "sha256"): Permalink {
  return `/data/articles-${month}.${file}` as Permalink;
}
