import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, inject } from "vitest";
import { shortHash } from "../../src/hash.ts";
import { fangzhi, type Run } from "./command.ts";

/** A site that is only read. */
export interface BuiltSite {
  readonly folder: string;
  readonly run: Run;
}

/**
 * Builds a posts folder with the real command before the tests of a file; files that ask for the same site share it,
 * whichever comes first builds it.
 */
export function builtSite(args: readonly string[]): () => BuiltSite {
  const folder = path.join(inject("sharedSites"), shortHash(JSON.stringify(args), 12));
  const told = `${folder}.json`;
  let run: Run | undefined;
  beforeAll(async () => {
    if (isFirst(`${folder}.begun`)) {
      let built: Run;
      try {
        built = fangzhi(["build", "--output", folder, ...args]);
      } catch (error) {
        // Those that wait for it are not to wait in vain.
        built = { code: -1, out: "", err: String(error) };
      }
      writeFileSync(`${told}.part`, JSON.stringify(built));
      renameSync(`${told}.part`, told);
    }
    while (!existsSync(told)) await setTimeout(100);
    run = JSON.parse(readFileSync(told, "utf8")) as Run;
  });
  return () => {
    if (!run) throw new Error("The site is not built yet");
    return { folder, run };
  };
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

/** The JSON object that `--json` prints last. */
export function jsonOf(run: Run): Record<string, unknown> {
  return JSON.parse(run.out.trimEnd().split("\n").at(-1)!) as Record<string, unknown>;
}
