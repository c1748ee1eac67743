import { crc32 } from "node:zlib";
import type { Article, ArticleBody, ArticleHeader, SearchedText } from "../model.ts";
import { rowOf, type IndexRow } from "./indexRow.ts";

/** An article as its volume's file has it. */
export interface ArticleRecord {
  readonly row: IndexRow;
  /** Lines of JSON for its header, for its names, and for its body with what is known of it; then its plain text. */
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
  const { text, body, images, headings, paragraphs, securities, links, inferred, extra, ...header } = article;
  const rest: ArticleBody = { body, images, headings, paragraphs, securities, links, inferred, extra };
  const line = JSON.stringify(header satisfies ArticleHeader);
  const parts = [line, JSON.stringify(namesIn(article)), JSON.stringify(rest), text];
  const lines = Buffer.from(parts.join("\n"), recordEncoding);
  const headerBytes = Buffer.byteLength(line, recordEncoding);
  const bodyBytes = lines.length - headerBytes;
  return { row: rowOf(article, line, { headerBytes, bodyBytes, checksum: crc32(lines) }), lines };
}

/** What stands beside an article's text. */
function namesIn({ byline, images, kicker = "", subtitle = "" }: Article): SearchedText["names"] {
  const captions = images.map(({ alt }) => alt);
  const people = [...byline.authors, ...byline.photographers, ...byline.editors];
  return [...people, ...captions, kicker, subtitle].filter(Boolean);
}

/**
 * Takes an article out of its record.
 * @param lines - the record's lines
 * @returns the article
 */
export function articleIn(lines: Buffer): Article {
  const [header, names, body] = endsIn(lines);
  // Sooner done than to have each part read when it is asked for.
  return Object.assign(
    JSON.parse(lines.toString(recordEncoding, 0, header)) as ArticleHeader,
    { text: partOf(lines, body, lines.length) },
    JSON.parse(partOf(lines, names, body)) as ArticleBody,
  );
}

/**
 * Takes what is searched of an article out of its record, and reads nothing else.
 * @param lines - the record's lines
 * @returns its text and names
 */
export function searchedTextIn(lines: Buffer): SearchedText {
  const [header, names, body] = endsIn(lines);
  return {
    text: partOf(lines, body, lines.length),
    names: JSON.parse(partOf(lines, header, names)) as SearchedText["names"],
  };
}

function partOf(lines: Buffer, last: number, end: number): string {
  return lines.toString(recordEncoding, last + lineFeed.length, end);
}

const lineFeed = Buffer.from("\n", recordEncoding);

/** Where the lines before the text end. */
function endsIn(lines: Buffer): readonly [header: number, names: number, body: number] {
  const header = lineEnd(lines, 0);
  const names = lineEnd(lines, header + lineFeed.length);
  return [header, names, lineEnd(lines, names + lineFeed.length)];
}

/** Looked for by its bytes: for characters of two bytes, Node 20 looks for ever in what begins at an odd place in memory. */
function lineEnd(lines: Buffer, start: number): number {
  let at = lines.indexOf(lineFeed, start);
  while (at % 2 === 1) at = lines.indexOf(lineFeed, at + 1);
  return at;
}
