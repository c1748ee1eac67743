import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";
import type { Month, PassedOver, Problem, SourcePath } from "../model.ts";
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

/** Why a ledger cannot be used. */
export type LedgerFault = "missing" | "other-version" | "damaged";

const name = "ledger.json";

/**
 * Reads the ledger.
 * @param folder - the cache folder
 * @param fingerprint - of the program and the configuration that are to use it
 * @returns the ledger, or why there is none to use
 */
export function readLedger(folder: string, fingerprint: string): Ledger | LedgerFault {
  let text: string;
  try {
    text = readFileSync(path.join(folder, name), "utf8");
  } catch {
    return "missing";
  }
  const [head = "", body = ""] = text.split("\n");
  const [written, sum] = head.split(" ");
  if (sum !== shortHash(body, 32)) return "damaged";
  if (written !== fingerprint) return "other-version";
  const { sources, volumes } = JSON.parse(body) as {
    readonly sources: readonly [SourcePath, SourceEntry][];
    readonly volumes: readonly [Month, VolumeFileName][];
  };
  return { sources: new Map(sources), volumes: new Map(volumes) };
}

/**
 * Writes the ledger, whole or not at all.
 * @param folder - the cache folder; made if missing
 * @param fingerprint - of the program and the configuration
 * @param ledger - the account
 */
export function writeLedger(folder: string, fingerprint: string, ledger: Ledger): void {
  mkdirSync(folder, { recursive: true });
  const body = JSON.stringify({ sources: [...ledger.sources], volumes: [...ledger.volumes] });
  const aside = path.join(folder, `.${name}.${process.pid}`);
  writeFileSync(aside, `${fingerprint} ${shortHash(body, 32)}\n${body}\n`);
  renameSync(aside, path.join(folder, name));
}
