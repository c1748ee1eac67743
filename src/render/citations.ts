import { absoluteAddress } from "../address.ts";
import type { Entry } from "../catalogue/archive.ts";
import { kindOf, type Citation } from "../cite/citation.ts";
import { coins } from "../cite/coins.ts";
import { inPrint, online } from "../cite/gbt7714.ts";
import { isNewspaper } from "../cite/newspaper.ts";
import type { Site } from "../config.ts";
import type { ArticleHeader } from "../model.ts";
import { knownDay } from "../normalise/date.ts";

/** What of an article in its place is cited. */
type Cited = Pick<Entry, "article" | "permalink" | "sources">;

/** Room for the day on which the reader has seen the page, to be filled in by hand or by the page's script; as wide as a day. */
const accessed = "____-__-__";

/**
 * What a citation of an article is made from: its own source, or the first that is known of its copies, and the address
 * of its page in this archive.
 * @param entry - the article in its place
 * @param site - the site's configuration
 * @returns the citation
 */
export function citationOf({ article, permalink, sources }: Cited, site: Site): Citation {
  const source = article.source ?? sources.find(({ name }) => name !== undefined)?.name;
  const issued = knownDay(article.published);
  return {
    id: `${issued.replaceAll("-", "")}-${article.id}`,
    title: article.title,
    authors: article.byline.authors,
    ...(source === undefined ? {} : { [isPrinted(source, article) ? "paper" : "publisher"]: source }),
    ...(article.page === undefined ? {} : { page: article.page }),
    issued,
    url: absoluteAddress(permalink, site),
    language: article.language,
  };
}

/**
 * The citation of an article as its page shows it.
 * @param entry - the article in its place
 * @param site - the site's configuration
 * @returns what the citation is made from, with the texts after GB/T 7714 and for Zotero
 */
export function citationView(entry: Cited, site: Site) {
  const citation = citationOf(entry, site);
  const { mark, zotero } = kindOf(citation);
  return {
    // Before the spread: V8 takes long to add keys to a copy.
    mark,
    zotero,
    inPrint: inPrint(citation),
    online: online(citation, accessed),
    coins: coins(citation),
    ...citation,
  };
}

/** What has a numbered page is a paper, whatever its name. */
function isPrinted(source: string, { page }: ArticleHeader): boolean {
  return page !== undefined || isNewspaper(source);
}
