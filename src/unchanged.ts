import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintOf } from "./bind/fingerprint.ts";
import { readLedger } from "./bind/ledger.ts";
import { isUnchanged } from "./bind/plan.ts";
import type { BuildReport } from "./build.ts";
import { shortHash } from "./hash.ts";
import type { Occasion } from "./occasion.ts";
import { byCodeUnit } from "./order.ts";
import { isAsLeft, readPageLedger } from "./publish/pageLedger.ts";

/** What a report holds beside what only this build did. */
export type LastReport = Pick<BuildReport, "articles" | "published" | "findings">;

const name = "last-build.json";

/**
 * Finds out whether there is nothing to do: no article, layout, option or page is other than the last build left it.
 * Neither articles nor pages are opened for it.
 * @param occasion - what is to be built
 * @returns the last report, or `undefined` when something is to be done
 */
export function unchangedSince(occasion: Occasion): BuildReport | undefined {
  const { options, output, listing } = occasion;
  const last = readLastBuild(options.cache);
  if (last?.key !== keyOf(occasion) || options.now >= last.until) return undefined;
  const ledger = readLedger(options.cache, fingerprintOf(occasion.press.site, occasion.press.root, options.posts));
  if (typeof ledger === "string" || !isUnchanged(options.posts, listing.articles, ledger)) return undefined;
  const pages = readPageLedger(options.cache, output.folder);
  if (pages.size !== output.previous.size || pages.size === 0) return undefined;
  for (const [file, page] of pages) {
    if (!output.previous.has(file) || !isAsLeft(path.join(output.folder, file), page)) return undefined;
  }
  return {
    ...last.report,
    files: new Set(pages.keys()),
    written: 0,
    removed: 0,
    pages,
    fromCache: listing.articles.length,
  };
}

/**
 * Remembers a build that is done.
 * @param occasion - what was built
 * @param report - what came of it
 */
export function rememberBuild(occasion: Occasion, { articles, published, findings }: LastReport): void {
  const { cache } = occasion.options;
  const times = findings.waiting.flatMap(({ rule, values }) =>
    rule === "future" ? Date.parse(String(values["date"])) : [],
  );
  const until = Math.min(...times, Number.MAX_SAFE_INTEGER);
  const body = JSON.stringify({ key: keyOf(occasion), until, report: { articles, published, findings } });
  mkdirSync(cache, { recursive: true });
  const aside = path.join(cache, `.${name}.${process.pid}`);
  writeFileSync(aside, `${shortHash(body, 32)}\n${body}`);
  renameSync(aside, path.join(cache, name));
}

interface LastBuild {
  readonly key: string;
  /** When the first article that is still to come is due, milliseconds since 1970. */
  readonly until: number;
  readonly report: LastReport;
}

function readLastBuild(cache: string): LastBuild | undefined {
  try {
    const text = readFileSync(path.join(cache, name), "utf8");
    const [sum, body] = [text.slice(0, 32), text.slice(33)];
    return sum === shortHash(body, 32) ? (JSON.parse(body) as LastBuild) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf({ press, options, output, listing }: Occasion): string {
  const { posts, drafts, future } = options;
  const layouts = filesIn(path.join(press.root, "layouts"));
  const parts = [
    fingerprintOf(press.site, press.root, posts),
    layouts,
    output.folder,
    posts,
    drafts,
    future,
    listing.passedOver,
    listing.heldBack,
  ];
  return shortHash(JSON.stringify(parts), 32);
}

/** Paths and hashes of all that layouts, pages and assets are. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort(byCodeUnit)
    .map((file) => `${file} ${shortHash(readFileSync(file, "latin1"), 16)}`);
}
