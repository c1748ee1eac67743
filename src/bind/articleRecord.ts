import { crc32 } from "node:zlib";
import type { Article, ArticleBody, ArticleHeader, Html, SearchedText } from "../model.ts";
import { rowOf, type IndexRow } from "./indexRow.ts";

/** An article as its volume's file has it. */
export interface ArticleRecord {
  readonly row: IndexRow;
  /** Lines of JSON: its header, what is beside its text, what is known of its body. Then body and text as they are. */
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
  const { text, body, images, headings, paragraphs, securities, links, inferred, extra } = article;
  const rest: Omit<ArticleBody, "body"> = { images, headings, paragraphs, securities, links, inferred, extra };
  // Many times as soon as to copy what remains.
  const line = JSON.stringify({ ...article, ...noHeader });
  const beside: Beside = { body: body.length, names: namesIn(article) };
  const parts = [line, JSON.stringify(beside), JSON.stringify(rest), body + text];
  const lines = Buffer.from(parts.join("\n"), recordEncoding);
  const headerBytes = line.length * unitBytes;
  const bodyBytes = lines.length - headerBytes;
  return { row: rowOf(article, line, { headerBytes, bodyBytes, checksum: crc32(lines) }), lines };
}

/** What of an article is not in its header; JSON leaves out what is not there. */
const noHeader: Readonly<Record<Exclude<keyof Article, keyof ArticleHeader>, undefined>> = {
  text: undefined,
  body: undefined,
  images: undefined,
  headings: undefined,
  paragraphs: undefined,
  securities: undefined,
  links: undefined,
  inferred: undefined,
  extra: undefined,
};

/** What is read to find the text and search it. */
interface Beside extends Pick<SearchedText, "names"> {
  /** How long the body is that stands before the text, UTF-16 units: it holds line feeds, and is as long as all the rest. */
  readonly body: number;
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
  const [header, beside, rest] = endsIn(lines);
  const { body } = besideIn(lines, header, beside);
  const start = rest + unitBytes;
  const textStart = start + body * unitBytes;
  // Sooner done than to have each part read when it is asked for.
  return Object.assign(
    JSON.parse(lines.toString(recordEncoding, 0, header)) as ArticleHeader,
    {
      text: lines.toString(recordEncoding, textStart),
      body: lines.toString(recordEncoding, start, textStart) as Html,
    },
    JSON.parse(lines.toString(recordEncoding, beside + unitBytes, rest)) as Omit<ArticleBody, "body">,
  );
}

/**
 * Takes what is searched of an article out of its record, and reads nothing else.
 * @param lines - the record's lines
 * @returns its text and names
 */
export function searchedTextIn(lines: Buffer): SearchedText {
  const [header, beside, rest] = endsIn(lines);
  const { body, names } = besideIn(lines, header, beside);
  return { text: lines.toString(recordEncoding, rest + unitBytes + body * unitBytes), names };
}

function besideIn(lines: Buffer, header: number, beside: number): Beside {
  return JSON.parse(lines.toString(recordEncoding, header + unitBytes, beside)) as Beside;
}

/** Bytes of a UTF-16 unit, and so of a line feed. */
const unitBytes = 2;
const lineFeed = Buffer.from("\n", recordEncoding);

/** Where the lines of JSON end. */
function endsIn(lines: Buffer): readonly [header: number, beside: number, rest: number] {
  const header = lineEnd(lines, 0);
  const beside = lineEnd(lines, header + unitBytes);
  return [header, beside, lineEnd(lines, beside + unitBytes)];
}

/** Looked for by its bytes: for characters of two bytes, Node 20 looks for ever in what begins at an odd place in memory. */
function lineEnd(lines: Buffer, start: number): number {
  let at = lines.indexOf(lineFeed, start);
  while (at % 2 === 1) at = lines.indexOf(lineFeed, at + 1);
  return at;
}
