import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { getEnvironmentData, threadId } from "node:worker_threads";

/**
 * Keeps what takes long to make and depends on nothing but the program and its packages, beside the compiled program,
 * which has another folder when they change.
 * @param name - a file's name
 * @param make - makes it
 * @returns the text, made or kept
 */
export function kept(name: string, make: () => string): string {
  // bin/program.js says where; nowhere when the program runs as it stands.
  const folder = getEnvironmentData("fangzhi");
  if (typeof folder !== "string" || folder === "") return make();
  const file = path.join(folder, "kept", name);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const text = make();
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const aside = `${file}.${process.pid}.${threadId}`;
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch {
    // It is made again next time.
  }
  return text;
}
