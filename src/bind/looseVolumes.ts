import type { Article } from "../model.ts";
import { monthOf } from "../normalise/date.ts";
import { groupRuns } from "../order.ts";
import { recordOf } from "./articleRecord.ts";
import { newestFirst } from "./indexRow.ts";
import { indexOf, type Volume } from "./volumeIndex.ts";

/**
 * Binds articles in memory alone: no file is written.
 * @param articles - articles in any order
 * @returns their volumes, newest first
 */
export function looseVolumes(articles: readonly Article[]): readonly Volume[] {
  const sorted = articles
    .map((article) => ({ article, month: monthOf(article.published.day), row: recordOf(article).row }))
    .sort((a, b) => newestFirst(a.row, b.row));
  return groupRuns(sorted, ({ month }) => month).map(([month, group]) => ({
    index: indexOf(
      month,
      group.map(({ row }) => row),
    ),
    header: (at) => group[at]!.article,
  }));
}
