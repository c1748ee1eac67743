import { watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { FangzhiError } from "../errors.ts";

/** An editor writes a file in several steps; after the last one it is quiet for so long, milliseconds. */
const quiet = 20;

/** A folder that has gone, or become a file, or may not be looked into: the folder above tells when that changes. */
const gone = new Set<unknown>(["ENOENT", "ENOTDIR", "EACCES"]);

/**
 * Watches folders for files that are saved, added or taken away. It asks the system about folders, not about files, so
 * that a hundred thousand articles cost no more than a few. It does not keep the process from ending.
 */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #above: FSWatcher;
  readonly #onChange: (files: readonly string[]) => void;
  /** Files that have changed and were not told of yet; the last one comes last. */
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param root - the folder that all others are in; it may go away and come back
   * @param onChange - told of the files that have changed, the last one last, when it has been quiet for a moment
   * @throws Error (of the file system) when there is no folder above it
   */
  constructor(root: string, onChange: (files: readonly string[]) => void) {
    this.#onChange = onChange;
    this.#above = watch(path.dirname(root), { persistent: false }, (_, name) => {
      if (name !== path.basename(root)) return;
      this.#forget(root);
      this.#tell(root);
    });
    this.#above.on("error", () => this.#above.close());
  }

  /**
   * Watches just these folders from now on.
   * @param folders - their paths
   * @returns whether one of them was not watched before: what it holds may have changed since it was listed
   * @throws FangzhiError when the system watches no more folders
   */
  follow(folders: readonly string[]): boolean {
    const wanted = new Set(folders);
    for (const folder of this.#watchers.keys()) if (!wanted.has(folder)) this.#forget(folder);
    let isNew = false;
    for (const folder of wanted) {
      if (this.#watchers.has(folder)) continue;
      try {
        this.#watchers.set(folder, this.#watch(folder));
        isNew = true;
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (!gone.has(code)) throw tooMany(folder, error);
      }
    }
    return isNew;
  }

  /** Watches nothing any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#above.close();
    this.follow([]);
  }

  #watch(folder: string): FSWatcher {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      // What has that name now may be another folder than the one that is watched.
      if (name !== null) this.#forget(path.join(folder, name));
      // Editors keep their own files beside the article.
      if (!name?.startsWith(".")) this.#tell(path.join(folder, name ?? ""));
    });
    watcher.on("error", () => this.#forget(folder));
    return watcher;
  }

  /** Forgets a folder and those in it; if they are still there, they are followed anew when they are listed. */
  #forget(folder: string): void {
    for (const [other, watcher] of this.#watchers) {
      if (other !== folder && !other.startsWith(folder + path.sep)) continue;
      watcher.close();
      this.#watchers.delete(other);
    }
  }

  #tell(file: string): void {
    clearTimeout(this.#timer);
    this.#changed.delete(file);
    this.#changed.add(file);
    this.#timer = setTimeout(() => {
      const files = [...this.#changed];
      this.#changed.clear();
      this.#onChange(files);
    }, quiet);
  }
}

function tooMany(folder: string, cause: unknown): FangzhiError {
  return new FangzhiError(
    {
      en: `The system does not watch ${folder} for changes. Allow more watched folders, on Linux with sysctl fs.inotify.max_user_watches and max_user_instances.`,
      zh: `系统无法监视 ${folder} 的变化。请提高可监视文件夹的上限；在 Linux 上用 sysctl 调整 fs.inotify.max_user_watches 和 max_user_instances。`,
    },
    1,
    { cause },
  );
}
