import type { Entry, MonthOfTerm, TermEntry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";
import { Digest } from "../digest.ts";
import { groupRuns } from "../order.ts";
import { longDay, longMonth } from "./chineseDates.ts";
import { spanOf } from "./filters.ts";
import { numberedPages, type NumberedPage } from "./numbered.ts";
import { digestOf, linksTo, rowsIn, titleOf, type Beside, type SetPage } from "./setPage.ts";
import { feedItemOf, linkTo, monthCount, monthView, rowOf, rowWithExcerpt, termOf } from "./views.ts";

/**
 * The page of a category or tag: its newest articles and its months, or all articles when they are few.
 * @param term - the term
 * @param site - the site's configuration
 * @returns the page
 */
export function termPage(term: TermEntry, site: Site): SetPage {
  const areLinked = hasMonths(term, site);
  const newest = areLinked ? term.entries.slice(0, site.newest) : term.entries;
  return {
    layout: "term",
    permalink: term.permalink,
    context: () => ({
      title: term.label,
      description: aboutTerm(term, site),
      term: termOf(term),
      span: spanOf(term.entries, longDay),
      months: term.months.map(areLinked ? monthView : monthCount),
      newest: newest.map((entry, index) => (index < site.newest ? rowWithExcerpt(entry) : rowOf(entry))),
    }),
    fingerprint: () => {
      const digest = new Digest().number(term.hash).text(spanOf(term.entries, (day) => day));
      for (const [month, entries] of groupRuns(term.entries, (entry) => entry.month)) {
        digest.text(month).number(entries.length);
      }
      for (const { hash, rowHash } of newest) digest.number(hash).number(rowHash);
      return digest.value();
    },
  };
}

/**
 * The feed of a category or tag.
 * @param term - the term
 * @param site - the site's configuration
 * @returns the page
 */
export function feedOfTerm(term: TermEntry, site: Site): SetPage {
  const newest = term.entries.slice(0, site.latest);
  return {
    layout: "termFeed",
    permalink: term.feed,
    context: () => ({ term: linkTo(term), newest: newest.map(feedItemOf) }),
    fingerprint: () => {
      const digest = new Digest().number(term.hash);
      for (const { hash, categories } of newest) {
        digest.number(hash).number(categories.length);
        for (const category of categories) digest.number(category.hash);
      }
      return digest.value();
    },
  };
}

/**
 * The pages of the months of a category or tag.
 * @param term - the term
 * @param site - the site's configuration
 * @returns the pages, none for a term with few articles
 */
export function* monthPagesOfTerm(term: TermEntry, site: Site): Iterable<SetPage> {
  if (!hasMonths(term, site)) return;
  const { months } = term;
  for (const [index, month] of months.entries()) {
    for (const part of numberedPages(month.entries, site.pageSize, month.permalink)) {
      yield monthPage(term, month, part, { newer: months[index - 1], older: months[index + 1] });
    }
  }
}

function monthPage(
  term: TermEntry,
  month: MonthOfTerm,
  part: NumberedPage<Entry>,
  beside: Beside<MonthOfTerm>,
): SetPage {
  const context = () => ({
    title: titleOf(`${term.label} ${longMonth(month.month)}`, part),
    term: linkTo(term),
    month: monthView(month),
    part: { ...part, entries: part.entries.map(rowOf) },
    ...linksTo(beside),
  });
  const fingerprint = () => rowsIn(part, digestOf(beside).number(term.hash).number(month.entries.length)).value();
  return { layout: "termMonth", permalink: part.permalink, context, fingerprint };
}

/**
 * Whether a category or tag has pages for its months.
 * @param term - the term
 * @param site - the site's configuration
 * @returns false for a term with few articles, which are all on its own page
 */
export function hasMonths({ entries }: TermEntry, { monthsFrom }: Site): boolean {
  return entries.length >= monthsFrom;
}

function aboutTerm({ label, entries }: TermEntry, site: Site): string {
  return `${site.title}收录的“${label}”文章，共 ${entries.length} 篇。`;
}
