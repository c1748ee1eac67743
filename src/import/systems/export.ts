import type { Problem, SourcePath } from "../../model.ts";
import type { Site } from "../../config.ts";

/** A post of the old site, as it is to stand in the posts folder. */
export interface OldPost {
  readonly fate: "post";
  /** Where it stands in the export. */
  readonly from: SourcePath;
  /** Where it is to stand below the posts folder. */
  readonly file: string;
  /** The article file, but for `additions`. */
  readonly text: string;
  /** The bytes `text` was decoded from, where it is just what they say: if nothing is added, they are what is copied. */
  readonly original?: Uint8Array;
  /** Front matter keys that the old site's configuration says of it, and its file does not. */
  readonly additions: Readonly<Record<string, unknown>>;
  /** Its address on the old site, from the root: `/2012/03/a/`; nothing when it had none, or none can be told. */
  readonly address?: string;
  /** Addresses that led there on the old site. */
  readonly redirects: readonly string[];
  /** What could not be carried over, and what was changed on the way; positions are in the export. */
  readonly remarks: readonly Problem[];
}

/** A file or entry of the export that is no article here: passed over by right, or beyond reading. */
export interface NoPost {
  readonly fate: "passed-over" | "failed";
  readonly from: SourcePath;
  readonly why: Problem;
}

/** An old site, opened. */
export interface Export {
  /** Each post, and all that might be taken for one, once, in an order of the export's own. */
  readonly candidates: Iterable<OldPost | NoPost> | AsyncIterable<OldPost | NoPost>;
  /** What is to be said of the export as a whole. */
  readonly remarks: readonly Problem[];
  /** Pictures and other files of the old site, by path. */
  readonly assets: readonly string[];
}

/** What the archive says that an old site left open. */
export interface Opening {
  readonly site: Pick<Site, "timeZone">;
  /** The time by which posts have expired or are to come, milliseconds since 1970. */
  readonly now: number;
}

/** A system whose sites are imported. */
export interface System {
  /**
   * Opens an export.
   * @param path - of its folder or file
   * @param opening - what the archive says
   * @returns the export; its posts are read as they are asked for
   * @throws FangzhiError when it is no export of this system, or its configuration cannot be read
   */
  open(path: string, opening: Opening): Export;
}

/**
 * A problem in an export.
 * @param from - the path in the export
 * @param rule - what is wrong
 * @param values - what fills the rule's placeholders
 * @param line - counted from 1
 * @returns the problem
 */
export function remark(from: string, rule: Problem["rule"], values: Problem["values"] = {}, line = 1): Problem {
  return { rule, path: from as SourcePath, line, column: 1, values };
}
