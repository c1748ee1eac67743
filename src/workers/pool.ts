import path from "node:path";
import v8 from "node:v8";
import { Tinypool } from "tinypool";
import type { BindPlaces, VolumeJob, VolumeResult } from "../bind/bindVolume.ts";
import { DamagedVolume, type VolumeFileName } from "../bind/volumeFile.ts";
import { FangzhiError } from "../errors.ts";
import type { Month } from "../model.ts";
import type { Handed, Written } from "../publish/handing.ts";
import { programRoot } from "../root.ts";
import type { Answer, Task } from "./worker.ts";

/** A worker holds one volume at a time; with little room for young objects it gives back what it no longer needs. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** Worker threads, called in when first needed. */
export interface Workers {
  readonly bind: (job: VolumeJob, places: BindPlaces) => Promise<VolumeResult>;
  readonly draw: (
    pages: readonly Handed[],
    volumesFolder: string,
    volumes: ReadonlyMap<Month, VolumeFileName>,
  ) => Promise<readonly Written[]>;
  readonly end: () => Promise<void>;
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

/**
 * Makes ready for worker threads; none is started before there is work for it.
 * @param count - how many
 * @param root - the folder with `.eleventy.ts`, which each of them loads
 * @returns what they can do
 */
export function workersOf(count: number, root: string): Workers {
  let pool: Tinypool | undefined;
  const ask = async (task: Task): Promise<Answer> => {
    pool ??= startPool(count);
    const answer = (await pool.run(task)) as Answer;
    if ("damaged" in answer) throw new DamagedVolume(answer.damaged);
    if ("fault" in answer) throw new FangzhiError(answer.fault);
    return answer;
  };
  return {
    async bind(job, places) {
      const answer = await ask({ kind: "bind", root, places, job });
      return (answer as Extract<Answer, { bound: unknown }>).bound;
    },
    async draw(pages, volumesFolder, volumes) {
      // Only the volumes that these pages need: the list of all can be long.
      const months = new Set(pages.flatMap(({ task }) => task.article?.month ?? []));
      const needed = new Map([...volumes].filter(([month]) => months.has(month)));
      const answer = await ask({ kind: "draw", root, volumesFolder, volumes: needed, pages });
      return (answer as Extract<Answer, { written: unknown }>).written;
    },
    async end() {
      await pool?.destroy();
    },
  };
}
