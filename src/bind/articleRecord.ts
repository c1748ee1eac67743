import { crc32 } from "node:zlib";
import type { Article, ArticleBody, ArticleHeader, ArticleText } from "../model.ts";
import { rowOf, type IndexRow } from "./indexRow.ts";

/** An article as its volume's file has it. */
export interface ArticleRecord {
  readonly row: IndexRow;
  /** Lines of JSON for its header, for its text, and for its body with what is known of it. */
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
  const { text, images, body, headings, paragraphs, securities, links, inferred, extra, ...header } = article;
  const searched: ArticleText = { text, images };
  const rest: ArticleBody = { body, headings, paragraphs, securities, links, inferred, extra };
  const line = JSON.stringify(header satisfies ArticleHeader);
  const lines = Buffer.from(`${line}\n${JSON.stringify(searched)}\n${JSON.stringify(rest)}\n`, recordEncoding);
  const headerBytes = Buffer.byteLength(line, recordEncoding);
  const bodyBytes = lines.length - headerBytes;
  return { row: rowOf(article, line, { headerBytes, bodyBytes, checksum: crc32(lines) }), lines };
}

/**
 * Takes an article out of its record.
 * @param lines - the record's lines
 * @returns the article
 */
export function articleIn(lines: Buffer): Article {
  const [header, text, body] = lines.toString(recordEncoding).split("\n");
  // Sooner done than to have each part read when it is asked for.
  return Object.assign(
    JSON.parse(header!) as ArticleHeader,
    JSON.parse(text!) as ArticleText,
    JSON.parse(body!) as ArticleBody,
  );
}

/**
 * Takes what is searched of an article out of its record, which is sooner done.
 * @param lines - the record's lines
 * @returns its header and text
 */
export function articleTextIn(lines: Buffer): ArticleHeader & ArticleText {
  // The body after them, which is as long, is left as it is.
  const headerEnd = lineEnd(lines, 0);
  const textEnd = lineEnd(lines, headerEnd + lineFeed.length);
  const header = lines.toString(recordEncoding, 0, headerEnd);
  const text = lines.toString(recordEncoding, headerEnd + lineFeed.length, textEnd);
  return Object.assign(JSON.parse(header) as ArticleHeader, JSON.parse(text) as ArticleText);
}

const lineFeed = Buffer.from("\n", recordEncoding);

/** Looked for by its bytes: for characters of two bytes, Node 20 looks for ever in what begins at an odd place in memory. */
function lineEnd(lines: Buffer, start: number): number {
  let at = lines.indexOf(lineFeed, start);
  while (at % 2 === 1) at = lines.indexOf(lineFeed, at + 1);
  return at;
}
