import { absoluteAddress } from "../../address.ts";
import type { Entry, Source, TermEntry } from "../../catalogue/archive.ts";
import { sourcesOf } from "../../catalogue/sources.ts";
import type { Site } from "../../config.ts";
import type { Digest } from "../../digest.ts";
import type { Article, Permalink, SourcePath, Term } from "../../model.ts";
import type { ArticleData } from "./articleSchema.ts";

/** What the archive knows of an article and its own record does not: plain data. */
export interface ArticlePlace {
  readonly permalink: Permalink;
  readonly categories: readonly Term[];
  readonly tags: readonly Term[];
  /** The copies merged with it, and the papers they all stood in, if there are any. */
  readonly merged?: { readonly sources: readonly Source[]; readonly copies: readonly SourcePath[] };
}

/**
 * The place of an article, for its published record. It knows nothing of the articles around it: a record does not
 * change when another article is added.
 * @param entry - the article in its place
 * @returns its address, terms and copies
 */
export function articlePlace(entry: Entry): ArticlePlace {
  const { permalink, categories, tags, copies } = entry;
  return {
    permalink,
    categories: categories.map(named),
    tags: tags.map(named),
    ...(copies.length > 0 ? { merged: { sources: entry.sources, copies: copies.map(({ path }) => path) } } : {}),
  };
}

function named({ slug, label }: TermEntry): Term {
  return { slug, label };
}

/**
 * Takes what the published record of an article depends on into a fingerprint.
 * @param entry - the article in its place
 * @param digest - the fingerprint so far
 * @returns the same digest
 */
export function articleIn({ hash, categories, tags }: Entry, digest: Digest): Digest {
  digest.number(hash).number(categories.length);
  for (const category of categories) digest.number(category.hash);
  for (const tag of tags) digest.number(tag.hash);
  return digest.number(tags.length);
}

/**
 * The published record of an article.
 * @param article - the article
 * @param place - what the archive knows of it
 * @param site - the site's configuration
 * @returns the record, its keys in the order of the schema
 */
export function articleData(article: Article, place: ArticlePlace, site: Site): ArticleData {
  const { published, byline } = article;
  const { permalink, categories, tags, merged } = place;
  const { sources, copies } = merged ?? { sources: sourcesOf([article]), copies: [] };
  return {
    id: article.id,
    url: absoluteAddress(permalink, site),
    permalink,
    title: article.title,
    kicker: article.kicker ?? null,
    subtitle: article.subtitle ?? null,
    published: published.local,
    day: published.day,
    precision: published.precision,
    language: article.language,
    sources: sources.map(({ name = null, addresses }) => ({ name, addresses: [...addresses] })),
    infoCode: article.infoCode ?? null,
    categories: [...categories],
    tags: [...tags],
    byline: { authors: [...byline.authors], photographers: [...byline.photographers], editors: [...byline.editors] },
    excerpt: article.excerpt,
    text: article.text,
    characters: article.characters,
    securities: article.securities.map(({ market, code, name, address = null }) => ({ market, code, name, address })),
    formerPermalinks: [...article.formerPermalinks],
    copies: [...copies],
    file: article.path,
    sha256: article.sha256,
  };
}
