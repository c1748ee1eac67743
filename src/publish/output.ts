import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { FangzhiError, reasonOf } from "../errors.ts";
import { lockName } from "./lock.ts";
import { hashOfManifest, manifestName, readManifest } from "./manifest.ts";
import {
  filesIn,
  notAsLeft,
  openOutputLedger,
  type Files,
  type LedgerPlace,
  type OutputLedger,
} from "./outputLedger.ts";

/** An output folder that a build may write to. */
export interface Output {
  /** Its real path. */
  readonly folder: string;
  /** The files that earlier builds made in it. */
  readonly previous: Files;
  /** Whether the list of them in the folder is whole. */
  readonly isListed: boolean;
  /** The account that the last build has left of it. */
  readonly ledger: OutputLedger;
  /** What is not as that build left it. */
  readonly changed: ReadonlySet<string>;
}

/** Folders of the project that no output may touch. */
const sources = [
  "src",
  "layouts",
  "tests",
  "bench",
  "bin",
  "ci",
  "templates",
  "docs",
  "posts",
  "node_modules",
  ".git",
  ".github",
  ".ci",
];
/** Where pages are written before they are moved into place. */
export const asideName = ".fangzhi-new";

/**
 * Makes sure that an output folder neither is, nor holds, nor lies in the articles or the project's sources.
 * @param wanted - path of the output folder
 * @param posts - path of the posts folder
 * @param root - path of the project
 * @returns its real path
 * @throws FangzhiError saying why the folder is refused
 */
export function placeOutput(wanted: string, posts: string, root: string): string {
  const folder = realPath(wanted);
  for (const source of [posts, ...sources.map((name) => path.join(root, name))]) {
    const guarded = realPath(source);
    if (holds(folder, guarded) || holds(guarded, folder)) {
      throw refuse(wanted, { en: `it is, holds or lies in ${source}`, zh: `它就是、包含或位于 ${source}` });
    }
  }
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw refuse(wanted, { en: "it is a file", zh: "它是一个文件" });
  }
  return folder;
}

/** What is known of an output folder before it is claimed. */
export interface ClaimOptions {
  /** What is not as it was left, if that was found out already. */
  readonly looked?: readonly string[] | undefined;
  /** Whether nobody else may put anything there: what no build has made is removed. */
  readonly isOwn?: boolean;
}

/**
 * Makes sure that a folder may be written to: it is in no bad place, and is empty, or holds what earlier builds made
 * and nothing else.
 * @param wanted - path of the output folder; made if missing
 * @param posts - path of the posts folder
 * @param root - path of the project
 * @param place - where the last build may have left an account of the output folder
 * @param options - what is known of it already
 * @returns the folder and what is in it
 * @throws FangzhiError saying why the folder is refused
 */
export function claimOutput(
  wanted: string,
  posts: string,
  root: string,
  place: LedgerPlace,
  { looked, isOwn = false }: ClaimOptions = {},
): Output {
  const folder = placeOutput(wanted, posts, root);
  const ledger = openOutputLedger(place, folder);
  const changed = new Set(looked ?? notAsLeft(folder, ledger));
  const inIt = makeAndList(folder, wanted, ledger, changed);
  const { previous, isListed } = listedFiles(folder, ledger);
  const foreign = inIt.filter((file) => !previous.has(file) && !isOurs(file));
  if (isOwn) for (const file of foreign) rmSync(path.join(folder, file), { force: true });
  else if (foreign.length > 0) {
    const some = foreign.slice(0, 3).join(", ") + (foreign.length > 3 ? ", …" : "");
    throw refuse(wanted, {
      en: `it holds files that no build has made (${some}); empty it, or name another folder`,
      zh: `其中有不是由构建生成的文件（${some}）；请清空它，或换一个文件夹`,
    });
  }
  return { folder, previous, isListed, ledger, changed };
}

/** What builds have made, by the list in the folder and, where that has suffered, by the account in the cache. */
function listedFiles(folder: string, ledger: OutputLedger): Pick<Output, "previous" | "isListed"> {
  const files = filesIn(ledger);
  if (ledger.head.list !== undefined && ledger.head.list === hashOfManifest(folder)) {
    return { previous: files, isListed: true };
  }
  const list = readManifest(folder);
  const previous = list && list.size >= files.size ? list : new Set([...(list ?? []), ...files]);
  return { previous, isListed: list?.size === previous.size };
}

/** The list itself, and what a build that was killed left of its work. */
function isOurs(file: string): boolean {
  return [manifestName, lockName, asideName].some(
    (ours) => file === ours || file.startsWith(`${ours}.`) || file.startsWith(`${ours}/`),
  );
}

/** The files of a folder, but for those in its folders that are as they were left. */
function makeAndList(
  folder: string,
  wanted: string,
  ledger: OutputLedger,
  changed: ReadonlySet<string>,
): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
    const files: string[] = [];
    const queue = ["", ...[...changed].filter((at) => at.endsWith("/") && existsSync(path.join(folder, at)))];
    for (const below of queue) {
      for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
        const at = below + entry.name;
        if (!entry.isDirectory()) files.push(at);
        else if (!ledger.get(`${at}/`)) queue.push(`${at}/`);
      }
    }
    return files;
  } catch (error) {
    const reason = reasonOf(error);
    throw refuse(wanted, { en: `it cannot be made or listed (${reason})`, zh: `无法创建或读取（${reason}）` });
  }
}

/** The real path, also of what does not exist yet: of its nearest existing folder and the rest. */
function realPath(wanted: string): string {
  const full = path.resolve(wanted);
  if (existsSync(full)) return realpathSync(full);
  const parent = path.dirname(full);
  return parent === full ? full : path.join(realPath(parent), path.basename(full));
}

function holds(folder: string, inner: string): boolean {
  return inner === folder || inner.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

function refuse(wanted: string, why: { readonly en: string; readonly zh: string }): FangzhiError {
  return new FangzhiError({
    en: `The output folder ${wanted} is refused: ${why.en}.`,
    zh: `不能用 ${wanted} 作输出文件夹：${why.zh}。`,
  });
}
