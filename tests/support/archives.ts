import { recordOf } from "../../src/bind/articleRecord.ts";
import { newestFirst } from "../../src/bind/indexRow.ts";
import { indexOf } from "../../src/bind/volumeIndex.ts";
import type { Archive, Entry, TermEntry } from "../../src/catalogue/archive.ts";
import { catalogue } from "../../src/catalogue/catalogue.ts";
import { OpenEntry } from "../../src/catalogue/entry.ts";
import type { Site } from "../../src/config.ts";
import type { Article } from "../../src/model.ts";
import { monthOf } from "../../src/normalise/date.ts";
import { articleOf, siteOf } from "./articles.ts";

/** Article files by path: the keys of their front matter, and a body. */
export type Files = Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly body?: string }>>;

/** Articles of one day, different from one another unless their keys say otherwise. */
export function articlesOf(files: Files, site: Site = siteOf()): readonly Article[] {
  return Object.entries(files).map(([path, { body, ...keys }]) => {
    const frontMatter = { title: `标题 ${path}`, date: "2022-03-11 02:00:40 +0800", ...keys };
    const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const text = ["---", ...lines, "---", body ?? `<p>${path} 的正文。</p>`, ""].join("\n");
    return articleOf(text, { path, site });
  });
}

/** Articles bound into volumes in memory, newest first. */
export function entriesOf(articles: readonly Article[]): readonly OpenEntry[] {
  const months = [...new Set(articles.map(({ published }) => monthOf(published.day)))].toSorted().toReversed();
  return months.flatMap((month) => {
    const records = articles
      .filter(({ published }) => monthOf(published.day) === month)
      .map((article) => ({ article, row: recordOf(article).row }))
      .toSorted((a, b) => newestFirst(a.row, b.row));
    const index = indexOf(
      month,
      records.map(({ row }) => row),
    );
    const volume = { index, header: (at: number) => records[at]!.article };
    return records.map((_, at) => new OpenEntry(volume, at));
  });
}

/** The archive of these files. */
export function archiveOf(files: Files, site: Site = siteOf()): Archive {
  return catalogue(entriesOf(articlesOf(files, site)), site);
}

/** The entry of a file that became a page. */
export function entryOf(archive: Archive, path: string): Entry {
  const entry = archive.entries.find(({ article }) => article.path === path);
  if (!entry) throw new Error(`Expected a page of ${path}, got none`);
  return entry;
}

/** The category or tag of a slug. */
export function termOf(terms: readonly TermEntry[], slug: string): TermEntry {
  const term = terms.find((candidate) => candidate.slug === slug);
  if (!term) throw new Error(`Expected a term ${slug}, got none`);
  return term;
}
