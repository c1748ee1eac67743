import { isTag, type Document, type Element, type ParentNode } from "domhandler";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { decode } from "../../read/encoding.ts";
import { faultOf } from "./faults.ts";

/** Elements inside one another; what walks the tree goes down by calling itself. */
const deepest = 1000;
/** How many bytes browsers search for a declared encoding: https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
const searched = 4096;

/** Elements whose content browsers do not show: https://html.spec.whatwg.org/multipage/rendering.html#hidden-elements */
const hiddenTags = new Set(
  "head title meta link base script style template noscript noembed noframes iframe area audio video canvas datalist param rp source track".split(
    " ",
  ),
);

/**
 * Reads a saved page as browsers do: tag soup, misnested elements and all.
 * @param bytes - the file
 * @returns its tree
 * @throws FangzhiError for an encoding that cannot be read or a tree too deep
 */
export function parsePage(bytes: Uint8Array): Document {
  const text = decodePage(bytes);
  if (text === undefined) throw faultOf("encoding");
  const page = parse(text, { treeAdapter: adapter });
  if (depthOf(page) > deepest) throw faultOf("depth");
  return page;
}

/**
 * Whether readers see what an element holds. What style sheets and scripts hide cannot be known; `visibility: hidden` is
 * no sign, as pages of WeChat have it on the article until their script has run.
 * @param element - the element
 * @returns false for hidden tags, the attribute `hidden`, `display: none` in its own style, a dialogue not open
 */
export function isVisible(element: Element): boolean {
  if (hiddenTags.has(element.name) || "hidden" in element.attribs) return false;
  if (element.name === "dialog" && !("open" in element.attribs)) return false;
  return !/display\s*:\s*none/i.test(element.attribs["style"] ?? "");
}

/** UTF-8 and marked texts first, as a page is often saved anew and keeps a declaration that is no longer true. */
function decodePage(bytes: Uint8Array): string | undefined {
  const decoded = decode(bytes);
  const guessed = "text" in decoded ? decoded.text : undefined;
  if ("text" in decoded && decoded.encoding !== "gb18030") return guessed;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, searched));
  const [, declared] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start) ?? [];
  return declaredText(bytes, declared) ?? guessed;
}

function declaredText(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (declared === undefined) return undefined;
  try {
    const label = /^gb/i.test(declared) ? "gb18030" : declared;
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function depthOf(page: ParentNode): number {
  let level: readonly ParentNode[] = [page];
  let depth = 0;
  for (; level.length > 0 && depth <= deepest; depth++) level = level.flatMap(({ children }) => children.filter(isTag));
  return depth;
}
