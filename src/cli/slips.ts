import type { Archive, Entry, TermEntry } from "../catalogue/archive.ts";
import { findSlips, writtenAs } from "../catalogue/slips.ts";
import type { Position, Problem, SourcePath } from "../model.ts";
import { slugOf } from "../normalise/slug.ts";
import { splitAtFences } from "../parse/fences.ts";
import { scalarsOf } from "../parse/yaml.ts";
import type { Scope } from "./scope.ts";

/**
 * Finds categories and tags of some files that look like slips of the pen for others that are in use.
 * @param archive - all articles
 * @param scope - the files; in all of them a term is new that one article has, else one that no other file has
 * @param textOf - the text of a source file with `\n` line ends, if it can be read
 * @returns a problem for each file and term, at the place where it is written
 */
export function slipsIn(
  archive: Archive,
  scope: Scope,
  textOf: (path: SourcePath) => string | undefined,
): readonly Problem[] {
  const isNew = ({ entries }: TermEntry) =>
    scope.isAll ? entries.length === 1 : entries.every((entry) => filesOf(entry).every(scope.has));
  return [archive.categories, archive.tags].flatMap((terms) =>
    findSlips(terms, isNew).flatMap(({ term, meant }) =>
      term.entries.flatMap(({ path }): Problem => {
        const text = textOf(path);
        const { key, ...place } = (text === undefined ? undefined : placeOf(text, term)) ?? { key: term.kind, ...top };
        const other = writtenAs(meant);
        const values = { key, label: writtenAs(term), other, count: meant.entries.length };
        return { rule: "term-slip", path, ...place, values };
      }),
    ),
  );
}

function filesOf({ path, copies }: Entry): readonly SourcePath[] {
  return [path, ...copies.map((copy) => copy.path)];
}

const top: Position = { line: 1, column: 1 };
const keys = { category: ["category", "categories"], tag: ["tag", "tags"] } as const;

/** Where a term stands in the front matter, and under which key. */
function placeOf(text: string, { kind, slug }: TermEntry): (Position & { readonly key: string }) | undefined {
  const fenced = splitAtFences(text);
  if (fenced.kind !== "split") return undefined;
  for (const key of keys[kind]) {
    for (const { start, end, value } of scalarsOf(fenced.frontMatter, key).scalars) {
      const written = fenced.frontMatter.slice(start, end);
      const word = Array.from(written.matchAll(/[^\s"']+/g)).find(({ 0: one }) => slugOf(one) === slug);
      if (slugOf(value.trim()) !== slug && !word) continue;
      const offset = start + (slugOf(value.trim()) === slug ? 0 : word!.index);
      const before = fenced.frontMatter.slice(0, offset).split("\n");
      return { key, line: fenced.frontMatterLine + before.length - 1, column: before.at(-1)!.length + 1 };
    }
  }
  return undefined;
}
