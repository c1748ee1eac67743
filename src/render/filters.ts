import type nunjucks from "nunjucks";
import { absoluteAddress, siteHref } from "../address.ts";
import type { Archive, Entry, TermEntry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import type { KnownDay } from "../model.ts";
import { knownDay, knownTime } from "../normalise/date.ts";
import { cardAddress, siteCard } from "./cards/cardPages.ts";
import { citationView } from "./citations.ts";
import { dateline, dayHead, longDay, longMonth, monthOfYear } from "./chineseDates.ts";
import { apiAddress, articleAddress } from "./data/addresses.ts";
import { articleColumns } from "./data/articleColumns.ts";
import { articleFields } from "./data/articleSchema.ts";
import { jsonFeed } from "./jsonFeed.ts";
import { jsonLdOf, type Described } from "./jsonLd.ts";
import { monthChart } from "./monthChart.ts";
import { provenanceOf, type Origin } from "./provenance.ts";
import { safeJson } from "./safeJson.ts";
import { shortCount } from "./shortCount.ts";
import { sideBySide } from "./sideBySide.ts";
import { sitemapsOf } from "./sitemaps.ts";
import { monthView } from "./views.ts";

/**
 * The filters that layouts may use, beside those of Nunjucks.
 * @param site - the site's configuration
 * @param safe - marks text that must not be escaped
 * @returns the filters by name
 */
export function filtersOf(site: Site, safe: (text: string) => nunjucks.runtime.SafeString | string) {
  return {
    /** The link to a page of the site: `{{ entry.permalink | href }}`. */
    href: (address: string) => siteHref(address, site),
    /** The same with scheme and host. */
    absolute: (address: string) => absoluteAddress(address, site),
    /** Days and months in Chinese: `2022年3月11日 02:00`, `2022年3月11日`, `3月11日　星期五`, `2022年3月`, `3月`. */
    dateline,
    longDay,
    /** As much of a day, or of a time, as is known: `{{ article.published | knownDay }}` is `2022-03-11` or `2022-02`. */
    knownDay,
    knownTime,
    dayHead,
    longMonth,
    monthOfYear,
    /** The months from the oldest to the newest entry: `2021.12 – 2022.03`, or the one month. */
    monthSpan: (entries: readonly Entry[]) => spanOf(entries, (day) => day.slice(0, 7).replace("-", ".")),
    /** The days of the oldest and the newest entry: `2021年12月31日 – 2022年3月11日`. */
    daySpan: (entries: readonly Entry[]) => spanOf(entries, longDay),
    /** `2022/03/11`, as citation_publication_date wants it. */
    slashedDay: (day: string) => day.replaceAll("-", "/"),
    /** `12,345`. */
    grouped: (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ","),
    /** The first so many of a list. */
    limit: <Value>(values: readonly Value[], most: number) => values.slice(0, most),
    /** The terms with the most articles, of equals in the order given. */
    largest: (terms: readonly TermEntry[], most: number) =>
      [...terms].sort((a, b) => b.entries.length - a.entries.length).slice(0, most),
    /** The months of the archive, to link to. */
    volumeViews: ({ volumes }: Pick<Archive, "volumes">) => volumes.map(monthView),
    /** Months as rows of a chart. */
    monthChart,
    /** `1.2千`, `1.2万`. */
    shortCount,
    /** All sitemaps of an archive. */
    sitemaps: (archive: Archive) => sitemapsOf(archive, site),
    /** Where the data of a page stands, and of an article's page: `{{ term.permalink | api | href }}`. */
    api: apiAddress,
    articleApi: articleAddress,
    /** The fields of the published record, and the columns of the tables, for people to read. */
    articleFields,
    articleColumns: () => articleColumns,
    /** The papers of an article in one line: `南通日报、券商中国`. */
    sourceNames: ({ sources }: Entry) =>
      sources.length > 1
        ? [...new Set(sources.map(({ name }) => name).filter(Boolean))].join("、")
        : (sources[0]?.name ?? ""),
    /** The social card of a category, without one the site's. */
    card: (category: Pick<TermEntry, "permalink"> | undefined) => (category ? cardAddress(category) : siteCard),
    /** How the article is cited. */
    citation: (entry: Entry) => citationView(entry, site),
    /** Where the article comes from. */
    provenance: (entry: Origin) => provenanceOf(entry, site),
    /** Two texts laid side by side: `{{ articles[0].text | sideBySide(articles[1].text) }}`. */
    sideBySide: (one: string, other: string) => sideBySide(one, other),
    /** The article as schema.org/NewsArticle, for a script element. */
    jsonLd: (entry: Described) => safe(safeJson(jsonLdOf(entry, site))),
    /** The newest articles as JSON Feed 1.1. */
    jsonFeed: (entries: readonly Entry[]) => safe(JSON.stringify(jsonFeed(entries, site), undefined, 2)),
  };
}

/**
 * From the oldest to the newest of some entries.
 * @param entries - newest first
 * @param words - how to say a day
 * @returns `2021年12月31日 – 2022年3月11日`, or once what both are
 */
export function spanOf(entries: readonly Entry[], words: (day: KnownDay) => string): string {
  if (entries.length === 0) return "";
  const [oldest, newest] = [words(entries.at(-1)!.knownDay), words(entries[0]!.knownDay)];
  return oldest === newest ? oldest : `${oldest} – ${newest}`;
}
