import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { SystemName } from "../../src/import/systems/names.ts";
import { systems } from "../../src/import/systems/systems.ts";
import { transfer, type Outcome } from "../../src/import/systems/transfer.ts";
import type { Article, SourcePath } from "../../src/model.ts";
import { normalise } from "../../src/normalise/article.ts";
import { parsePost } from "../../src/parse/post.ts";
import { readSource } from "../../src/read/source.ts";
import { siteOf } from "./articles.ts";

/** The old sites that we have written for tests, a folder for each system. */
export const oldSites = fileURLToPath(new URL("../fixtures/systems", import.meta.url));

/** The time of all test imports: after the dates in the fixtures, but for those that are meant to come. */
export const importTime = Date.UTC(2026, 0, 1);

/** Imports an old site into a folder. */
export async function importOld(
  system: SystemName,
  posts: string,
  { from = path.join(oldSites, system), isWritten = true, site = siteOf() } = {},
): Promise<readonly Outcome[]> {
  const exported = systems[system].open(from, { site, now: importTime });
  const outcomes: Outcome[] = [];
  for await (const outcome of transfer(exported, posts, site, isWritten)) outcomes.push(outcome);
  return outcomes;
}

/** The articles that a build will make of the files an import has written. */
export function articlesOf(outcomes: readonly Outcome[], posts: string, site = siteOf()): readonly Article[] {
  return outcomes
    .filter(({ fate }) => fate === "imported" || fate === "draft")
    .map(({ file }) => normalise(parsePost(readSource(posts, file as SourcePath))!, site));
}

/** The addresses that the system's own program gave the pages of the fixture. */
export function builtAddresses(system: SystemName): readonly string[] {
  const text = readFileSync(path.join(oldSites, `${system}.addresses.json`), "utf8");
  return (JSON.parse(text) as { readonly addresses: readonly string[] }).addresses;
}
