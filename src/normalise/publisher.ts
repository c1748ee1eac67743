import { Element, isText, Text } from "domhandler";
import { elementsIn, textOf, withChildren } from "./tree.ts";

/** `（文章来源：南通日报）`, also with more behind the name: `（来源：南通日报，作者：陈可）`. */
const inBrackets =
  /[（(【[]\s*(?:文章|稿件|信息)?来源\s*[：:]\s*(?!\s)([^：:，,；;（()）)【[\]】]{0,40}?)\s*(?:[，,；;]\s*([^（()）)]*))?[）)\]】]/;
const atTheEnd = new RegExp(`${inBrackets.source}$`);
/** `来源：新华社`, as a paragraph of its own. */
const bare = /^(?:文章|稿件|信息)?来源\s*[：:]\s*(?!\s)([^：:，,；;。（(]{0,40})$/;
/** What stands in the publisher's own paragraph without the word 来源: `（南通日报）`. */
const nameAlone = /^[（(]?([^：:，,；;。！？（()）)]{2,20})[）)]?$/;
/** Only the last blocks can be the publisher's line when its class does not say so. */
const mostFromEnd = 3;

/** How names of papers, agencies and sites end; `（财联社）` behind the last sentence is a source, `（名单）` is not. */
const mediaNames =
  /^[\p{Script=Han}A-Za-z0-9·]{1,16}(?:报|社|网|新闻|客户端|时报|周刊|周报|杂志|电视台|广播|频道|在线|通讯|财经|发布|公众号|中国|APP)$/u;
const notMedia = /^(?:公告|快报|预报|年报|季报|月报|日报表|通报|情报|汇报|联网|官网|全网|据悉)$/;

/**
 * Takes the publisher's line off the blocks, also where mark-up breaks its words up. Of a paragraph that says more
 * only the brackets are taken; what it says besides stays.
 * @param blocks - the top-level blocks of a sanitised body, before anything else is changed; some are changed
 * @returns the blocks without it, and the paper it names
 */
export function takePublisher(blocks: readonly Element[]): { readonly blocks: Element[]; readonly source?: string } {
  let source: string | undefined;
  const rest = blocks.toReversed().flatMap((block, fromEnd) => {
    const line = readLine(block, fromEnd);
    if (!line) return [block];
    source = source ?? (line.name === "" ? undefined : line.name);
    return line.rest;
  });
  return { blocks: rest.toReversed(), ...(source === undefined ? {} : { source }) };
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

/** The name in a publisher's line, and what stays of its block. */
interface Line {
  readonly name: string;
  /** From the end. */
  readonly rest: readonly Element[];
}

function readLine(block: Element, fromEnd: number): Line | undefined {
  if (block.name !== "p") return undefined;
  const isMarked = block.attribs["class"] === "em_media";
  if (!isMarked && fromEnd >= mostFromEnd) return undefined;
  const text = textOf(block);
  const alone = bare.exec(text) ?? (isMarked && !text.includes("来源") ? nameAlone.exec(text) : null);
  const name = alone?.[1]?.trim();
  if (name !== undefined && (isMarked || fromEnd === 0 || mediaNames.test(name))) return { name, rest: [] };
  if (isMarked && text === "") return { name: "", rest: [] };
  const found = (isMarked ? inBrackets : atTheEnd).exec(text);
  return found ? { name: found[1]!, rest: remainder(block, text, found) } : undefined;
}

/** What the block says besides the publisher; where mark-up breaks its words up, the block stays as it is. */
function remainder(block: Element, text: string, found: RegExpExecArray): readonly Element[] {
  const more = found[2]?.trim() ? [withChildren(new Element("p", {}), [new Text(found[2].trim())])] : [];
  if (found[0] === text) return more;
  const nodes = [block, ...elementsIn(block)].flatMap(({ children }) => children.filter(isText));
  const holder = nodes.find(({ data }) => inBrackets.test(data));
  if (holder) holder.data = holder.data.replace(inBrackets, "");
  return [block, ...more].toReversed();
}
