import path from "node:path";
import type { Month, PassedOver, Problem } from "../model.ts";
import { Table } from "../table.ts";
import type { VolumeFileName } from "./volumeFile.ts";

/** What is known of a source file from the last build. */
export interface SourceEntry {
  readonly size: number;
  /** Last modification, milliseconds since 1970; -1 when it was too fresh to be relied on. */
  readonly modified: number;
  readonly sha256: string;
  /** The volume its article is in, or why it is none. */
  readonly month?: Month;
  readonly problem?: Problem;
  readonly rule?: PassedOver["rule"];
}

/** The account of a posts folder: what was read, by path, and at its head in which files the volumes are. */
export type Ledger = Table<SourceEntry, readonly (readonly [Month, VolumeFileName])[]>;

/**
 * Opens the ledger.
 * @param cache - the cache folder
 * @param fingerprint - of the program and the configuration that are to use it
 * @returns the ledger, empty when there is none to use
 */
export function openLedger(cache: string, fingerprint: string): Ledger {
  const fields = {
    size: "number",
    modified: "number",
    sha256: "sha256",
    month: "word",
    problem: "word",
    rule: "word",
  } as const;
  return new Table<SourceEntry, Ledger["head"]>(path.join(cache, "ledger.json"), fingerprint, fields, []);
}
