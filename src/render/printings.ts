import type { Entry } from "../catalogue/archive.ts";
import type { KnownDay, Permalink } from "../model.ts";
import { comparisonAddress } from "./comparisonPages.ts";

/** The same article elsewhere, as an article's page shows it. */
export interface Printing {
  readonly day: KnownDay;
  readonly title: string;
  readonly papers: readonly string[];
  /** Its page on this site, if it has one of its own. */
  readonly permalink?: Permalink;
  /** Where the original of a copy stood on the web. */
  readonly address?: string;
  /** Where what differs is shown; nothing does when there is no such page. */
  readonly comparison?: Permalink;
}

/**
 * The other printings of an article: the copies merged with it, and reprints with pages of their own.
 * @param entry - the article in its place
 * @returns them, but for copies of which there is nothing to say
 */
export function printingsOf(entry: Entry): readonly Printing[] {
  const copies = entry.copies.flatMap((copy): readonly Printing[] => {
    const { originalAddress } = copy.article;
    const isSameText = copy.textKey === entry.textKey;
    if (isSameText && originalAddress === undefined && copy.paper === entry.paper) return [];
    return [
      {
        ...printed(copy),
        ...(originalAddress === undefined ? {} : { address: originalAddress }),
        ...(isSameText ? {} : { comparison: comparisonAddress(entry, copy) }),
      },
    ];
  });
  const reprints = entry.reprints.map(({ entry: other, isSameText }): Printing => ({
    ...printed(other),
    permalink: other.permalink,
    ...(isSameText ? {} : { comparison: comparisonAddress(entry, other) }),
  }));
  return [...copies, ...reprints];
}

function printed({ knownDay: day, title, papers }: Entry): Pick<Printing, "day" | "title" | "papers"> {
  return { day, title, papers };
}
