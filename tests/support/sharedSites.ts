import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where sites stand that several test files read. */
    readonly sharedSites: string;
  }
}

/** Gives the sites that several test files read a folder, and removes it after the last of them. */
export default function sharedSites(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "fangzhi-sites-"));
  project.provide("sharedSites", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
