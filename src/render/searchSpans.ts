import type { VolumeEntry } from "../catalogue/archive.ts";
import { spansOf, type Span } from "../search/span.ts";

/*
 * A library binds the months of a year when the year is over. So does the index: whoever looks for something rare has
 * to ask every segment, and an article that is added makes only its own one anew.
 */

/** The volumes that share a segment. */
export interface BoundSpan {
  readonly span: Span;
  /** Newest first. */
  readonly volumes: readonly VolumeEntry[];
  readonly articles: number;
}

/** A year or a quarter that is over is bound up to so many articles: gathering their keys takes memory. */
const mostWhenOver = 16_000;
/** One that goes on, up to so many: they are all read again for each that is added. */
const mostWhileOpen = 1500;

/**
 * Binds volumes into years, years that are too large into quarters, and those into months.
 * @param volumes - the archive's, newest first
 * @returns what each segment of the index is made of, newest first
 */
export function boundSpans(volumes: readonly VolumeEntry[]): readonly BoundSpan[] {
  const newest = volumes[0] && spansOf(volumes[0].month);
  const bind = (group: readonly VolumeEntry[], level: number): readonly BoundSpan[] => {
    const bySpan = new Map<Span, VolumeEntry[]>();
    for (const volume of group) {
      const span = spansOf(volume.month)[level]!;
      bySpan.set(span, [...(bySpan.get(span) ?? []), volume]);
    }
    return [...bySpan].flatMap(([span, inside]) => {
      const articles = inside.reduce((sum, { entries }) => sum + entries.length, 0);
      const most = span === newest![level] ? mostWhileOpen : mostWhenOver;
      const isWhole = articles <= most || level === newest!.length - 1;
      return isWhole ? [{ span, volumes: inside, articles }] : bind(inside, level + 1);
    });
  };
  return bind(volumes, 0);
}
