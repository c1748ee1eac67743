import { watch, type FSWatcher } from "node:fs";
import path from "node:path";

/** An editor writes a file in several steps; after the last one it is quiet for so long, milliseconds. */
const quiet = 20;

/**
 * Watches folders for files that are saved, added or taken away. It asks the system about folders, not about files, so
 * that a hundred thousand articles cost no more than a few.
 */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #onChange: (file: string) => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param onChange - told of the file that has changed last, when it has been quiet for a moment */
  constructor(onChange: (file: string) => void) {
    this.#onChange = onChange;
  }

  /**
   * Watches just these folders from now on.
   * @param folders - their paths
   * @returns whether one of them was not watched before: what it holds may have changed since it was listed
   * @throws Error (of the file system) when the system watches no more folders
   */
  follow(folders: readonly string[]): boolean {
    const wanted = new Set(folders);
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    let isNew = false;
    for (const folder of wanted) {
      if (this.#watchers.has(folder)) continue;
      try {
        this.#watchers.set(folder, this.#watch(folder));
        isNew = true;
      } catch (error) {
        // It may have gone since it was listed; the folder above tells of that.
        if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      }
    }
    return isNew;
  }

  #watch(folder: string): FSWatcher {
    const watcher = watch(folder, (_, name) => {
      // Editors keep their own files beside the article.
      if (name?.startsWith(".")) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#onChange(path.join(folder, name ?? "")), quiet);
    });
    // A folder that is taken away while it is watched; the one above tells of it.
    watcher.on("error", () => undefined);
    return watcher;
  }
}
