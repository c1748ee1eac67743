import type { Archive } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import { byCodeUnit } from "../order.ts";
import type { KeptSources } from "../read/kept.ts";
import { ArticlePage } from "./articlePage.ts";
import { cardPages } from "./cards/cardPages.ts";
import { comparisonPages } from "./comparisonPages.ts";
import { dataSets, wholeDataSets } from "./data/dataSets.ts";
import { searchIndexSet, segmentSet } from "./searchPages.ts";
import { textHash, type SetPage } from "./setPage.ts";
import { sitemapsOf, termsOf } from "./sitemaps.ts";
import { sourceSet } from "./sourcePages.ts";
import { feedOfTerm, monthPagesOfTerm, termPage } from "./termPages.ts";
import { monthPages, yearPages } from "./volumePages.ts";

/** What page sets are made from. */
export interface PageSetInput {
  readonly site: Site;
  readonly archive: Archive;
  /** The kept sources that are published if an article names them; none where the site publishes none. */
  readonly kept: KeptSources;
}

/** Many pages from one layout. */
export interface PageSet {
  readonly name: string;
  /** Layouts that belong to this set, and that an article's front matter therefore cannot choose. */
  readonly layouts: readonly string[];
  readonly pages: (input: PageSetInput) => Iterable<SetPage>;
}

/** All page sets of the site; the pages beside them are the templates in `layouts/pages`. */
export const pageSets: readonly PageSet[] = [
  {
    name: "articles",
    layouts: ["article"],
    *pages({ archive, kept }) {
      for (const entry of archive.entries) yield new ArticlePage(entry, kept);
    },
  },
  {
    name: "comparisons",
    layouts: ["comparison"],
    pages: ({ archive }) => comparisonPages(archive),
  },
  {
    name: "terms and their feeds",
    layouts: ["term", "termFeed"],
    *pages({ archive, site }) {
      // A category and the tag that it is called after have most articles in common, and these are opened once for both.
      for (const term of termsOf(archive).toSorted((a, b) => byCodeUnit(a.label, b.label))) {
        yield termPage(term, site);
        yield feedOfTerm(term, site);
      }
    },
  },
  {
    name: "months of terms",
    layouts: ["termMonth"],
    *pages({ archive, site }) {
      for (const term of termsOf(archive)) yield* monthPagesOfTerm(term, site);
    },
  },
  {
    name: "cards",
    layouts: ["card"],
    pages: ({ archive, site }) => cardPages(archive, site),
  },
  {
    name: "years",
    layouts: ["year"],
    pages: ({ archive }) => yearPages(archive),
  },
  {
    name: "months",
    layouts: ["month"],
    pages: ({ archive, site }) => monthPages(archive, site),
  },
  {
    name: "sitemaps",
    layouts: ["sitemap"],
    *pages({ archive, site }) {
      for (const { permalink, entries, fingerprint } of sitemapsOf(archive, site)) {
        yield { layout: "sitemap", permalink, context: () => ({ entries: entries() }), fingerprint };
      }
    },
  },
  {
    name: "redirects",
    layouts: ["redirect"],
    *pages({ archive }) {
      for (const { from, to, title } of archive.redirects) {
        const context = () => ({ title, to });
        yield { layout: "redirect", permalink: from, context, fingerprint: () => textHash(context()) };
      }
    },
  },
  sourceSet,
  segmentSet,
  ...dataSets,
  // Composed of files of other sets, which come before.
  searchIndexSet,
  ...wholeDataSets,
];
