import { statSync } from "node:fs";
import type { Month, SourcePath } from "../model.ts";
import { readFileName } from "../normalise/fileName.ts";
import type { VolumeJob } from "./bindVolume.ts";
import type { Ledger } from "./ledger.ts";

/** A file as the file system describes it. */
export interface FileState {
  readonly size: number;
  /** Last modification, milliseconds since 1970. */
  readonly modified: number;
}

/** The states of files, in the order of their paths: two numbers for each, as there are many. */
export class FileStates {
  readonly #numbers: Float64Array;

  /** @param count - how many files there are */
  constructor(count: number) {
    this.#numbers = new Float64Array(2 * count).fill(absent);
  }

  /**
   * Notes a state.
   * @param index - the file's place in the list of paths
   * @param state - its state
   */
  set(index: number, { size, modified }: FileState): void {
    this.#numbers[2 * index] = size;
    this.#numbers[2 * index + 1] = modified;
  }

  /**
   * The state of a file.
   * @param index - the file's place in the list of paths
   * @returns the state, or `undefined` when the file has gone since it was listed
   */
  get(index: number): FileState | undefined {
    const size = this.#numbers[2 * index]!;
    return size === absent ? undefined : { size, modified: this.#numbers[2 * index + 1]! };
  }

  /**
   * Whether files are as they were.
   * @param others - the states of files in the same order
   * @returns false when one of them is in another state, or there are more or fewer
   */
  equals(others: FileStates): boolean {
    const [own, other] = [this.#numbers, others.#numbers];
    return own.length === other.length && own.every((number, at) => number === other[at]);
  }
}

/**
 * Gathers the states of files.
 * @param paths - the files
 * @param stateAt - tells the state of a file by its path and its place among the paths
 * @returns their states
 */
export function statesOf(
  paths: readonly SourcePath[],
  stateAt: (path: SourcePath, index: number) => FileState | undefined,
): FileStates {
  const states = new FileStates(paths.length);
  for (const [index, at] of paths.entries()) {
    const state = stateAt(at, index);
    if (state) states.set(index, state);
  }
  return states;
}

/** A size that no file has. */
const absent = -1;

/** What has to be done so that the volumes hold what the posts folder holds. */
export interface Plan {
  readonly jobs: readonly VolumeJob[];
  /** Months in which nothing has changed. */
  readonly unchanged: readonly Month[];
  /** How many files have entries in the ledger that are true still, without a look at their bytes. */
  readonly clean: number;
  readonly states: FileStates;
}

/** The files of a month that are to be read. A job has the same two lists. */
interface ToRead {
  readonly read: SourcePath[];
  readonly known: (string | undefined)[];
}

/** Files whose names say no month are read in jobs of so many. */
const undatedInJob = 500;
const undated = "0000-00" as Month;

/**
 * Compares the posts folder with the ledger. A file of the same size and time is not opened; one of the same size is
 * hashed before it is parsed.
 * @param posts - path of the posts folder
 * @param paths - the files that count as articles
 * @param ledger - the account of the last build; empty for the first one
 * @param states - the files' states, if they are known already
 * @returns what has to be done
 */
export function planVolumes(
  posts: string,
  paths: readonly SourcePath[],
  ledger: Ledger,
  states: FileStates = statesOf(paths, (path) => stateOf(posts, path)),
): Plan {
  let clean = 0;
  const kept = new Map<Month, SourcePath[]>();
  const toRead = new Map<Month, ToRead>();
  for (const [index, at] of paths.entries()) {
    const state = states.get(index);
    const place = ledger.placeOf(at);
    const month = place === undefined ? undefined : ledger.at(place, "month");
    if (place !== undefined && state && isClean(ledger, place, state)) {
      clean++;
      if (month) groupOf(kept, month, () => []).push(at);
    } else {
      const { read, known } = groupOf(toRead, month ?? guessMonth(at), () => ({ read: [], known: [] }));
      read.push(at);
      known.push(knownHash(at, ledger, place, state));
    }
  }

  const before = new Map<Month, number>();
  for (const place of ledger.places()) {
    const month = ledger.at(place, "month");
    if (month) before.set(month, (before.get(month) ?? 0) + 1);
  }
  const touched = new Set<Month>(toRead.keys());
  for (const [month, count] of before) if ((kept.get(month)?.length ?? 0) < count) touched.add(month);
  const files = new Map(ledger.head);
  const jobs = [...touched].sort().flatMap((month): readonly VolumeJob[] => {
    const { read, known } = toRead.get(month) ?? { read: [], known: [] };
    if (month === undated) return inChunks(read).map((chunk) => ({ month, keep: [], read: chunk, known: [], add: [] }));
    const file = files.get(month);
    return [{ month, ...(file ? { file } : {}), keep: kept.get(month) ?? [], read, known, add: [] }];
  });
  return { jobs, unchanged: [...before.keys()].filter((month) => !touched.has(month)), clean, states };
}

/**
 * Whether the posts folder holds just what the ledger says, so that nothing is to be done.
 * @param paths - the files that count as articles
 * @param ledger - the account of the last build
 * @param plan - what is to be done
 * @returns false when a file was added, removed or changed, or may have been
 */
export function isUnchanged(paths: readonly SourcePath[], ledger: Ledger, plan: Plan): boolean {
  return plan.jobs.length === 0 && plan.clean === paths.length && ledger.size === paths.length;
}

/**
 * Asks the file system for the state of a file.
 * @param posts - path of the posts folder
 * @param at - the file's path in it
 * @returns the state, or `undefined` when there is no such file
 */
export function stateOf(posts: string, at: SourcePath): FileState | undefined {
  const state = statSync(`${posts}/${at}`, { throwIfNoEntry: false });
  return state && { size: state.size, modified: state.mtimeMs };
}

/** What depends on the hour: it may be otherwise now, though neither size nor time has changed. */
const passing = new Set<string | undefined>(["unreadable", "body-too-slow"]);

function isClean(ledger: Ledger, place: number, { size, modified }: FileState): boolean {
  const isAsItWas = ledger.at(place, "size") === size && ledger.at(place, "modified") === modified;
  return isAsItWas && !passing.has(ledger.at(place, "problem")?.rule);
}

/** An undated draft is as old as its file, so the same bytes are another article when the time has changed. */
function knownHash(
  at: SourcePath,
  ledger: Ledger,
  place: number | undefined,
  state: FileState | undefined,
): string | undefined {
  if (place === undefined || ledger.at(place, "month") === undefined) return undefined;
  return ledger.at(place, "size") === state?.size && !readFileName(at).draft ? ledger.at(place, "sha256") : undefined;
}

/** The month in the file's name; the article's own may be another, which its job finds out. */
function guessMonth(at: SourcePath): Month {
  const date = readFileName(at).date;
  return date !== undefined && /^\d{4}-\d{2}/.test(date) ? (date.slice(0, 7) as Month) : undated;
}

function inChunks(read: readonly SourcePath[]): readonly (readonly SourcePath[])[] {
  return Array.from({ length: Math.ceil(read.length / undatedInJob) }, (_, index) =>
    read.slice(index * undatedInJob, (index + 1) * undatedInJob),
  );
}

function groupOf<Group>(groups: Map<Month, Group>, month: Month, make: () => Group): Group {
  const group = groups.get(month) ?? make();
  groups.set(month, group);
  return group;
}
