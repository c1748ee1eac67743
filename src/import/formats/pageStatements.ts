import { load } from "cheerio/slim";
import { isComment, type Document } from "domhandler";
import { oneLine } from "../../characters.ts";
import type { Statement } from "../source.ts";

type Field = Statement["field"];

/** What `<meta>` says of an article, by its name, property or itemprop in lower case. */
const metaFields: Readonly<Record<string, Field>> = {
  // https://ogp.me
  "og:title": "title",
  "og:url": "address",
  "article:published_time": "date",
  "article:author": "byline",
  // Sites of governments
  articletitle: "title",
  pubdate: "date",
  contentsource: "source",
  author: "byline",
  // News sites
  publishdate: "date",
  publish_date: "date",
  "og:release_date": "date",
  "weibo:article:create_at": "date",
  datepublished: "date",
  source: "source",
  mediaid: "source",
  byline: "byline",
  editor: "editor",
  headline: "title",
};

/** Elements whose text says it, by the system that makes them: WeChat. */
const sayingElements = [
  ["#publish_time", "date"],
  ["#js_name", "source"],
  ["#js_author_name, #meta_content > span.rich_media_meta_text", "byline"],
] as const;

/** What browsers write above a page that they save: `saved from url=(0024)https://example.org/1.html`. */
const savedFrom = /^\s*saved from url=\(\d+\)(https?:\S+)\s*$/;

/** `南通日报数字报-…`: what the digital edition of a paper is called. */
const digitalPaper = /(?<!\p{Script=Han})(\p{Script=Han}{2,6}报)社?(?:多媒体)?(?:数字报|电子报|电子版|数字版)/u;
const articleTypes = /(?:^|\/)(?:\w*NewsArticle|Article|Report|BlogPosting)$/;
const siteWords = /(?:网|报|日报|晚报|在线|频道|新闻|门户|客户端|电子报|数字报|政府|委员会|公众号|中心|APP)$/i;
/** A site's or channel's name is no longer, characters. */
const longestSite = 24;

/**
 * Gathers what a saved page says of its article beside the text.
 * @param page - the page
 * @returns the statements, in the order of the page; JSON-LD last
 */
export function statementsOf(page: Document): Statement[] {
  const $ = load(page);
  const found: { field: Field; value: string; from: string }[] = [];
  const state = (field: Field, value: unknown, from: string) => {
    const text = typeof value === "string" ? oneLine(value) : "";
    // Some systems put an editor's number there.
    const isName = field !== "byline" || /\p{L}/u.test(text);
    if (text !== "" && isName) found.push({ field, value: text, from });
  };
  const title = $("title").first().text();
  state("title", withoutSite(oneLine(title)), "<title>");
  state("source", digitalPaper.exec(oneLine(title))?.[1], "<title>");
  for (const { attribs } of $("meta[content]").toArray()) {
    const kind = (["property", "name", "itemprop"] as const).find((name) => attribs[name] !== undefined);
    const name = kind && attribs[kind]!;
    const field = name && Object.hasOwn(metaFields, name.toLowerCase()) ? metaFields[name.toLowerCase()] : undefined;
    if (field) state(field, attribs["content"], `<meta ${kind}="${name}">`);
  }
  state("address", $("link[rel='canonical']").attr("href"), '<link rel="canonical">');
  for (const comment of page.children.filter(isComment))
    state("address", savedFrom.exec(comment.data)?.[1], "saved from url");
  for (const [selector, field] of sayingElements) state(field, $(selector).first().text(), selector);
  for (const script of $("script[type='application/ld+json']").toArray()) {
    for (const [field, value, key] of articlesIn($(script).text())) state(field, value, `JSON-LD ${key}`);
  }
  return found;
}

/**
 * Takes the names of site and channel off a page's title: `南通港吞吐量创新高_江海新闻_南通网`.
 * @param title - what `<title>` holds, on one line
 * @returns the article's title as far as it can be told
 */
export function withoutSite(title: string): string {
  const parts = title.split(/(\s*[_|｜]\s*|\s+[-–—]+\s+|\s*(?<![-–—])(?:[-–—]|--)(?![-–—])\s*)/);
  while (parts.length > 1 && isSite(parts.at(-1)!, parts.at(-2)!)) parts.splice(-2);
  while (parts.length > 1 && isSite(parts[0]!, "")) parts.splice(0, 2);
  return parts.join("").trim();
}

function isSite(name: string, separator: string): boolean {
  return name.length <= longestSite && (siteWords.test(name.trim()) || /[_|｜]|^\s/.test(separator));
}

/** What JSON-LD says of articles: https://schema.org/NewsArticle */
function articlesIn(json: string): [Field, unknown, string][] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    // Some pages have line breaks within their strings there; the rest of the page says the same.
    return [];
  }
  const top = recordsOf(data);
  return [...top, ...top.flatMap((record) => recordsOf(record["@graph"]))]
    .filter((record) => namesOf(record["@type"]).some((type) => articleTypes.test(type)))
    .flatMap((article): [Field, unknown, string][] => [
      ["title", article["headline"], "headline"],
      ["date", article["datePublished"], "datePublished"],
      ...namesOf(article["author"]).map((name): [Field, unknown, string] => ["byline", name, "author"]),
      ...namesOf(article["editor"]).map((name): [Field, unknown, string] => ["editor", name, "editor"]),
      ...namesOf(article["publisher"]).map((name): [Field, unknown, string] => ["source", name, "publisher"]),
      ["address", article["url"], "url"],
    ]);
}

function recordsOf(value: unknown): Record<string, unknown>[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (record): record is Record<string, unknown> => typeof record === "object" && record !== null,
  );
}

/** Names stand alone, in records and in lists of either. */
function namesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((name) =>
    typeof name === "string"
      ? [name]
      : recordsOf(name).flatMap((record) => (typeof record["name"] === "string" ? [record["name"]] : [])),
  );
}
