import type { Archive, Entry } from "../catalogue/archive.ts";
import { Digest } from "../digest.ts";
import { shortHash } from "../hash.ts";
import type { Permalink } from "../model.ts";
import { byCodeUnit } from "../order.ts";
import type { SetPage } from "./setPage.ts";

/** Two printings of an article whose texts differ. */
interface Pair {
  readonly one: Entry;
  readonly other: Entry;
  /** The page on which the other stands: its own, or that of the one it was merged with. */
  readonly page: Entry;
}

/**
 * The pages that lay two printings of an article side by side: copies with the article that keeps their page, reprints
 * the earlier first.
 * @param archive - the archive
 * @returns a page for each two whose texts differ
 */
export function* comparisonPages({ entries }: Archive): Iterable<SetPage> {
  for (const entry of entries) {
    for (const copy of entry.copies) {
      if (copy.textKey !== entry.textKey) yield pageOf({ one: entry, other: copy, page: entry });
    }
    for (const { entry: other, isSameText } of entry.reprints) {
      if (isSameText) continue;
      // One of two with many reprints may have left the other out.
      const isFirst = entry.rank > other.rank || !other.reprints.some((reprint) => reprint.entry === entry);
      if (!isFirst) continue;
      const [one, later] = entry.rank > other.rank ? [entry, other] : [other, entry];
      yield pageOf({ one, other: later, page: later });
    }
  }
}

/**
 * Where two printings are laid side by side.
 * @param one - one of them
 * @param other - the other
 * @returns the same address for both orders: `/compare/0c1d2e3f4a-5b6c7d8e9f.html`, hashes of the files' paths, for
 * copies may have one permalink
 */
export function comparisonAddress(one: Entry, other: Entry): Permalink {
  const [first, second] = [one, other].map(({ path }) => shortHash(path, 10)).sort(byCodeUnit);
  return `/compare/${first}-${second}.html` as Permalink;
}

function pageOf({ one, other, page }: Pair): SetPage {
  const sides = [
    { entry: one, page: one },
    { entry: other, page },
  ] as const;
  return {
    layout: "comparison",
    permalink: comparisonAddress(one, other),
    articles: [one, other].map(({ month, at }) => ({ month, at })),
    context: () => ({
      title: `两种刊本对照：${one.title}`,
      indexed: false,
      entry: { permalink: one.permalink, title: one.title },
      sides: sides.map((side) => ({
        paper: side.entry.paper,
        day: side.entry.knownDay,
        permalink: side.page.permalink,
      })),
    }),
    fingerprint() {
      const digest = new Digest().text(one.title);
      for (const side of sides) digest.number(side.entry.hash).text(side.page.permalink);
      return digest.value();
    },
  };
}
