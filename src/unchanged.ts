import { rmSync } from "node:fs";
import path from "node:path";
import { isUnchanged } from "./bind/plan.ts";
import type { BuildReport, Occasion } from "./occasion.ts";
import type { Output } from "./publish/output.ts";
import { filesIn } from "./publish/outputLedger.ts";
import { readRecord, writeRecord } from "./record.ts";

interface LastBuild {
  /** When the newest article that is published was, milliseconds since 1970: before that it is still to come. */
  readonly from: number;
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
 * @throws FangzhiError when the output folder may not be written to
 */
export async function unchangedSince(occasion: Occasion): Promise<BuildReport | undefined> {
  const { options, listing, ledger, plan, key } = occasion;
  const found = readRecord(path.join(options.cache, name), key);
  if (typeof found === "string" || !isUnchanged(listing.articles, ledger, plan)) return undefined;
  const [last] = [...found] as [LastBuild];
  if (options.now < last.from || options.now >= last.until) return undefined;
  const output = await occasion.output;
  if (!isAsLeft(output)) return undefined;
  return {
    ...last.report,
    files: output.previous,
    written: 0,
    removed: 0,
    fromCache: listing.articles.length,
  };
}

/** Whether the output folder holds the pages of its account, and no other files. */
function isAsLeft({ previous, isListed, ledger, changed }: Output): boolean {
  const pages = filesIn(ledger).size;
  return isListed && changed.size === 0 && pages > 0 && pages === previous.size;
}

/**
 * Forgets the last build. Should this one be killed, the next must not take the site for unchanged.
 * @param occasion - what is to be built
 */
export function forgetBuild({ options }: Occasion): void {
  rmSync(path.join(options.cache, name), { force: true });
}

/**
 * Remembers a build that is done.
 * @param occasion - what was built
 * @param report - what came of it
 * @param from - when its newest article was published, milliseconds since 1970
 */
export function rememberBuild(
  { options, key }: Occasion,
  { articles, published, findings }: BuildReport,
  from: number,
): void {
  const due = findings.waiting.flatMap(({ rule, values }) =>
    rule === "future" ? Date.parse(String(values["date"])) : [],
  );
  const last: LastBuild = {
    from,
    until: due.reduce((first, each) => Math.min(first, each), Number.MAX_SAFE_INTEGER),
    report: { articles, published, findings },
  };
  writeRecord(path.join(options.cache, name), key, [last]);
}
