import path from "node:path";
import v8 from "node:v8";
import { Tinypool } from "tinypool";
import type { BindPlaces, VolumeJob, VolumeResult } from "../bind/bindVolume.ts";
import type { Outcome } from "../bind/readArticle.ts";
import { DamagedVolume, type VolumeFileName } from "../bind/volumeFile.ts";
import { FangzhiError, reasonOf } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Month, SourcePath } from "../model.ts";
import { volumesOf, type Handed, type Written } from "../publish/handing.ts";
import type { Threads } from "../publish/publish.ts";
import { programRoot } from "../root.ts";
import type { Answer, Task } from "./worker.ts";

/** A worker holds one volume at a time; with little room for young objects it gives back what it no longer needs. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** Worker threads, called in when first needed. */
export interface Workers {
  /** How many there are. */
  readonly count: number;
  /** Whether they have been called in. */
  readonly areIn: () => boolean;
  readonly bind: (job: VolumeJob, places: BindPlaces) => Promise<VolumeResult>;
  readonly draw: (
    pages: readonly Handed[],
    volumesFolder: string,
    volumes: ReadonlyMap<Month, VolumeFileName>,
  ) => Promise<readonly Written[]>;
  /** Lets the threads go that have been called in; done when they are gone. */
  readonly dismiss: () => Promise<void>;
  /** The same for good. */
  readonly end: () => Promise<void>;
}

/** How worker threads work. */
export interface WorkersOptions {
  /** How long one of them may take for one article, milliseconds. */
  readonly patience?: number;
  /** Whether pages are for the development server. */
  readonly serving?: boolean;
}

/**
 * Makes ready for worker threads; none is started before there is work for it.
 * @param count - how many
 * @param root - the folder with `.eleventy.ts`, which each of them loads
 * @param options - how they work
 * @returns what they can do
 */
export function workersOf(
  count: number,
  root: string,
  { patience = limits.articleMilliseconds, serving = false }: WorkersOptions = {},
): Workers {
  let pool: Tinypool | undefined;
  let gone: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const ask = async (task: Task, signal?: AbortSignal): Promise<Answer> => {
    pool ??= startPool(count);
    const answer = (await pool.run(task, signal ? { signal } : {}).catch((error: unknown) => {
      throw new LostWorker(error);
    })) as Answer;
    if ("damaged" in answer) throw new DamagedVolume(answer.damaged);
    if ("fault" in answer) throw new FangzhiError(answer.fault);
    if ("thrown" in answer) throw answer.thrown;
    return answer;
  };
  /** Binds a volume; an article over which a thread is lost twice is held back. */
  const bindIn = async (job: VolumeJob, places: BindPlaces, suspect?: SourcePath): Promise<VolumeResult> => {
    // Which article it is at; below 0 until it begins.
    const done = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const control = new AbortController();
    const watch = setInterval(watchOver(done, patience, control), patience / 10);
    try {
      const answer = await ask({ kind: "bind", root, places, job, done }, control.signal);
      return (answer as Extract<Answer, { bound: unknown }>).bound;
    } catch (error) {
      const article = error instanceof LostWorker ? job.read[done[0]!] : undefined;
      if (!article || isOver) throw error instanceof LostWorker ? lostFault(error) : error;
      if (article !== suspect) return await bindIn(job, places, article);
      const place = job.read.indexOf(article);
      const without = { read: job.read.toSpliced(place, 1), known: job.known.toSpliced(place, 1) };
      const result = await bindIn({ ...job, ...without }, places);
      return { ...result, outcomes: new Map([...result.outcomes, outcomeOf(article)]) };
    } finally {
      clearInterval(watch);
    }
  };
  const dismiss = async (): Promise<void> => {
    const leaving = pool;
    pool = undefined;
    gone = Promise.all([gone, leaving?.destroy()]);
    await gone;
  };
  return {
    count,
    areIn: () => pool !== undefined,
    bind: async (job, places) => bindIn(job, places),
    async draw(pages, volumesFolder, volumes) {
      // Only the volumes that these pages need: the list of all can be long.
      const months = new Set(pages.flatMap(({ task }) => volumesOf(task)));
      const needed = new Map([...volumes].filter(([month]) => months.has(month)));
      const answer = await ask({ kind: "draw", root, volumesFolder, volumes: needed, pages, serving }).catch(
        (error: unknown) => {
          throw error instanceof LostWorker ? lostFault(error) : error;
        },
      );
      return (answer as Extract<Answer, { written: unknown }>).written;
    },
    dismiss,
    async end() {
      isOver = true;
      await dismiss();
    },
  };
}

/**
 * How pages are drawn by worker threads.
 * @param workers - the threads
 * @param volumesFolder - the folder of volumes
 * @param volumes - the volumes' files by month
 * @returns the threads, as those who publish pages see them
 */
export function drawingIn(
  { count, areIn, draw, dismiss }: Workers,
  volumesFolder: string,
  volumes: ReadonlyMap<Month, VolumeFileName>,
): Threads {
  return {
    count,
    areIn,
    draw: async (pages) => draw(pages, volumesFolder, volumes),
    // Whoever ends them waits for it, and is told what goes wrong.
    dismiss: () => void dismiss().catch(() => undefined),
  };
}

/** Ends a task that has been at one article for too long. */
function watchOver(done: Int32Array, patience: number, control: AbortController): () => void {
  let [at, since] = [-1, performance.now()];
  return () => {
    if (done[0]! !== at) [at, since] = [done[0]!, performance.now()];
    else if (at >= 0 && performance.now() - since > patience) control.abort();
  };
}

/** Thrown when a thread has died over its task, or has taken too long for it. */
class LostWorker extends Error {
  constructor(cause: unknown) {
    super("A worker thread was lost", { cause });
    this.name = "LostWorker";
  }
}

function lostFault(error: LostWorker): FangzhiError {
  const reason = reasonOf(error.cause);
  return new FangzhiError(
    {
      en: `A worker thread was lost, not over one article: ${reason}. Build again, perhaps with --workers 1.`,
      zh: `工作线程中断，原因不在某一篇文章：${reason}。请再次生成，或使用 --workers 1。`,
    },
    1,
    { cause: error },
  );
}

function outcomeOf(at: SourcePath): readonly [SourcePath, Outcome] {
  const problem = { rule: "loses-worker" as const, path: at, line: 1, column: 1, values: {} };
  return [at, { kind: "read", sha256: "", problem }];
}

function startPool(count: number): Tinypool {
  // Left alone, V8 lets the heap of a large build grow to three times what it needs before it looks for garbage.
  v8.setFlagsFromString("--heap-growing-percent=20");
  return new Tinypool({
    filename: path.join(programRoot, "bin/worker.js"),
    minThreads: count,
    maxThreads: count,
    resourceLimits,
  });
}
