import { hash48 } from "../hash.ts";
import type { Article, ArticleBody, ArticleHeader } from "../model.ts";
import { rowOf, type IndexRow } from "./indexRow.ts";

/** An article as its volume's file has it. */
export interface ArticleRecord {
  readonly row: IndexRow;
  /** Lines of JSON for its header, and for its body with what is known of it. */
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
  const rest: ArticleBody = { body, headings, text, paragraphs, images, securities, links, inferred, extra };
  const line = JSON.stringify(header satisfies ArticleHeader);
  const lines = Buffer.from(`${line}\n${JSON.stringify(rest)}\n`, recordEncoding);
  const headerBytes = Buffer.byteLength(line, recordEncoding);
  const bodyBytes = lines.length - headerBytes;
  return { row: rowOf(article, line, { headerBytes, bodyBytes, linesHash: hash48(lines) }), lines };
}

/**
 * Takes an article out of its record.
 * @param lines - the record's lines
 * @returns the article
 */
export function articleIn(lines: Buffer): Article {
  const [header, body] = lines.toString(recordEncoding).split("\n");
  // Sooner done than to have each half read when it is asked for.
  return Object.assign(JSON.parse(header!) as ArticleHeader, JSON.parse(body!) as ArticleBody);
}
