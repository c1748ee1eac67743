import type { Article, ArticleBody, ArticleHeader } from "../model.ts";
import { hashOf, rowOf, type IndexRow } from "./volumeIndex.ts";

/** An article as its volume's file has it. */
export interface ArticleRecord {
  readonly row: IndexRow;
  /** Lines of JSON for its header, for its body with the headings in it, and for what else is known of it. */
  readonly lines: Buffer;
}

/** How records are written: as JavaScript has text, for Chinese in UTF-8 takes some forty times as long to be read. */
export const recordEncoding = "utf16le";

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
  const lines = Buffer.from(`${line}\n${JSON.stringify(shown)}\n${JSON.stringify(rest)}\n`, recordEncoding);
  const headerBytes = Buffer.byteLength(line, recordEncoding);
  const bodyBytes = lines.length - headerBytes;
  return { row: rowOf(article, line, { headerBytes, bodyBytes, linesHash: hashOf(lines) }), lines };
}

/**
 * Takes an article out of its record. Its body, and what else is known of it, which is as long, wait until they are
 * asked for.
 * @param lines - the record's lines
 * @returns the article
 */
export function articleIn(lines: Buffer): Article {
  const [headerLine, shownLine, restLine] = lines.toString(recordEncoding).split("\n");
  const header = JSON.parse(headerLine!) as ArticleHeader;
  let shown: ArticleShown | undefined;
  let rest: ArticleRest | undefined;
  const openShown = () => (shown ??= JSON.parse(shownLine!) as ArticleShown);
  const openRest = () => (rest ??= JSON.parse(restLine!) as ArticleRest);
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
