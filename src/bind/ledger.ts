import path from "node:path";
import type { Month, PassedOver, Problem, SourcePath } from "../model.ts";
import { readRecord, writeRecord, type RecordFault } from "../record.ts";
import type { VolumeFileName } from "./volumeFile.ts";

/** What is known of a source file from the last build. */
export interface SourceEntry {
  readonly size: number;
  /** Last modification, milliseconds since 1970; 0 when it was too fresh to be relied on. */
  readonly modified: number;
  readonly sha256: string;
  /** The volume its article is in, or why it is none. */
  readonly month?: Month;
  readonly problem?: Problem;
  readonly rule?: PassedOver["rule"];
}

/** The account of a posts folder: what was read, and in which files the volumes are. */
export interface Ledger {
  readonly sources: ReadonlyMap<SourcePath, SourceEntry>;
  readonly volumes: ReadonlyMap<Month, VolumeFileName>;
}

interface Written {
  readonly sources: readonly [SourcePath, SourceEntry][];
  readonly volumes: readonly [Month, VolumeFileName][];
}

const name = "ledger.json";

/**
 * Reads the ledger.
 * @param cache - the cache folder
 * @param fingerprint - of the program and the configuration that are to use it
 * @returns the ledger, or why there is none to use
 */
export function readLedger(cache: string, fingerprint: string): Ledger | RecordFault {
  const found = readRecord(path.join(cache, name), fingerprint);
  if (typeof found === "string") return found;
  const { sources, volumes } = found as Written;
  return { sources: new Map(sources), volumes: new Map(volumes) };
}

/**
 * Writes the ledger, whole or not at all.
 * @param cache - the cache folder
 * @param fingerprint - of the program and the configuration
 * @param ledger - the account
 */
export function writeLedger(cache: string, fingerprint: string, ledger: Ledger): void {
  const written = { sources: [...ledger.sources], volumes: [...ledger.volumes] };
  writeRecord(path.join(cache, name), fingerprint, written);
}
