import type { Element } from "domhandler";
import { elementsIn, textOf } from "./tree.ts";

/** What the old site wrote under every article, taken off. */
export interface Tail {
  /** Where the original stood. */
  readonly originalAddress?: string;
}

/** One Markdown link back to an index; addresses may hold spaces and brackets, as category names do. */
const returnLink = String.raw`\[返回[^\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)`;
/** The footer in its four styles: two lines or one, with `｜` or without, to full or relative addresses. */
const footerLine = new RegExp(String.raw`^\s*(?:${returnLink}[\s｜|]*)+$`);
/** The same without links, of which a bar tells: `返回南通日报新闻｜返回首页`. */
const plainFooterLine = /^\s*返回\S+\s*[｜|]\s*返回\S+\s*$/;
/** A rule between the text and the footer. */
const ruleLine = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
/** The original's address on a line of its own. */
const addressLine = /^\s*(?:原文(?:链接|地址)?\s*[：:]\s*)?<?(https?:\/\/[^\s<>]+)>?\s*$/i;

/**
 * Takes the old site's footer and the original's address off the end of a body, before Markdown can change them.
 * @param body - the body as written
 * @returns the rest of the body and what was found
 */
export function takeTail(body: string): Tail & { readonly body: string } {
  const lines = body.trimEnd().split("\n");
  let originalAddress: string | undefined;
  let hadFooter = false;
  for (let line = lines.at(-1); line !== undefined; line = lines.at(-1)) {
    const address = addressLine.exec(line)?.[1];
    if (footerLine.test(line) || plainFooterLine.test(line)) hadFooter = true;
    else if (address !== undefined && originalAddress === undefined) originalAddress = address;
    else if (line.trim() !== "" && !(hadFooter && ruleLine.test(line))) break;
    lines.pop();
  }
  return { body: lines.join("\n"), ...(originalAddress === undefined ? {} : { originalAddress }) };
}

/**
 * The same for a footer and an address that are written in HTML.
 * @param blocks - the top-level blocks of a sanitised body
 * @returns the blocks without them and what was found
 */
export function takeHtmlTail(blocks: readonly Element[]): Tail & { readonly blocks: Element[] } {
  const rest = [...blocks];
  let originalAddress: string | undefined;
  for (let block = rest.at(-1); block?.name === "p"; block = rest.at(-1)) {
    const address = addressIn(block);
    if (address !== undefined && originalAddress === undefined) originalAddress = address;
    else if (!isFooter(block)) break;
    rest.pop();
  }
  return { blocks: rest, ...(originalAddress === undefined ? {} : { originalAddress }) };
}

/**
 * The wire's number of an article.
 * @param address - the original's address
 * @returns `NW202203112305042277` of `…?infoCode=NW202203112305042277`, `202112082206672930` of `…/news/11060,202112082206672930.html`
 */
export function infoCodeOf(address: string): string | undefined {
  return /[?&]infoCode=(\w{6,40})/.exec(address)?.[1] ?? /\/(?:\d+,|a\/)(\d{15,24})\.html/.exec(address)?.[1];
}

/** Links back and nothing between them but a bar. */
function isFooter(block: Element): boolean {
  const links = elementsIn(block)
    .filter(({ name }) => name === "a")
    .map(textOf);
  return (
    links.length > 0 &&
    links.every((link) => link.startsWith("返回")) &&
    withoutBars(textOf(block)) === withoutBars(links.join(""))
  );
}

function withoutBars(text: string): string {
  return text.replace(/[｜|\s]+/g, "");
}

function addressIn(block: Element): string | undefined {
  const links = elementsIn(block).filter(({ name }) => name === "a");
  const text = textOf(block);
  const href = links.length === 1 ? (links[0]!.attribs["href"] ?? "") : "";
  if (/^https?:/i.test(href) && /^(?:原文(?:链接|地址)?[：:]?|查看原文)/.test(text)) return href;
  const address = addressLine.exec(text)?.[1];
  return address !== undefined && (links.length === 0 || sameAddress(href, address)) ? address : undefined;
}

function sameAddress(href: string, text: string): boolean {
  return href === text || (URL.canParse(href) && URL.canParse(text) && new URL(href).href === new URL(text).href);
}
