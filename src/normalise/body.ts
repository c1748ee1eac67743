import { beginning, oneLine } from "../characters.ts";
import type { Site } from "../config.ts";
import { hash32Solid, hexadecimal } from "../hash32.ts";
import type { Article, Byline, Html, Image, Permalink, Problem, Security } from "../model.ts";
import { checkBounds, openMarkup, parseHtml, serialise } from "../parse/html.ts";
import { toHtml } from "../parse/markdown.ts";
import { isPicture, readBlocks, shapeBlocks, type Block } from "./blocks.ts";
import { joinBroken } from "./brokenParagraphs.ts";
import { takeCredits } from "./byline.ts";
import { dropCharts } from "./charts.ts";
import { inferHeadings, markHeadings } from "./headings.ts";
import { takePublisher } from "./publisher.ts";
import { isPlain, sanitise, unsafeMarkupIn } from "./sanitise.ts";
import { uniqueSecurities } from "./securities.ts";
import { takeHtmlTail, takeTail } from "./tail.ts";
import { tidyBlock, type TidyContext } from "./tidy.ts";
import { readWellFormed } from "./wellFormed.ts";

/** What a body says. */
export interface BodyReading extends Pick<
  Article,
  "body" | "text" | "paragraphs" | "headings" | "images" | "securities" | "links" | "inferred"
> {
  /** The text's running paragraphs: no headings, no charts, no captions. */
  readonly prose: readonly string[];
  /** The lines before the article's own text: the wire's summary, set as a quotation. */
  readonly leadLines: number;
  readonly byline: Byline;
  readonly source?: string;
  readonly originalAddress?: string;
}

/** What a body is read for. */
export interface BodyContext {
  readonly site: Site;
  readonly permalink: Permalink;
  /** The file's path; its ending says whether the body is Markdown. */
  readonly path: string;
  readonly note: (rule: Problem["rule"], values: Problem["values"]) => void;
}

/**
 * Makes safe, site-ready HTML of a body, and takes out what it hides: source, credits, sub-headings, securities.
 * @param body - the body as written; untrusted
 * @param context - the article's context
 * @returns what it says
 * @throws TooMuchMarkup when it is beyond the limits
 */
export function readBody(body: string, context: BodyContext): BodyReading {
  const tail = takeTail(body);
  const html = toHtml(tail.body, context.path);
  const nodes = readWellFormed(html) ?? parseHtml(safeHtml(html, context)).children;
  // The publisher's line may stand above the address and the footer, or below them.
  const htmlTail = takeHtmlTail(shapeBlocks(nodes));
  const { blocks: unsigned, ...publisher } = takePublisher(htmlTail.blocks);
  const { blocks: shaped, ...innerTail } = takeHtmlTail(unsigned);

  const images: Image[] = [];
  const securities: Security[] = [];
  const links = new Set<string>();
  const dropped: string[] = [];
  const { site, permalink } = context;
  const tidying: TidyContext = { site, permalink, links, images, dropped, securities };
  const shown = new Set([...dropCharts(shaped), ...shaped.filter(isPicture)]);
  for (const block of shaped) tidyBlock(block, tidying);

  const credits = takeCredits(readBlocks(shaped, shown));
  markHeadings(credits.blocks);
  const { blocks, joins } = context.site.joinBrokenParagraphs
    ? joinBroken(credits.blocks)
    : { blocks: credits.blocks, joins: [] };
  const inferredHeadings = inferHeadings(blocks);
  if (dropped.length > 0) context.note("image-dropped", { source: dropped[0]!, count: dropped.length });
  for (const words of joins) context.note("paragraphs-joined", { words });
  for (const { text } of inferredHeadings) context.note("heading-inferred", { words: text });

  nameBlocks(blocks);
  const ofText = blocks.filter(({ isProse }) => isProse);
  const originalAddress = tail.originalAddress ?? htmlTail.originalAddress ?? innerTail.originalAddress;
  return {
    body: serialise(blocks.map(({ element }) => element)) as Html,
    text: ofText.map(({ text }) => text).join("\n"),
    paragraphs: ofText.map(idOf),
    prose: ofText.filter((block) => !isHeading(block) && !isFigure(block)).map(({ text }) => text),
    leadLines: ofText[0]?.element.name === "blockquote" ? 1 : 0,
    headings: blocks
      .filter(isHeading)
      .map((block) => ({ id: idOf(block), text: block.text, inferred: inferredHeadings.has(block) })),
    images,
    securities: uniqueSecurities(securities),
    links: [...links],
    byline: credits.byline,
    inferred: [
      ...joins.map((text) => ({ what: "join" as const, text })),
      ...[...inferredHeadings].map(({ text }) => ({ what: "heading" as const, text })),
      ...credits.found.map((text) => ({ what: "byline" as const, text })),
    ],
    ...(publisher.source === undefined ? {} : { source: publisher.source }),
    ...(originalAddress === undefined ? {} : { originalAddress }),
  };
}

function safeHtml(html: string, context: BodyContext): string {
  checkBounds(html);
  if (isPlain(html)) return html;
  const markup = unsafeMarkupIn(html);
  if (markup.length > 0) context.note("unsafe-markup", { markup: markup.join(" ") });
  const safe = sanitise(closed(html, context));
  if (safe.hidden !== "") context.note("text-hidden", { words: beginning(oneLine(safe.hidden), 20) });
  return safe.html;
}

/** A comment or a tag that is never closed would hide the rest of the body; its words stay. */
function closed(html: string, context: BodyContext): string {
  const at = openMarkup(html);
  if (at < 0) return html;
  context.note("markup-open", { words: beginning(oneLine(html.slice(at)), 20) });
  return `${html.slice(0, at)}&lt;${html.slice(at + 1)}`;
}

/** Ids that a link can rely on: a hash of the block's text, with a number where one text stands twice. */
function nameBlocks(blocks: readonly Block[]): void {
  const seen = new Map<string, number>();
  for (const { element, text } of blocks) {
    const kind = element.name === "h2" ? "h" : "p";
    const id = `${kind}-${hexadecimal(hash32Solid(text))}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    element.attribs["id"] = times === 1 ? id : `${id}-${times}`;
  }
}

function isHeading({ element }: Block): boolean {
  return element.name === "h2";
}

function isFigure({ element }: Block): boolean {
  return element.name === "figure";
}

function idOf({ element }: Block): string {
  return element.attribs["id"] ?? "";
}
