import type { OpenEntry } from "./entry.ts";
import type { Gathering } from "./related.ts";

/**
 * Gathers the articles about each listed company.
 * @param entries - all entries, newest first
 * @returns what to find related articles by, under the companies' codes
 */
export function gatherCompanies(entries: readonly OpenEntry[]): ReadonlyMap<string, Gathering> {
  const gatherings = new Map<string, Gathering>();
  for (const entry of entries) {
    for (const { code } of entry.companies) {
      const known = gatherings.get(code);
      if (known) known.entries.push(entry);
      else gatherings.set(code, { entries: [entry], passed: 0 });
    }
  }
  return gatherings;
}
