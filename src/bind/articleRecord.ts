import type { Article, ArticleBody, ArticleHeader } from "../model.ts";
import { rowOf, type IndexRow } from "./volumeIndex.ts";

/** An article as its volume's file has it. */
export interface ArticleRecord {
  readonly row: IndexRow;
  /** Lines of JSON for its header, for its body with the headings in it, and for what else is known of it; UTF-8. */
  readonly lines: Buffer;
}

/**
 * Makes the record of an article.
 * @param article - the article
 * @returns its record
 */
export function recordOf(article: Article): ArticleRecord {
  const { kicker, subtitle, body, text, paragraphs, headings, images, securities, links, inferred, extra, ...header } =
    article;
  const shown: ArticleShown = {
    ...(kicker === undefined ? {} : { kicker }),
    ...(subtitle === undefined ? {} : { subtitle }),
    body,
    headings,
  };
  const rest: ArticleRest = { text, paragraphs, images, securities, links, inferred, extra };
  const line = JSON.stringify(header satisfies ArticleHeader);
  const lines = Buffer.from(`${line}\n${JSON.stringify(shown)}\n${JSON.stringify(rest)}\n`);
  const headerBytes = Buffer.byteLength(line);
  return { row: rowOf(article, line, { headerBytes, bodyBytes: lines.length - headerBytes - 2 }), lines };
}

/**
 * Takes an article out of its record. What pages seldom show of it, which is as long as its body, waits until it is
 * asked for.
 * @param record - the record
 * @returns the article
 */
export function articleIn({ row, lines }: ArticleRecord): Article {
  const parsed = (start: number, end: number): unknown => JSON.parse(lines.toString("utf8", start, end));
  const bodyStart = row.headerBytes + 1;
  const bodyEnd = lines.indexOf("\n", bodyStart);
  const header = parsed(0, row.headerBytes) as ArticleHeader;
  const shown = parsed(bodyStart, bodyEnd) as ArticleShown;
  let rest: ArticleRest | undefined;
  const read = () => (rest ??= parsed(bodyEnd + 1, lines.length - 1) as ArticleRest);
  const article = { ...header, ...shown };
  Object.defineProperty(article, open, { value: read });
  return Object.defineProperties(article, accessors) as Article;
}

/** What every page of an article shows of its body. */
type ArticleShown = Pick<ArticleBody, "kicker" | "subtitle" | "body" | "headings">;

/** What else is known of a body. */
type ArticleRest = Omit<ArticleBody, keyof ArticleShown>;

const restKeys = {
  text: true,
  paragraphs: true,
  images: true,
  securities: true,
  links: true,
  inferred: true,
  extra: true,
} as const satisfies Record<keyof ArticleRest, true>;

const open = Symbol("open");

/** To layouts they are properties like all others, whether they print them, go through them or copy them. */
const accessors: PropertyDescriptorMap = Object.fromEntries(
  (Object.keys(restKeys) as (keyof ArticleRest)[]).map((key) => [
    key,
    {
      enumerable: true,
      get(this: { readonly [open]: () => ArticleRest }) {
        return this[open]()[key];
      },
    },
  ]),
);
