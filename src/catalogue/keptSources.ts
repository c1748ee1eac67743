import type { Permalink, Problem } from "../model.ts";
import type { KeptSources } from "../read/kept.ts";
import type { Entry } from "./archive.ts";

/**
 * Where the sources are published that an article and its copies were made from.
 * @param entry - the article in its place
 * @param kept - the kept sources that may be published
 * @returns their addresses, each once
 */
export function keptSourcesOf(entry: Pick<Entry, "rare" | "copies">, kept: KeptSources): readonly Permalink[] {
  if (kept.size === 0) return none;
  const names = [entry, ...entry.copies].flatMap(({ rare }) => rare.sourceFile?.name ?? []);
  return [...new Set(names.flatMap((name) => kept.get(name)?.permalink ?? []))];
}

const none: readonly never[] = [];

/**
 * What to say of articles whose sources are to be published and are not there.
 * @param entries - articles
 * @param kept - the kept sources that may be published
 * @returns a warning for each, where its front matter names the source
 */
export function missingSources(
  entries: readonly Pick<Entry, "path" | "rare">[],
  kept: KeptSources,
): readonly Problem[] {
  return entries.flatMap((entry): readonly Problem[] => {
    const { sourceFile } = entry.rare;
    if (sourceFile === undefined || kept.has(sourceFile.name)) return [];
    const { name, line, column } = sourceFile;
    return [{ rule: "source-missing", path: entry.path, line, column, values: { name } }];
  });
}
