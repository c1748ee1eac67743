import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { FangzhiError } from "../errors.ts";

/** Says that a build is at work in a folder, and which. */
export const lockName = ".fangzhi-lock";

/** So often a lock that nobody holds any more is cleared away: others may be doing the same. */
const mostAttempts = 10;

/**
 * Keeps other builds out of a folder until this one has let go of it, or its process has ended.
 * @param folder - the output or the cache folder; made if missing
 * @returns lets go of it
 * @throws FangzhiError when another build is at work there
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, lockName);
  const own = `${process.pid} ${hostname()}\n`;
  for (let attempt = 1; !take(file, own); attempt++) {
    const [pid = "", host = ""] = readLock(file).trim().split(" ");
    // A process that was killed, or that ran in a container which is gone, holds nothing.
    const isHeld = host === hostname() && Number(pid) !== process.pid && isAlive(Number(pid));
    if (isHeld || attempt === mostAttempts) {
      throw new FangzhiError({
        en: `Another build (process ${pid}) is at work in ${folder}. Wait until it has ended.`,
        zh: `另一个构建（进程 ${pid}）正在使用 ${folder}，请等它结束。`,
      });
    }
    clear(file);
  }
  const release = () => {
    process.off("exit", release);
    if (readLock(file) === own) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
}

/** Puts the lock in its place whole, or not at all. */
function take(file: string, own: string): boolean {
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, own);
    linkSync(aside, file);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST") return false;
    // Some disks have no links.
    if (code === "EPERM" || code === "ENOTSUP" || code === "ENOSYS") return takeUnlinked(file, own);
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function takeUnlinked(file: string, own: string): boolean {
  try {
    writeFileSync(file, own, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Of several that clear a stale lock away, one does; a lock that another has just taken is put back. */
function clear(file: string): void {
  const stale = readLock(file);
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readLock(aside) === stale) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch {
    // Another was faster.
  }
}

function readLock(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
