import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { FangzhiError } from "../errors.ts";

/** Says that a build is at work in a folder, and which. */
export const lockName = ".fangzhi-lock";

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
  try {
    writeFileSync(file, own, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const [pid = "", host = ""] = readLock(file).trim().split(" ");
    if (host === hostname() && isAlive(Number(pid))) {
      throw new FangzhiError({
        en: `Another build (process ${pid}) is at work in ${folder}. Wait until it has ended.`,
        zh: `另一个构建（进程 ${pid}）正在使用 ${folder}，请等它结束。`,
      });
    }
    // Its process was killed, or ran in a container that is gone.
    writeFileSync(file, own);
  }
  const release = () => {
    process.off("exit", release);
    if (readLock(file) === own) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
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
