import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Site } from "../../config.ts";
import { HeldBack, reasonOf } from "../../errors.ts";
import { hash } from "node:crypto";
import { limits } from "../../limits.ts";
import type { Article, Problem, SourcePath } from "../../model.ts";
import { normalise } from "../../normalise/article.ts";
import { formerAddress } from "../../normalise/permalink.ts";
import { parsePost } from "../../parse/post.ts";
import { printable } from "../../characters.ts";
import { writeWhole } from "../../publish/write.ts";
import { remark, type Export, type NoPost, type OldPost } from "./export.ts";
import { numberedFile } from "./fileName.ts";
import { withKeys } from "./frontMatter.ts";
import { oldImages } from "./images.ts";

/** What became of a candidate; each has one. */
export const fates = ["imported", "draft", "unchanged", "differs", "passed-over", "failed"] as const;

/** A candidate of an export, accounted for. */
export interface Outcome {
  readonly fate: (typeof fates)[number];
  readonly from: SourcePath;
  /** The article file below the posts folder; that which is in the way when it `differs`. */
  readonly file?: string;
  /** The article's address in the archive. */
  readonly address?: string;
  /** Whether the file is the old one, byte for byte. */
  readonly isCopy?: boolean;
  readonly remarks: readonly Problem[];
  /** Pictures its text shows that the old site had among its own files. */
  readonly images: readonly string[];
}

/**
 * Brings the posts of an old site into the posts folder. A file that is there already is never overwritten.
 * @param exported - the old site
 * @param posts - path of the posts folder
 * @param site - the archive, whose usual addresses decide which posts need a `permalink`
 * @param isWritten - whether files are written, or only told of
 * @returns what becomes of each candidate, in the export's order
 * @throws Error (of the file system) when a file cannot be written
 */
export async function* transfer(
  exported: Export,
  posts: string,
  site: Site,
  isWritten: boolean,
): AsyncGenerator<Outcome> {
  const taken = new Set<string>();
  const owners = new Map<string, string>();
  for await (const candidate of exported.candidates) {
    if (candidate.fate !== "post") {
      yield accountOf(candidate);
      continue;
    }
    const file = freeName(candidate.file, taken);
    const article = articleOf(candidate, file, site);
    if ("why" in article) {
      yield accountOf(article);
      continue;
    }
    const { bytes, isCopy, address, remarks } = article;
    const other = article.isDraft ? undefined : owners.get(address);
    if (!article.isDraft && other === undefined) owners.set(address, candidate.from);
    const outcome = {
      from: candidate.from,
      file,
      ...(article.isDraft ? {} : { address }),
      isCopy,
      remarks: [
        ...candidate.remarks,
        ...remarks,
        ...(other === undefined ? [] : [remark(candidate.from, "old-address-twice", { address, other })]),
      ],
      images: oldImages(candidate.text),
    };
    const target = path.join(posts, ...file.split("/"));
    if (!existsSync(target)) {
      if (isWritten) writeFile(target, posts, bytes);
      yield { ...outcome, fate: article.isDraft ? "draft" : "imported" };
    } else if (readFileSync(target).equals(bytes)) yield { ...outcome, fate: "unchanged" };
    else {
      const why = remark(candidate.from, "old-file-there", { file });
      yield { ...outcome, fate: "differs", remarks: [why, ...outcome.remarks] };
    }
  }
}

function accountOf({ fate, from, why }: NoPost): Outcome {
  return { fate, from, remarks: [why], images: [] };
}

/** On some disks names that differ in case alone are one. */
function freeName(wanted: string, taken: Set<string>): string {
  let file = wanted;
  for (let number = 2; taken.has(file.toLowerCase()); number++) file = numberedFile(wanted, number);
  taken.add(file.toLowerCase());
  return file;
}

interface ReadyFile {
  readonly bytes: Uint8Array;
  readonly isCopy: boolean;
  readonly isDraft: boolean;
  readonly address: string;
  readonly remarks: readonly Problem[];
}

/** The file of a post, with a permalink where its usual address would be another than its old one. */
function articleOf(post: OldPost, file: string, site: Site): ReadyFile | NoPost {
  const name = path.basename(file);
  if (Buffer.byteLength(name) > limits.nameBytes) {
    const values = { bytes: Buffer.byteLength(name), limit: limits.nameBytes };
    return { fate: "failed", from: post.from, why: remark(post.from, "name-too-long", values) };
  }
  const remarks: Problem[] = [];
  try {
    const keys: Record<string, unknown> = { ...post.additions };
    const usual = readAs(file, withAdditions(post.text, keys), site);
    const old = post.address === undefined ? undefined : formerAddress(post.address);
    if (post.address !== undefined && old === undefined) {
      remarks.push(remark(post.from, "old-address-lost", { address: printable(post.address) }));
    }
    const isKept = old === undefined || old === usual.permalink || usual.formerPermalinks.includes(old);
    if (!isKept) keys["permalink"] = post.address;
    else if (old !== undefined && old !== usual.permalink) {
      remarks.push(remark(post.from, "old-address-moved", { address: old, now: usual.permalink }));
    }
    const address = isKept ? usual.permalink : old;
    const redirects = redirectsOf(post, address, remarks);
    if (redirects.length > 0) keys["redirect_from"] = redirects;
    const isCopy = post.original !== undefined && Object.keys(keys).length === 0;
    const bytes = isCopy ? post.original : Buffer.from(withAdditions(post.text, keys));
    if (bytes.length > limits.fileBytes) {
      const values = { bytes: bytes.length, limit: limits.fileBytes };
      return { fate: "failed", from: post.from, why: remark(post.from, "file-too-large", values) };
    }
    return { bytes, isCopy, isDraft: usual.draft, address, remarks };
  } catch (error) {
    if (!(error instanceof HeldBack)) throw error;
    return { fate: "failed", from: post.from, why: placedIn(post, error.problem) };
  }
}

function redirectsOf(post: OldPost, address: string, remarks: Problem[]): readonly string[] {
  return [...new Set(post.redirects)].filter((from) => {
    const page = formerAddress(from);
    if (page === undefined) remarks.push(remark(post.from, "old-address-lost", { address: printable(from) }));
    return page !== undefined && page !== address;
  });
}

function withAdditions(text: string, keys: Readonly<Record<string, unknown>>): string {
  return Object.keys(keys).length === 0 ? text : withKeys(text, keys);
}

function readAs(file: string, text: string, site: Site): Article {
  const lines = printable(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const source = {
    path: file as SourcePath,
    text: lines,
    sha256: hash("sha256", lines, "hex"),
    modified: 0,
    notes: [],
  };
  const post = parsePost(source);
  if (!post) throw new HeldBack(remark(file, "no-front-matter"));
  return normalise(post, site);
}

/** Where a fault of the article file is in the export; in a file that was put together, all that is known is which. */
function placedIn(post: OldPost, problem: Problem): Problem {
  if (post.original === undefined) return { ...problem, path: post.from, line: 1, column: 1 };
  const added = Object.keys(post.additions).length;
  const isBody = problem.line > added + 1 && problem.rule.startsWith("body-");
  return { ...problem, path: post.from, line: isBody ? problem.line - added : problem.line };
}

function writeFile(file: string, posts: string, bytes: Uint8Array): void {
  const aside = path.join(posts, `.import-${process.pid}`);
  mkdirSync(posts, { recursive: true });
  try {
    writeWhole({ file, aside, mayBeSame: false }, bytes);
  } catch (error) {
    rmSync(aside, { force: true });
    throw new Error(`${reasonOf(error)}: ${file}`, { cause: error });
  }
}
