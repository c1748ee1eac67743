import { articleOpener } from "../bind/articleOpener.ts";
import type { BindPlaces, VolumeJob, VolumeResult } from "../bind/bindVolume.ts";
import { DamagedVolume, type VolumeFileName } from "../bind/volumeFile.ts";
import { FangzhiError } from "../errors.ts";
import type { Month } from "../model.ts";
import { loadProject, type Project } from "../project.ts";
import type { Handed, Written } from "../publish/handing.ts";
import { drawnPage, writeWhole } from "../publish/write.ts";
import { setPolicy } from "../render/press.ts";
import type { Bilingual } from "../rule.ts";

/** What a worker is asked to do; all of it plain data. */
export type Task =
  | {
      readonly kind: "bind";
      readonly root: string;
      readonly places: BindPlaces;
      readonly job: VolumeJob;
      /** How many articles have been read, in shared memory. */
      readonly done: Int32Array;
    }
  | {
      readonly kind: "draw";
      readonly root: string;
      readonly volumesFolder: string;
      readonly volumes: ReadonlyMap<Month, VolumeFileName>;
      readonly pages: readonly Handed[];
      /** Whether they are for the development server. */
      readonly serving: boolean;
    };

/** What it answers; errors with more than a message go as data. */
export type Answer =
  | { readonly bound: VolumeResult }
  | { readonly written: readonly Written[] }
  | { readonly damaged: string }
  | { readonly thrown: unknown }
  | { readonly fault: Bilingual };

let project: Promise<Project> | undefined;

/**
 * Does a task in a worker thread, with the same configuration, layouts and filters as the main one.
 * @param task - what to do
 * @returns the answer
 */
export async function work(task: Task): Promise<Answer> {
  try {
    project ??= loadProject(task.root);
    const { press } = await project;
    if (task.kind === "bind") {
      // Each half is loaded when it is needed: together they take a fifth of a second.
      const { bindVolume } = await import("../bind/bindVolume.ts");
      const { job, places, done } = task;
      Atomics.store(done, 0, 0);
      return { bound: bindVolume(job, places, press.site, () => Atomics.add(done, 0, 1)) };
    }
    const { draw } = await import("../render/draw.ts");
    setPolicy(press, task.serving);
    const opener = articleOpener(task.volumesFolder, task.volumes);
    return {
      written: task.pages.map(({ target, fingerprint, task: page }) => {
        const written = writeWhole(target, draw(press, page, opener));
        return { page: drawnPage(target.file, fingerprint), written };
      }),
    };
  } catch (error) {
    if (error instanceof DamagedVolume) return { damaged: error.file };
    if (error instanceof FangzhiError) return { fault: error.text };
    // So whoever asked can tell it from the end of the thread.
    return { thrown: error };
  }
}
