import { statSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { programRoot } from "../root.ts";
import { ledgerFile, type LedgerPlace } from "./outputLedger.ts";

/** What a thread is to look at. */
export interface LookTask {
  readonly place: LedgerPlace;
  readonly output: string;
}

/** An account of fewer bytes is compared sooner than a thread begins. */
const smallLedger = 2_000_000;

/**
 * Compares an output folder with its account in another thread, if it is large.
 * @param place - where the account is kept
 * @param output - the output folder's real path
 * @param small - accounts of fewer bytes are left to the caller
 * @returns the paths that are not as they were left, or `undefined` when the caller is to look itself
 */
export async function lookAside(
  place: LedgerPlace,
  output: string,
  small: number = smallLedger,
): Promise<readonly string[] | undefined> {
  const size = statSync(ledgerFile(place), { throwIfNoEntry: false })?.size ?? 0;
  if (size < small) return undefined;
  const thread = path.join(programRoot, "bin/look.js");
  const workerData: LookTask = { place, output };
  return new Promise((resolve) => {
    const worker = new Worker(thread, { workerData });
    worker.once("message", resolve);
    // What goes wrong in it goes wrong for the caller too, who can tell of it.
    worker.once("error", () => resolve(undefined));
  });
}
