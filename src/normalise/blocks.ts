import { Element, isTag, isText, type ChildNode } from "domhandler";
import { splitParagraph } from "./paragraphs.ts";
import { mendStructure } from "./structure.ts";
import { holds, textOf, withChildren } from "./tree.ts";

/** A top-level element of a body and what a reader reads in it. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** Whether it is text of the article: no picture, no price chart. */
  readonly isProse: boolean;
}

/** Tags that may stand at the top of a body. */
const topTags = new Set("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre hr figure table".split(" "));

/**
 * Brings a sanitised tree into the shape of an article: a row of blocks, running text only inside them, nothing
 * where HTML does not allow it. Paragraphs that were made with line breaks are taken apart.
 * @param nodes - the tree; it is taken apart
 * @returns the blocks, none of them empty
 */
export function shapeBlocks(nodes: readonly ChildNode[]): Element[] {
  const blocks: Element[] = [];
  let loose: ChildNode[] = [];
  const endLoose = () => {
    if (loose.length > 0) blocks.push(withChildren(new Element("p", {}), loose));
    loose = [];
  };
  for (const child of mendStructure(nodes)) {
    child.parent = null;
    if (isTag(child) && topTags.has(child.name)) {
      endLoose();
      blocks.push(child);
    } else loose.push(child);
  }
  endLoose();
  const shaped: Element[] = [];
  for (const block of blocks) {
    const parts = block.name === "p" ? splitParagraph(block) : [block];
    for (const part of parts) if (hasContent(part)) shaped.push(part);
  }
  return shaped;
}

/**
 * Reads the text of each element, once for all rules that ask for it.
 * @param elements - top-level elements in their final form
 * @param shown - those among them that are pictures or charts
 * @returns the blocks that show anything
 */
export function readBlocks(elements: readonly Element[], shown: ReadonlySet<Element>): readonly Block[] {
  return elements
    .filter(hasContent)
    .map((element) => ({ element, text: textOf(element), isProse: !shown.has(element) }));
}

/**
 * Whether a block is a picture and nothing else.
 * @param block - a top-level element, its images still images
 * @returns true when there is no word in it
 */
export function isPicture(block: Element): boolean {
  return holds(block, (element) => element.name === "img") && textOf(block) === "";
}

/** Whether an element shows anything: a letter or an image will do. */
function hasContent(element: Element): boolean {
  return element.name === "hr" || element.name === "img" || element.children.some(showsAnything);
}

function showsAnything(node: ChildNode): boolean {
  return isText(node) ? /[^\s\p{Cf}]/u.test(node.data) : isTag(node) && hasContent(node);
}
