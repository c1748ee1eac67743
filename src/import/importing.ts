import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../hash.ts";
import { writeWhole } from "../publish/write.ts";
import { articleFile, type ArticleFile, type Given } from "./articleFile.ts";
import { findLosses } from "./account.ts";
import { sourcesFolder } from "../read/kept.ts";
import { findKept, keptName, nameApart, readKept } from "./keptSources.ts";
import { madeArticles, type MadeArticle } from "./madeArticles.ts";
import { versionsOf } from "./versions.ts";
import { readImported } from "./formats.ts";
import { carryOver } from "./carryOver.ts";
import type { SourceText } from "./source.ts";
import { understand, type Understanding } from "./understand.ts";

/** A file that is to be imported, and what it is to the archive. */
export type Candidate =
  | { readonly kind: "same"; readonly name: string; readonly articles: readonly MadeArticle[] }
  | Fresh
  | Corrected;

/** A file that was never imported. */
export interface Fresh {
  readonly kind: "new";
  readonly origin: Source;
  readonly found: Understanding;
}

/** Another version of a source that was imported before. */
export interface Corrected {
  readonly kind: "corrected";
  readonly origin: Source;
  readonly found: Understanding;
  readonly before: { readonly origin: Source; readonly found: Understanding };
  readonly articles: readonly MadeArticle[];
}

/** A source: its bytes, its text, and the name it is kept under. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: SourceText;
}

/** An article file and where it goes. */
export interface Placed {
  readonly file: ArticleFile;
  /** Path below the posts folder. */
  readonly path: string;
  /** What stands there now. */
  readonly before?: string;
  /** Whether what was changed by hand could not be kept. */
  readonly isClash?: boolean;
}

/** Less of the old text than this in the new, and the two only share a name. */
const leastInCommon = 0.3;

/**
 * Looks at a file that is to be imported.
 * @param file - its path
 * @param posts - path of the posts folder
 * @param isSingle - whether it is one article
 * @returns what it is: imported already, new, or another version of one that was
 * @throws FangzhiError when it cannot be read as text
 */
export async function lookAt(file: string, posts: string, isSingle: boolean): Promise<Candidate> {
  const bytes = readFileSync(file);
  const name = keptName(file);
  const kept = findKept(posts, bytes);
  if (kept !== undefined) return { kind: "same", name: kept, articles: madeArticles(posts, kept) };
  const text = await readImported(bytes, name);
  const found = understand(text, isSingle);
  const before = readKept(posts, name);
  if (before === undefined) return { kind: "new", origin: { name, bytes, text }, found };
  const oldText = await readImported(before, name);
  if (inCommon(oldText, text) < leastInCommon) {
    return { kind: "new", origin: { name: nameApart(name, bytes), bytes, text }, found };
  }
  const old = { origin: { name, bytes: before, text: oldText }, found: understand(oldText, isSingle) };
  return { kind: "corrected", origin: { name, bytes, text }, found, before: old, articles: madeArticles(posts, name) };
}

/**
 * The files of the articles in a source.
 * @param origin - the source
 * @param found - what it is understood to be
 * @param given - what the editor says
 * @returns a file for each article
 * @throws Error when a character of the source would be lost, which is a fault of this program
 */
export function compose(origin: Source, { articles, fates }: Understanding, given: Given): readonly ArticleFile[] {
  const digest = sha256(origin.bytes);
  const files = articles.map((article, index) =>
    articleFile(article, given, {
      name: origin.name,
      sha256: digest,
      fates: fates.filter((each) => each.article === index),
    }),
  );
  const losses = findLosses(
    origin.text.lines,
    fates,
    files.map(({ text }) => text),
  );
  if (losses.length > 0) {
    const [{ line, text, why }] = losses as [(typeof losses)[number]];
    throw new Error(`${origin.name}:${line} would lose ${losses.length} pieces of text (${why}): ${text}`);
  }
  return files;
}

/**
 * Where the articles of a new source go.
 * @param files - the article files
 * @param posts - path of the posts folder
 * @returns the places; what lacks something goes to the drafts, and no other file is touched
 */
export function place(files: readonly ArticleFile[], posts: string): readonly Placed[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const folder = file.missing.length > 0 ? "_drafts/" : "";
    for (let number = 1; ; number++) {
      const { name, ext } = path.parse(file.name);
      const at = `${folder}${number === 1 ? file.name : `${name}-${number}${ext}`}`;
      const full = path.join(posts, at);
      const before = existsSync(full) ? readFileSync(full, "utf8") : undefined;
      if (taken.has(at) || (before !== undefined && before !== file.text)) continue;
      taken.add(at);
      return { file, path: at, ...(before === undefined ? {} : { before }) };
    }
  });
}

/**
 * Carries what has changed in a corrected source over to its articles, and keeps what was changed in them by hand.
 * @param corrected - both versions of the source, and the articles as they stand
 * @param given - what the editor says now; else what the articles say counts
 * @param posts - path of the posts folder
 * @returns the articles as they will be; new ones where the correction has more of them
 */
export function correct(corrected: Corrected, given: Given, posts: string): readonly Placed[] {
  const { before, origin, found, articles } = corrected;
  const keywords = new Set(before.found.articles.flatMap((article) => article.keywords));
  const known = { ...articles[0]?.given, ...given };
  const own = { ...known, tags: (known.tags ?? []).filter((tag) => !keywords.has(tag)) };
  const old = compose(before.origin, before.found, own);
  const now = compose(origin, found, own);
  const bases = versionsOf(now, old);
  const standing = versionsOf(old, articles);
  return now.map((file) => {
    const base = bases.get(file);
    const made = base && standing.get(base);
    if (!made) return place([file], posts)[0]!;
    const { text, isClash } = carryOver(made.text, base.text, file.text);
    return { file: { ...file, text }, path: made.path, before: made.text, ...(isClash ? { isClash } : {}) };
  });
}

/**
 * Writes the articles, and then the source: a source that is kept has its articles.
 * @param placed - the articles
 * @param origin - the source
 * @param posts - path of the posts folder
 */
export function carryOut(placed: readonly Placed[], origin: Source, posts: string): void {
  for (const { file, path: at } of placed) write(path.join(posts, at), file.text);
  const kept = path.join(posts, sourcesFolder, origin.name);
  const before = readKept(posts, origin.name);
  if (before !== undefined && sha256(before) !== sha256(origin.bytes)) {
    renameSync(kept, path.join(posts, sourcesFolder, nameApart(origin.name, before)));
  }
  write(kept, origin.bytes);
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const aside = path.join(path.dirname(file), `.${path.basename(file).slice(0, 40)}.${process.pid}`);
  writeWhole({ file, aside, mayBeSame: true }, content);
}

/** The share of the new text's lines that stand in the old one too. */
function inCommon(before: SourceText, now: SourceText): number {
  const old = new Set(longLines(before));
  const lines = longLines(now);
  return lines.length === 0 ? 0 : lines.filter((line) => old.has(line)).length / lines.length;
}

function longLines({ lines }: SourceText): readonly string[] {
  return lines.map(({ text }) => text.trim()).filter((text) => text.length >= 8);
}
