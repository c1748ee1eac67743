import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const folders = new Set<string>();

/**
 * Makes a folder for this process, gone when it ends.
 * @returns its path
 */
export function temporaryFolder(): string {
  if (folders.size === 0) process.once("exit", removeAll);
  const folder = mkdtempSync(path.join(tmpdir(), "fangzhi-"));
  folders.add(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
