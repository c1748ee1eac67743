import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Month, PassedOver, Problem, SourcePath } from "../model.ts";
import { monthOf } from "../normalise/date.ts";
import { byCodeUnit } from "../order.ts";
import type { VolumeJob, VolumeResult } from "./bindVolume.ts";
import type { RecordFault } from "../record.ts";
import { indexIn } from "./indexLine.ts";
import type { Ledger, SourceEntry } from "./ledger.ts";
import type { FileState, Plan } from "./plan.ts";
import type { Outcome } from "./readArticle.ts";
import { DamagedVolume, headerOpener, isVolumeFile, readIndex, type VolumeFileName } from "./volumeFile.ts";
import type { Volume, VolumeIndex } from "./volumeIndex.ts";

/** All volumes of a posts folder. */
export interface Binding {
  /** Newest first. */
  readonly volumes: readonly Volume[];
  /** Oldest first. */
  readonly files: ReadonlyMap<Month, VolumeFileName>;
  readonly heldBack: readonly Problem[];
  readonly passedOver: readonly PassedOver[];
  /** How many files were not parsed, for the cache knew them. */
  readonly fromCache: number;
  /** Tells whether a file was. */
  readonly isParsed: (path: SourcePath) => boolean;
  /** What was wrong with the cache, if anything. */
  readonly fault?: RecordFault;
  /** Volumes that turn out to be damaged when headers are taken from them. */
  readonly damages: readonly DamagedVolume[];
}

/** What is to be bound, and how. */
export interface BindOptions {
  /** The files that count as articles, in order. */
  readonly paths: readonly SourcePath[];
  /** The cache folder. */
  readonly cache: string;
  readonly ledger: Ledger;
  /** What is to be done, by the ledger. */
  readonly plan: Plan;
  /** Does jobs, perhaps several at a time; the results are in the order of the jobs. */
  readonly run: (jobs: readonly VolumeJob[]) => Promise<readonly ParsedResult[]>;
}

/** What became of a volume, its index ready for use. */
export type ParsedResult = Omit<VolumeResult, "index"> & { readonly index?: VolumeIndex };

/** A file that was changed as lately as this may change again without its time showing it, milliseconds. */
const tooFresh = 2000;

/** A volume as this build has it. */
interface Bound {
  readonly file: VolumeFileName;
  readonly index: VolumeIndex;
}

/**
 * Where the volumes are.
 * @param cache - the cache folder
 * @returns the folder of volumes in it
 */
export function volumesFolder(cache: string): string {
  return path.join(cache, "volumes");
}

/**
 * Binds all articles into volumes, reading only what has changed since the last build.
 * @param options - what to bind, and how
 * @returns the volumes, and what became of the files that are in none
 * @throws DamagedVolume when a volume's file is damaged that others are to join; without it all is well
 */
export async function bind(options: BindOptions): Promise<Binding> {
  const { paths, cache, ledger, plan, run } = options;
  const started = Date.now();
  mkdirSync(volumesFolder(cache), { recursive: true });
  const lastFiles = new Map(ledger.head);

  const volumes = new Map<Month, Bound>();
  const jobs = [...plan.jobs];
  let { fault } = ledger;
  for (const month of plan.unchanged) {
    const bound = openVolume(volumesFolder(cache), lastFiles.get(month));
    if (bound) volumes.set(month, bound);
    else {
      fault = "damaged";
      jobs.push({ month, keep: [], read: articlesOf(month, ledger), known: [], add: [] });
    }
  }

  const results = await run(jobs);
  const damaged = jobs.filter((_, index) => results[index]!.damaged);
  if (damaged.length > 0) fault = "damaged";
  const done = [...results.filter((result) => !result.damaged), ...(await run(damaged.map(fromSources)))];
  for (const { month, file, index } of done) if (file !== undefined) volumes.set(month, { file, index: index! });
  const strayJobs = jobsForStrays(done, volumes);
  for (const [place, { month, file, index, damaged: isGone }] of (await run(strayJobs)).entries()) {
    if (isGone) throw new DamagedVolume(path.join(volumesFolder(cache), strayJobs[place]!.file!));
    volumes.set(month, { file: file!, index: index! });
  }

  const outcomes = outcomesOf(done);
  // By the places of paths.
  const parsed = new Uint8Array(paths.length);
  let same = 0;
  for (const [index, at] of outcomes.size === 0 ? [] : paths.entries()) {
    const outcome = outcomes.get(at);
    if (!outcome) continue;
    if (outcome.kind === "read") parsed[index] = 1;
    else same++;
    const entry = entryOf(plan.states.get(index), at, ledger, outcome, started);
    if (entry) ledger.set(at, entry);
  }
  if (ledger.size > paths.length) {
    const there = new Set<string>(paths);
    for (const at of ledger.keys()) if (!there.has(at)) ledger.delete(at);
  }
  const files = new Map(
    [...volumes].map(([month, { file }]) => [month, file] as const).sort(([a], [b]) => byCodeUnit(a, b)),
  );
  ledger.head = [...files];
  ledger.save();
  removeOthers(volumesFolder(cache), new Set(files.values()));

  lastIndexes = new Map([...volumes.values()].map(({ file, index }) => [file, index]));
  const fates = fatesIn(ledger);
  return {
    ...openVolumes(volumesFolder(cache), [...volumes.values()]),
    files,
    heldBack: fates.flatMap(({ problem }) => problem ?? []),
    passedOver: fates.flatMap(({ at, rule }) => (rule ? { path: at, rule } : [])),
    isParsed: (at) => parsed[paths.indexOf(at)] === 1,
    fromCache: plan.clean + same,
    ...(fault === undefined ? {} : { fault }),
  };
}

/** The few that are in no volume, in order. */
function fatesIn(ledger: Ledger): readonly (SourceEntry & { readonly at: SourcePath })[] {
  const inNone: SourcePath[] = [];
  for (const place of ledger.places()) {
    if (ledger.at(place, "month") === undefined) inNone.push(ledger.keyAt(place) as SourcePath);
  }
  return inNone.sort(byCodeUnit).map((at) => ({ at, ...ledger.get(at)! }));
}

/** What became of each file. Those of one month share its name, for there are many. */
function outcomesOf(results: readonly ParsedResult[]): ReadonlyMap<SourcePath, Outcome> {
  const all = new Map<SourcePath, Outcome>();
  for (const { month, outcomes } of results) {
    for (const [at, outcome] of outcomes) {
      all.set(at, "month" in outcome && outcome.month === month ? { ...outcome, month } : outcome);
    }
  }
  return all;
}

/** Opens headers later. It stands alone: what it remembers lasts as long as the build, and should be little. */
function openVolumes(folder: string, bound: readonly Bound[]): Pick<Binding, "volumes" | "damages"> {
  const damages: DamagedVolume[] = [];
  const onDamage = (damage: DamagedVolume) => damages.push(damage);
  const newestFirst = [...bound].sort((a, b) => byCodeUnit(b.index.month, a.index.month));
  const volumes = newestFirst.map(({ file, index }) => ({
    index,
    header: headerOpener(folder, file, index, onDamage),
  }));
  return { volumes, damages };
}

function openVolume(folder: string, file: VolumeFileName | undefined): Bound | undefined {
  if (file === undefined) return undefined;
  const known = lastIndexes.get(file);
  // A damaged one is taken away, to be bound anew.
  if (known && existsSync(path.join(folder, file))) return { file, index: known };
  const index = readIndex(folder, file);
  return index === undefined ? undefined : { file, index: indexIn(index) };
}

/** Of the last binding in this process: the development server binds again at every save. */
let lastIndexes: ReadonlyMap<VolumeFileName, VolumeIndex> = new Map();

function articlesOf(month: Month, ledger: Ledger): VolumeJob["read"] {
  return ([...ledger.keys()] as SourcePath[]).filter((at) => ledger.value(at, "month") === month);
}

/** The same job without the file that turned out to be damaged. */
function fromSources({ month, keep, read }: VolumeJob): VolumeJob {
  return { month, keep: [], read: [...(keep === "all" ? [] : keep), ...read], known: [], add: [] };
}

function jobsForStrays(results: readonly ParsedResult[], volumes: ReadonlyMap<Month, Bound>): readonly VolumeJob[] {
  const add = new Map<Month, VolumeJob["add"][number][]>();
  for (const stray of results.flatMap(({ strays }) => strays)) {
    const month = monthOf(stray.published.day);
    const others = add.get(month);
    if (others) others.push(stray);
    else add.set(month, [stray]);
  }
  return [...add].map(([month, strays]) => {
    const file = volumes.get(month)?.file;
    return { month, ...(file ? { file, keep: "all" as const } : { keep: [] }), read: [], known: [], add: strays };
  });
}

function entryOf(
  state: FileState | undefined,
  at: SourcePath,
  ledger: Ledger,
  outcome: Outcome,
  started: number,
): SourceEntry | undefined {
  if (outcome.kind === "same") {
    const old = ledger.get(at);
    return old && { ...old, ...stateFor(state, started) };
  }
  const { kind: _, ...fate } = outcome;
  return { ...fate, ...stateFor(state, started) };
}

/** A time that no file has. */
const unreliable = -1;

function stateFor(state: FileState | undefined, started: number): FileState {
  if (!state) return { size: 0, modified: unreliable };
  return state.modified > started - tooFresh ? { ...state, modified: unreliable } : state;
}

function removeOthers(folder: string, inUse: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (isVolumeFile(name) && !inUse.has(name)) rmSync(path.join(folder, name), { force: true });
  }
}
