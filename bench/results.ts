import type { CorpusKind } from "./corpus.ts";
import type { Size } from "./folder.ts";
import type { Cost } from "./measure.ts";
import type { Shares } from "./paths.ts";

/** All runs of one program, or of one scenario of ours, over one corpus. */
export interface Row {
  readonly name: string;
  readonly ours: boolean;
  readonly costs: Cost[];
  /** Its whole output. */
  size?: Size;
  /** Files of the output written by each run. */
  readonly written: number[];
  /** Why it did not come to an end. */
  failure?: string;
}

/** What was measured over one corpus. */
export interface CorpusResults {
  readonly count: number;
  readonly kind: CorpusKind;
  readonly source: Size;
  readonly rows: Row[];
  readonly serveMilliseconds: number[];
  floorSeconds?: number;
  shares?: Shares;
  /** What our cold build said of itself. */
  summary?: Readonly<Record<string, unknown>>;
}

/**
 * The row of a name, made when it is not there.
 * @param results - of one corpus
 * @param name - of a peer or a scenario
 * @param ours - whether it is a scenario of ours
 * @returns the row
 */
export function rowOf(results: CorpusResults, name: string, ours = false): Row {
  const known = results.rows.find((row) => row.name === name && row.ours === ours);
  if (known) return known;
  const row: Row = { name, ours, costs: [], written: [] };
  results.rows.push(row);
  return row;
}

/**
 * The median of what was measured.
 * @param values - in any order; of an even number the upper of the middle ones
 * @returns the median, or `undefined` of nothing
 */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

/**
 * The median of one measure of a row.
 * @param row - the row, if there is one
 * @param measure - which
 * @returns the median, or `undefined` when nothing was measured
 */
export function medianOf(row: Row | undefined, measure: keyof Cost): number | undefined {
  return median(row?.costs.map((cost) => cost[measure]) ?? []);
}
