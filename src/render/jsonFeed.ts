import { absoluteAddress } from "../address.ts";
import type { Entry } from "../catalogue/archive.ts";
import type { Site } from "../config.ts";

/**
 * The newest articles as a feed: https://www.jsonfeed.org/version/1.1/
 * @param entries - the entries, newest first
 * @param site - the site's configuration
 * @returns a JSON Feed object
 */
export function jsonFeed(entries: readonly Entry[], site: Site): Readonly<Record<string, unknown>> {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    description: site.description,
    home_page_url: absoluteAddress("/", site),
    feed_url: absoluteAddress("/feed.json", site),
    language: site.language,
    items: entries.map(({ article, permalink, categories, tags }) => ({
      id: absoluteAddress(permalink, site),
      url: absoluteAddress(permalink, site),
      ...(article.originalAddress === undefined ? {} : { external_url: article.originalAddress }),
      title: article.title,
      content_text: article.excerpt,
      date_published: article.published.local,
      authors: article.byline.authors.map((name) => ({ name })),
      tags: [...new Set([...categories, ...tags].map(({ label }) => label))],
    })),
  };
}
