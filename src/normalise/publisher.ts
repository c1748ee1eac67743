import type { Element } from "domhandler";
import { textOf } from "./tree.ts";

/** `（文章来源：南通日报）`, `来源：新华社`, as a paragraph of its own. */
const publisherLine = /^[（(【[]?\s*(?:文章来源|稿件来源|信息来源|来源)\s*[：:]\s*([^：:]{1,40}?)\s*[）)】\]]?$/;
/** Only the last blocks can be the publisher's line when its class does not say so. */
const mostFromEnd = 3;

/** How names of papers, agencies and sites end; `（财联社）` behind the last sentence is a source, `（名单）` is not. */
const mediaNames =
  /^[\p{Script=Han}A-Za-z0-9·]{1,16}(?:报|社|网|新闻|客户端|时报|周刊|周报|杂志|电视台|广播|频道|在线|通讯|财经|发布|公众号|中国|APP)$/u;
const notMedia = /^(?:公告|快报|预报|年报|季报|月报|日报表|通报|情报|汇报|联网|官网|全网|据悉)$/;

/**
 * Takes the publisher's line off the blocks, also where mark-up breaks its words up.
 * @param blocks - the top-level blocks of a sanitised body, before anything else is changed
 * @returns the blocks without it, and the paper it names
 */
export function takePublisher(blocks: readonly Element[]): { readonly blocks: Element[]; readonly source?: string } {
  const index = blocks.findLastIndex((block, at) => isPublisherLine(block, blocks.length - at <= mostFromEnd));
  if (index < 0) return { blocks: [...blocks] };
  const text = textOf(blocks[index]!);
  const source = publisherLine.exec(text)?.[1]?.replace(/\s+/g, " ") ?? text.replace(/^[（(]|[）)]$/g, "").trim();
  const rest = blocks.filter((block) => block.attribs["class"] !== "em_media" && block !== blocks[index]);
  return source === "" ? { blocks: rest } : { blocks: rest, source };
}

/**
 * The source that stands in brackets behind the last sentence.
 * @param text - the article's plain text
 * @returns the name, when it is that of a paper, an agency or a site
 */
export function sourceBehind(text: string): string | undefined {
  const found = /[（(](?:来源[：:])?\s*([^（()）]{2,20})[）)]$/.exec(text.trim());
  const name = found?.[1]?.trim();
  return name !== undefined && mediaNames.test(name) && !notMedia.test(name) ? name : undefined;
}

function isPublisherLine(block: Element, isNearEnd: boolean): boolean {
  if (block.name !== "p") return false;
  if (block.attribs["class"] === "em_media") return true;
  return isNearEnd && publisherLine.test(textOf(block));
}
