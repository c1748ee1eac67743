import { load } from "cheerio/slim";
import type { Document, Element } from "domhandler";
import { DomUtils, Parser } from "htmlparser2";
import { limits } from "../limits.ts";

/** Thrown for a body beyond the limits, before anything walks its tree. */
export class TooMuchMarkup extends Error {
  readonly rule: "body-too-deep" | "body-too-many-nodes";

  constructor(rule: TooMuchMarkup["rule"]) {
    super(rule);
    this.name = "TooMuchMarkup";
    this.rule = rule;
  }
}

/** HTML of parser and serialiser alike: tag soup in, characters other than `& < > "` written as themselves. */
const options = { xmlMode: false, decodeEntities: true, encodeEntities: "utf8" as const };

/**
 * Refuses HTML that is too deep or has too many nodes, without building a tree.
 * @param html - untrusted HTML
 * @throws TooMuchMarkup
 */
export function checkBounds(html: string): void {
  if (tagsUpTo(html, limits.depth) < limits.depth) return;
  let depth = 0;
  let nodes = 0;
  let inText = false;
  const count = (isText: boolean) => {
    // The parser hands one text over in pieces, a piece for each entity.
    if (!(isText && inText) && ++nodes > limits.nodes) throw new TooMuchMarkup("body-too-many-nodes");
    inText = isText;
  };
  const parser = new Parser({
    onopentag() {
      count(false);
      if (++depth > limits.depth) throw new TooMuchMarkup("body-too-deep");
    },
    onclosetag() {
      inText = false;
      depth--;
    },
    ontext: () => count(true),
    oncomment: () => count(false),
  });
  parser.end(html);
}

/**
 * Finds a comment or a tag that is never closed, in which a parser would lose the rest of a body.
 * @param html - untrusted HTML within the limits
 * @returns the offset of its `<`, below 0 when there is none
 */
export function openMarkup(html: string): number {
  const comment = html.lastIndexOf("<!--");
  if (comment >= 0 && !html.includes("-->", comment + 2)) return comment;
  let end = 0;
  const reach = () => (end = parser.endIndex + 1);
  const parser: Parser = new Parser({ onopentag: reach, onclosetag: reach, ontext: reach, oncomment: reach });
  parser.write(html);
  const at = end;
  const rest = html.slice(at);
  return /^<[a-z/]/i.test(rest) && /[\p{L}\p{N}]/u.test(rest.replace(/^<[^\s>]*/, "")) ? at : -1;
}

/**
 * Builds the tree of a body.
 * @param html - HTML within the limits
 * @returns its root
 */
export function parseHtml(html: string): Document {
  return load(html, { xml: options }, false).root()[0]!;
}

/**
 * Writes elements as HTML.
 * @param elements - the elements
 * @returns their markup, one top-level element a line
 */
export function serialise(elements: readonly Element[]): string {
  return elements.map((element) => DomUtils.getOuterHTML(element, options)).join("\n");
}

function tagsUpTo(html: string, most: number): number {
  let count = 0;
  for (let at = html.indexOf("<"); at >= 0 && count < most; at = html.indexOf("<", at + 1)) count++;
  return count;
}
