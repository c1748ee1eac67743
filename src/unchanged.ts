import path from "node:path";
import { isUnchanged } from "./bind/plan.ts";
import type { BuildReport, Occasion } from "./occasion.ts";
import type { Output } from "./publish/output.ts";
import { readRecord, writeRecord } from "./record.ts";

interface LastBuild {
  /** When the first article that is still to come is due, milliseconds since 1970. */
  readonly until: number;
  readonly report: Pick<BuildReport, "articles" | "published" | "findings">;
}

const name = "last-build.json";

/**
 * Finds out whether there is nothing to do: no article, layout, option or page is other than the last build left it.
 * Neither articles nor pages are opened for it.
 * @param occasion - what is to be built
 * @returns the last report, or `undefined` when something is to be done
 */
export function unchangedSince({ options, output, listing, ledger, plan, key }: Occasion): BuildReport | undefined {
  const found = readRecord(path.join(options.cache, name), key);
  if (typeof found === "string" || !isAsLeft(output)) return undefined;
  const last = found as LastBuild;
  if (options.now >= last.until) return undefined;
  if (!isUnchanged(listing.articles, ledger, plan)) return undefined;
  return {
    ...last.report,
    files: output.previous,
    written: 0,
    removed: 0,
    fromCache: listing.articles.length,
  };
}

/** Whether the output folder holds the pages of its account, and no other files. */
function isAsLeft({ previous, ledger, changed }: Output): boolean {
  const pages = [...ledger.keys()].filter((at) => !at.endsWith("/")).length;
  return changed.size === 0 && pages > 0 && pages === previous.size;
}

/**
 * Remembers a build that is done.
 * @param occasion - what was built
 * @param report - what came of it
 */
export function rememberBuild({ options, key }: Occasion, { articles, published, findings }: BuildReport): void {
  const due = findings.waiting.flatMap(({ rule, values }) =>
    rule === "future" ? Date.parse(String(values["date"])) : [],
  );
  const last: LastBuild = {
    until: Math.min(...due, Number.MAX_SAFE_INTEGER),
    report: { articles, published, findings },
  };
  writeRecord(path.join(options.cache, name), key, last);
}
