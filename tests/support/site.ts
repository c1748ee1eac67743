import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { fangzhi, type Run } from "./command.ts";

/** A site built once for all tests of a file. */
export interface BuiltSite {
  readonly folder: string;
  readonly run: Run;
}

/** Builds a posts folder with the real command before the tests of a file, and removes the site after them. */
export function builtSite(args: readonly string[]): () => BuiltSite {
  let site: BuiltSite | undefined;
  beforeAll(() => {
    const folder = mkdtempSync(path.join(tmpdir(), "fangzhi-site-"));
    site = { folder, run: fangzhi(["build", "--output", folder, ...args]) };
  });
  afterAll(() => {
    if (site) rmSync(site.folder, { recursive: true, force: true });
  });
  return () => {
    if (!site) throw new Error("The site is not built yet");
    return site;
  };
}

/** The JSON object that `--json` prints last. */
export function jsonOf(run: Run): Record<string, unknown> {
  return JSON.parse(run.out.trimEnd().split("\n").at(-1)!) as Record<string, unknown>;
}
