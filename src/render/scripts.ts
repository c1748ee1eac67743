import path from "node:path";
import { buildSync } from "esbuild";
import type { Page } from "../model.ts";
import { programRoot } from "../root.ts";
import { simplifiedPairs } from "../search/simplified.ts";
import type { Drawing } from "./draw.ts";
import { textHash } from "./setPage.ts";

/** Scripts that pages may ask for, and what each begins with. */
const entries: Readonly<Record<string, string>> = {
  "assets/page.js": "src/browser/page.ts",
  "assets/settings.js": "src/browser/applySettings.ts",
};
/** Those that only a site with a search needs. */
const searchEntries: Readonly<Record<string, string>> = { "assets/search.js": "src/browser/search.ts" };

/**
 * The scripts of the site's pages, compiled for browsers of the last few years.
 * @param drawing - the site, and the fingerprint of the program
 * @returns a page for each; it is compiled when its content is asked for
 */
export function scriptPages({ site, fingerprint }: Pick<Drawing, "site" | "fingerprint">): readonly Page[] {
  return Object.entries({ ...entries, ...(site.search ? searchEntries : {}) }).map(([at, from]) => ({
    path: at,
    from,
    fingerprint: () => textHash([fingerprint, from]),
    maker: () => textHash(fingerprint),
    content: () => compiled(from),
  }));
}

function compiled(entry: string): Uint8Array {
  const { outputFiles } = buildSync({
    absWorkingDir: programRoot,
    entryPoints: [path.join(programRoot, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { SIMPLIFIED: JSON.stringify(simplifiedPairs()) },
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0]!.contents;
}
