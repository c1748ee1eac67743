import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "../catalogue/archive.ts";
import type { SourcePath } from "../model.ts";
import type { Reading } from "../reading.ts";
import { articleStrip, reviewOf } from "./articleStrip.ts";
import { codeFrame } from "./codeFrame.ts";
import { draftsToReview } from "./drafts.ts";
import { stateOf } from "./fileStates.ts";
import type { HeldBackFile } from "./heldBackFiles.ts";
import { postIn, textIn } from "./postsFile.ts";
import { remarkOf } from "./remark.ts";
import { deskPage, withStrip, type ViewContext } from "./views.ts";

/** What pages are made from. */
export interface DeskInput {
  /** Path of the posts folder. */
  readonly posts: string;
  /** The folder with the pages that are served. */
  readonly folder: string;
  readonly reading: Reading;
  /** Found only when it is asked for: it takes reading the files. */
  readonly heldBack: () => readonly HeldBackFile[];
}

/** More held-back files than this the home page does not list. */
const mostListed = 100;

/**
 * A page of the site with a strip above it, or the page of a held-back file where its article would be.
 * @param address - the page's whole address
 * @param input - what was read
 * @param context - for whom
 * @returns the page, or `undefined` when the desk has nothing to add
 */
export function pageAbove(address: string, input: DeskInput, context: ViewContext): string | undefined {
  const { reading, heldBack, folder } = input;
  const entry = reading.archive.entries.find(({ permalink }) => permalink === address);
  if (!entry && address !== "/index.html") {
    const file = heldBack().find(({ permalinks }) => permalinks.some((permalink) => permalink === address));
    return file && pageOfFile(file.problem.path, input, context);
  }
  const file = path.join(folder, address);
  // It is read already, and not yet drawn.
  if (!existsSync(file)) return undefined;
  const page = readFileSync(file, "utf8");
  return entry ? articlePage(page, entry, input, context) : homePage(page, input, context);
}

/**
 * The page of a file that has no other: what is wrong with it, or why it waits.
 * @param file - the file's place in the posts folder
 * @param input - what was read
 * @param context - for whom
 * @returns the page, or `undefined` when there is no such file, or it is an article
 */
export function pageOfFile(file: SourcePath, { posts, reading }: DeskInput, context: ViewContext): string | undefined {
  const state = stateOf(reading.findings, file);
  if (!state) return undefined;
  const { title, problem, isHeldBack } = state;
  const text = isHeldBack ? textIn(posts, file) : undefined;
  const post = postIn(posts, file);
  const view = {
    isHeldBack,
    remark: remarkOf(problem),
    frame: text === undefined ? [] : codeFrame(text, problem),
    review: post ? reviewOf(post) : [],
  };
  return deskPage(title, "file", view, context);
}

function homePage(page: string, { posts, reading, heldBack }: DeskInput, context: ViewContext): string {
  const listed = heldBack()
    .slice(0, mostListed)
    .map(({ problem, address }) => ({ ...remarkOf(problem), address }));
  const unlisted = reading.findings.heldBack.length - listed.length;
  return withStrip(page, "homeStrip", { heldBack: listed, unlisted, drafts: draftsToReview(reading, posts) }, context);
}

function articlePage(page: string, entry: Entry, { posts, reading }: DeskInput, context: ViewContext): string {
  const article = reading.drawing.openArticle(entry);
  const copies = entry.copies.map((copy) => copy.path);
  const own = new Set([article.path, ...copies]);
  const { warnings, merged } = reading.findings;
  const problems = [...warnings, ...merged].filter((problem) => own.has(problem.path));
  const strip = articleStrip({ article, copies, problems, post: postIn(posts, article.path) });
  return withStrip(page, "articleStrip", strip, context);
}
