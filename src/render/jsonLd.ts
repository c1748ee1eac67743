import { absoluteAddress } from "../address.ts";
import type { Entry } from "../catalogue/archive.ts";
import { isOffice } from "../cite/office.ts";
import type { Site } from "../config.ts";
import type { ArticleHeader } from "../model.ts";
import { knownTime } from "../normalise/date.ts";

/** An article in its place, with the lines around its title. */
export interface Described extends Pick<Entry, "permalink" | "categories" | "tags" | "sources"> {
  readonly article: ArticleHeader;
}

/**
 * Describes an article for search engines and reference managers: https://schema.org/NewsArticle
 * @param entry - the article in its place
 * @param site - the site's configuration
 * @returns a JSON-LD object
 */
export function jsonLdOf(entry: Described, site: Site): Readonly<Record<string, unknown>> {
  const { article, categories, tags, sources } = entry;
  const besides = [article.kicker, article.subtitle].filter((line) => line !== undefined);
  const address = absoluteAddress(entry.permalink, site);
  const papers = [...new Set(sources.map(({ name }) => name).filter((name) => name !== undefined))];
  const originals = sources.flatMap(({ addresses }) => addresses);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": address,
    url: address,
    headline: article.title,
    ...(besides.length > 0 ? { alternativeHeadline: besides } : {}),
    description: article.excerpt,
    datePublished: knownTime(article.published),
    inLanguage: article.language,
    wordCount: article.characters,
    articleSection: categories.map(({ label }) => label),
    keywords: tags.map(({ label }) => label),
    author: article.byline.authors.map((name) => ({ "@type": isOffice(name) ? "Organization" : "Person", name })),
    publisher: papers.map((name) => ({ "@type": "NewsMediaOrganization", name })),
    ...(article.page === undefined ? {} : { printPage: article.page }),
    ...(originals.length > 0 ? { isBasedOn: originals } : {}),
    isPartOf: { "@type": "WebSite", name: site.title, url: absoluteAddress("/", site) },
  };
}
