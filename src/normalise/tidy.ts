import { Element, isTag, isText, type ChildNode, type Text } from "domhandler";
import { oneLine, printable } from "../characters.ts";
import type { Security } from "../model.ts";
import { tidyText } from "../spaces.ts";
import { tidyImage, type ImageContext } from "./images.ts";
import { linkAttributes, readLink } from "./links.ts";
import { readSecurity } from "./securities.ts";
import { holds, textOf, withChildren } from "./tree.ts";

/** What the elements of one article are tidied for, and what is found in them. */
export interface TidyContext extends ImageContext {
  readonly links: Set<string>;
  readonly securities: Security[];
}

/** What a node stands in. */
interface Place {
  readonly parent: Element;
  readonly inLink: boolean;
  readonly inPre: boolean;
}

/**
 * Brings everything inside a block into its final form: text without control characters, links and images as the
 * site writes them, no attribute that is not the site's own.
 * @param block - a top-level element of a sanitised body; it is changed
 * @param context - the article's context
 */
export function tidyBlock(block: Element, context: TidyContext): void {
  tidyChildren(block, { inLink: false, inPre: block.name === "pre" }, context);
  block.attribs = keptAttributes(block);
}

function tidyChildren(element: Element, place: Omit<Place, "parent">, context: TidyContext): Element {
  const inside: Place = { parent: element, inLink: place.inLink, inPre: place.inPre };
  const children: ChildNode[] = [];
  for (const child of element.children) {
    if (isText(child)) {
      if (isLayout(child, inside)) continue;
      child.data = inside.inPre ? printable(child.data) : tidyText(child.data);
      children.push(child);
    } else children.push(...tidyNode(child, inside, context));
  }
  return withChildren(element, children);
}

/** Whether a text is only the source's own layout. */
function isLayout({ data }: Text, { parent }: Place): boolean {
  return structural.has(parent.name) && data.trim() === "";
}

/** What stands in the place of a node that is no text when it is tidy. */
function tidyNode(node: ChildNode, place: Place, context: TidyContext): readonly ChildNode[] {
  if (!isTag(node)) return [];
  // The wire writes some of its links as <span href>.
  if (node.name === "a" || node.name === "span") return tidyLink(node, place, context);
  if (node.name === "img") return tidyImage(node, place.inLink, context);
  tidyChildren(node, { ...place, inPre: place.inPre || node.name === "pre" }, context);
  if (/^h[1-6]$/.test(node.name)) return [innerHeading(node)];
  node.attribs = keptAttributes(node);
  return [node];
}

function tidyLink(element: Element, place: Place, context: TidyContext): readonly ChildNode[] {
  const { href, "data-code": dataCode } = element.attribs;
  const leadsNowhere = href === undefined || place.inLink || (element.name === "span" && holds(element, isLink));
  const link = leadsNowhere ? undefined : readLink(href, context.permalink, context.site);
  tidyChildren(element, { ...place, inLink: place.inLink || link !== undefined }, context);
  if (dataCode !== undefined) {
    const security = readSecurity(dataCode, oneLine(textOf(element)).replace(/^行情：/, ""), link?.address);
    if (security) context.securities.push(security);
  }
  if (!link || (textOf(element) === "" && !element.children.some(isTag))) return element.children;
  context.links.add(link.address);
  return [withChildren(new Element("a", linkAttributes(link)), element.children)];
}

/** A heading inside a quotation or an item heads nothing on the page. */
function innerHeading(heading: Element): Element {
  return withChildren(new Element("p", {}), [withChildren(new Element("strong", {}), heading.children)]);
}

/** Elements that hold other elements only; white space in them is the source's own layout. */
const structural = new Set(["blockquote", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "figure"]);

function isLink({ name }: Element): boolean {
  return name === "a";
}

/** Numbers of table cells and lists; everything else was for the rules above. */
const numbers = new Set(["colspan", "rowspan", "start"]);

function keptAttributes(element: Element): Record<string, string> {
  // A wide table scrolls, and must do so by the keyboard too.
  if (element.name === "table") return { tabindex: "0" };
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attribs)) {
    if (numbers.has(name) && /^[1-9]\d{0,2}$/.test(value)) kept[name] = value;
  }
  return kept;
}
