import type { Article, ArticleBody, ArticleHeader } from "../model.ts";
import { hashOf, rowOf, type IndexRow } from "./volumeIndex.ts";

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
  const { body, headings, text, paragraphs, images, securities, links, inferred, extra, ...header } = article;
  const shown: ArticleShown = { body, headings };
  const rest: ArticleRest = { text, paragraphs, images, securities, links, inferred, extra };
  const line = JSON.stringify(header satisfies ArticleHeader);
  const lines = Buffer.from(`${line}\n${JSON.stringify(shown)}\n${JSON.stringify(rest)}\n`);
  const headerBytes = Buffer.byteLength(line);
  const bodyBytes = lines.length - headerBytes - 2;
  return { row: rowOf(article, line, { headerBytes, bodyBytes, linesHash: hashOf(lines) }), lines };
}

/**
 * Takes an article out of its record. Its body, and what else is known of it, which is as long, wait until they are
 * asked for.
 * @param lines - the record's lines
 * @param headerBytes - how long the first of them is
 * @returns the article
 */
export function articleIn(lines: Buffer, headerBytes: number): Article {
  const parsed = (start: number, end: number): unknown => JSON.parse(lines.toString("utf8", start, end));
  const header = parsed(0, headerBytes) as ArticleHeader;
  const bodyStart = headerBytes + 1;
  const restStart = lines.indexOf("\n", bodyStart) + 1;
  let shown: ArticleShown | undefined;
  let rest: ArticleRest | undefined;
  const openShown = () => (shown ??= parsed(bodyStart, restStart - 1) as ArticleShown);
  const openRest = () => (rest ??= parsed(restStart, lines.length - 1) as ArticleRest);
  // To layouts they are properties like all others, whether they print them, go through them or copy them.
  return {
    ...header,
    get body() {
      return openShown().body;
    },
    get headings() {
      return openShown().headings;
    },
    get text() {
      return openRest().text;
    },
    get paragraphs() {
      return openRest().paragraphs;
    },
    get images() {
      return openRest().images;
    },
    get securities() {
      return openRest().securities;
    },
    get links() {
      return openRest().links;
    },
    get inferred() {
      return openRest().inferred;
    },
    get extra() {
      return openRest().extra;
    },
  };
}

/** What every page of an article shows of its body. */
type ArticleShown = Pick<ArticleBody, "body" | "headings">;

/** What else is known of a body. */
type ArticleRest = Omit<ArticleBody, keyof ArticleShown>;
