import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { rmSync } from "node:fs";

/** The project under test. */
export const project = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** What a run of the command said and returned. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command as a user would. */
export function fangzhi(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, "bin", "fangzhi.js"), ...args], {
    cwd: options.cwd ?? project,
    env: { ...process.env, LC_ALL: "C.UTF-8", ...options.env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    // What does not end would never end the test either.
    timeout: 300_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "fangzhi-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** All files below a folder, by path, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** The text of a file. */
export function textIn(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

/**
 * A copy of this project's site: its configuration, perhaps with more options, and its layouts, without articles and
 * without cards, which take long.
 */
export function copyOfSite(folder: string, ...options: readonly string[]): void {
  cpSync(path.join(project, "layouts"), path.join(folder, "layouts"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const config = readFileSync(path.join(project, ".eleventy.ts"), "utf8");
  writeFileSync(
    path.join(folder, ".eleventy.ts"),
    config
      .replace("./src/index.ts", path.join(project, "src/index.ts"))
      .replace("defineSite({", ["defineSite({", "cards: false,", ...options.map((option) => `${option},`)].join("\n")),
  );
}
