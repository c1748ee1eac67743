import { mkdirSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { foldersAbove } from "../address.ts";
import type { PageChange } from "../changes.ts";
import type { Page } from "../model.ts";
import { inTurn, only } from "../order.ts";
import { HandingQueue, type Handed, type Written } from "./handing.ts";
import { hashOfManifest, manifestName, writeManifest } from "./manifest.ts";
import { asideName, type Output } from "./output.ts";
import { filesIn, gatherFolders, noteFolders, type Files, type OutputHead } from "./outputLedger.ts";
import { surveyOf, type Decision, type Survey } from "./survey.ts";
import { PathSet } from "./pathSet.ts";
import { drawnPage, writeWhole, type Target } from "./write.ts";

/** What publishing did. */
export interface Publication {
  /** Files of the site. */
  readonly files: Files;
  /** Those among them that were new or had changed. */
  readonly written: number;
  readonly removed: number;
  /** Of the page that was asked about, if there is one. */
  readonly decision?: Decision;
}

/** Other threads, which draw and write pages beside this one. */
export interface Threads {
  /** How many they are, at least one. */
  readonly count: number;
  /** Whether they are there already; else calling them in takes a while. */
  readonly areIn: () => boolean;
  /** Has them draw and write pages; the results are in the order of the pages. */
  readonly draw: (pages: readonly Handed[]) => Promise<readonly Written[]>;
  /** Lets them go; who draws after that calls them in anew. */
  readonly dismiss: () => void;
}

/** How pages are published. */
export interface PublishOptions {
  readonly threads?: Threads;
  /** Told how many pages there are, before the first is drawn. */
  readonly onBegin?: (pages: number) => void;
  /** Called after each page. */
  readonly onPage?: () => void;
  /** Told of each file that is new, has changed or is gone. */
  readonly onChange?: (change: PageChange) => void;
  /** Whether other pages will follow: what the folder has besides stays. */
  readonly isPartial?: boolean;
  /** The path of a page of which the decision is wanted. */
  readonly explain?: string;
}

/**
 * For pages of this weight no other threads are called in. On two processors one thread has them as soon as two would:
 * each thread takes a while to begin, and V8 compiles the program's functions for each of them anew.
 */
const drawnHere = 2000;
/** After so many pages it is looked whether a signal has come. */
const heardEvery = 50;

/**
 * Brings the output folder to exactly these pages. Each file is written aside and moved into place, so that it is
 * whole or absent; what is already there is left alone; what earlier builds made and this one does not is removed.
 * @param pages - all pages of the site; they may be gone through more than once, so that not all of them are kept in mind
 * @param output - the claimed folder
 * @param options - how
 * @returns how much was written and removed
 * @throws FangzhiError when two pages claim one file
 */
export async function publish(
  pages: Iterable<Page>,
  output: Output,
  options: PublishOptions = {},
): Promise<Publication> {
  const survey = surveyOf(pages, output, options.explain);
  const { all } = survey;
  options.onBegin?.(all.size);
  const { isPartial = false } = options;
  const { previous } = output;
  const gone = previous.notIn?.(all) ?? only(previous, (file) => !all.has(file));
  const leftovers = isPartial ? [] : [...gone];
  const hasAll = isPartial ? holdsAll(previous, all) : leftovers.length === 0 && previous.size === all.size;
  const isSameList = output.isListed && hasAll;
  // Before the first write: should the build be killed, the next one must know these files for its own.
  if (!isSameList)
    writeManifest(
      output.folder,
      inTurn(
        only(previous, (file) => !all.has(file)),
        all,
      ),
    );

  const aside = path.join(output.folder, asideName);
  const removeAside = () => {
    try {
      rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // A thread that is being ended was writing there; the next build clears it away.
    }
  };
  // What a build that was killed has left.
  removeAside();
  rmSync(path.join(output.folder, `${manifestName}.new`), { force: true });
  mkdirSync(aside, { recursive: true });
  process.on("exit", removeAside);
  // A file may have to go where an older page has its folder, or the other way round.
  const needed = new Set(leftovers.length === 0 ? [] : [...all].flatMap(foldersAbove));
  const inTheWay = (file: string) => needed.has(file) || foldersAbove(file).some((above) => all.has(above));
  for (const file of leftovers.filter(inTheWay)) remove(output.folder, file);

  try {
    const { written, folders, decision } = await drawPages(survey, output, aside, options);
    for (const file of leftovers.filter((candidate) => !inTheWay(candidate))) remove(output.folder, file);
    for (const file of leftovers) options.onChange?.({ turn: "removed", path: file });
    const files = isPartial ? (isSameList ? previous : new Set([...previous, ...all])) : all;
    // With nothing to remove, the list is what it is to be already.
    if (leftovers.length > 0) writeManifest(output.folder, files);
    const { ledger, changed } = output;
    for (const file of [...leftovers, ...changed]) {
      if (!all.has(file)) ledger.delete(file);
      gatherFolders(folders, file);
      if (file.endsWith("/")) folders.add(file);
    }
    noteFolders(output.folder, ledger, folders);
    if (!isPartial) ledger.head = headOf(output, survey);
    const published = { files, removed: leftovers.length, written };
    return decision ? { ...published, decision } : published;
  } finally {
    removeAside();
    process.off("exit", removeAside);
  }
}

/** What is kept beside the account, once it is up to date. */
function headOf({ folder, ledger }: Output, { all, makers }: Survey): OutputHead {
  const list = filesIn(ledger).size === all.size ? hashOfManifest(folder) : undefined;
  return list === undefined ? { makers } : { makers, list };
}

/** Draws and writes what is not there just so. */
async function drawPages(
  { all, pagesToDraw, toDraw, weight, decision: decided }: Survey,
  { folder, previous, ledger }: Output,
  aside: string,
  { threads, onPage = () => undefined, onChange, explain }: PublishOptions,
): Promise<Pick<Publication, "written" | "decision"> & { readonly folders: PathSet }> {
  const isHanded = threads && (threads.areIn() || weight > drawnHere);
  let count = 0;
  let written = 0;
  // Composed pages come after all that they are composed of.
  let isComposing = false;
  let decision = decided;
  const folders = new PathSet(ledger);
  const note = (file: string, result: Written, { mayBeSame }: Target) => {
    gatherFolders(folders, file);
    ledger.set(file, result.page);
    if (result.written) {
      written++;
      onChange?.({ turn: mayBeSame ? "changed" : "added", path: file });
    }
    if (decision && file === explain) decision = { ...decision, written: result.written };
    onPage();
  };
  const queue = new HandingQueue(async (batch) => {
    const results = await threads!.draw(batch);
    for (const [index, { path: file, target }] of batch.entries()) note(file, results[index]!, target);
  }, threads?.count ?? 0);
  for (let same = all.size - toDraw; same > 0; same--) onPage();
  try {
    for (const { page, fingerprint } of pagesToDraw) {
      const file = path.join(folder, page.path);
      const target = { file, aside: path.join(aside, String(count++)), mayBeSame: previous.has(page.path) };
      if (page.isComposed && !isComposing) {
        isComposing = true;
        await queue.end();
        // It takes a while, in which these pages can be made.
        threads?.dismiss();
      }
      const task = isHanded && !isComposing ? page.task?.() : undefined;
      if (task) await queue.add({ path: page.path, target, fingerprint, task });
      else {
        const isNew = writeWhole(target, page.content(folder));
        note(page.path, { page: drawnPage(file, fingerprint), written: isNew }, target);
        // A signal is heard between two pages.
        if (count % heardEvery === 0) await setImmediate();
      }
    }
    await queue.end();
  } catch (error) {
    // Nobody may write any more when this is over.
    await queue.settle();
    throw error;
  }
  return { written, folders, ...(decision ? { decision } : {}) };
}

function holdsAll(files: Files, wanted: PathSet): boolean {
  if (files instanceof PathSet) {
    for (const _ of wanted.notIn(files)) return false;
    return true;
  }
  for (const file of wanted) if (!files.has(file)) return false;
  return true;
}

/** Removes a file and the folders that it leaves empty. */
function remove(root: string, file: string): void {
  try {
    rmSync(path.join(root, file), { force: true });
  } catch (error) {
    // What a list that was cut short calls a file may be a folder.
    if (!(error instanceof Error && "code" in error && error.code === "ERR_FS_EISDIR")) throw error;
  }
  for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder)) {
    try {
      rmdirSync(path.join(root, folder));
    } catch {
      return;
    }
  }
}
