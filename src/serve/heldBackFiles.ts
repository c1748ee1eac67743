import type { Site } from "../config.ts";
import type { Permalink, Problem, SourcePath } from "../model.ts";
import type { Reading } from "../reading.ts";
import { filePage } from "./deskAddresses.ts";
import { heldBackAddress } from "./heldBackAddress.ts";
import { sourceIn } from "./postsFile.ts";

/** A file that is held back, and where its page is shown. */
export interface HeldBackFile {
  readonly problem: Problem;
  /** Addresses of the article that it would be or has been, which no other page has. */
  readonly permalinks: readonly Permalink[];
  /** Where to find its page. */
  readonly address: string;
}

/** More files than this are not looked into for the address they would have. */
const mostRead = 1000;

/** Where articles had been before they were held back, while the server runs. */
export type FormerAddresses = ReadonlyMap<SourcePath, Permalink>;

/**
 * Keeps in mind where articles were that are held back now.
 * @param former - what was kept in mind so far
 * @param last - the reading before
 * @param reading - the reading now
 * @returns the addresses by path
 */
export function rememberAddresses(
  former: FormerAddresses,
  last: Pick<Reading, "archive"> | undefined,
  { findings }: Pick<Reading, "findings">,
): FormerAddresses {
  const heldBack = new Set(findings.heldBack.map(({ path }) => path));
  const kept = new Map([...former].filter(([path]) => heldBack.has(path)));
  if (heldBack.size === kept.size || !last) return kept;
  for (const { path, permalink } of last.archive.entries) if (heldBack.has(path)) kept.set(path, permalink);
  return kept;
}

/**
 * Finds where the pages of held-back files are shown.
 * @param reading - what was read
 * @param former - where articles were before they were held back
 * @param posts - path of the posts folder
 * @param site - the site's configuration
 * @returns the files, in the order of the report
 */
export function heldBackFiles(
  { findings, archive }: Pick<Reading, "findings" | "archive">,
  former: FormerAddresses,
  posts: string,
  site: Site,
): readonly HeldBackFile[] {
  const found = findings.heldBack.map((problem, index) => {
    const source = index < mostRead ? sourceIn(posts, problem.path) : undefined;
    const addresses = [source && heldBackAddress(source, site), former.get(problem.path)];
    return { problem, permalinks: [...new Set(addresses.filter((address) => address !== undefined))] };
  });
  const wanted = new Set(found.flatMap(({ permalinks }) => permalinks));
  const taken = new Set<string>();
  if (wanted.size > 0) {
    for (const { permalink } of archive.entries) if (wanted.has(permalink)) taken.add(permalink);
  }
  return found.map(({ problem, permalinks: all }) => {
    const permalinks = all.filter((permalink) => !taken.has(permalink));
    for (const permalink of permalinks) taken.add(permalink);
    return { problem, permalinks, address: permalinks[0] ?? filePage(problem.path) };
  });
}
