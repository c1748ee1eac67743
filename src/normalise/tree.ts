import { Element, isTag, isText, Text, type ChildNode, type ParentNode } from "domhandler";
import { foldSpaces } from "../spaces.ts";
import { blockTags } from "./allowList.ts";

/**
 * What a reader reads in an element.
 * @param node - an element, a text or a list of them
 * @returns its text on one line, without white space at its ends; cells and items stand apart
 */
export function textOf(node: ChildNode | readonly ChildNode[]): string {
  return foldSpaces(("length" in node ? node.map(gatherText).join("") : gatherText(node)).trim());
}

function gatherText(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return "";
  if (node.name === "br") return "\n";
  let inside = "";
  for (const child of node.children) inside += gatherText(child);
  return blockTags.has(node.name) ? ` ${inside} ` : inside;
}

/**
 * Gives an element its children.
 * @param element - the element
 * @param children - nodes that may have stood elsewhere
 * @returns the element
 */
export function withChildren(element: Element, children: readonly ChildNode[]): Element {
  const own = [...children];
  let last: ChildNode | null = null;
  for (const child of own) {
    child.parent = element;
    child.prev = last;
    child.next = null;
    if (last) last.next = child;
    last = child;
  }
  element.children = own;
  return element;
}

/**
 * A link with some words.
 * @param attributes - the link's attributes
 * @param words - its words
 * @returns the element
 */
export function linkOf(attributes: Record<string, string>, words: string): Element {
  return withChildren(new Element("a", attributes), [new Text(words)]);
}

/**
 * All elements below a node, outermost first.
 * @param node - where to begin; not itself among the results
 * @returns the elements in document order
 */
export function elementsIn(node: ParentNode): Element[] {
  const elements: Element[] = [];
  gatherElements(node, elements);
  return elements;
}

function gatherElements(node: ParentNode, elements: Element[]): void {
  for (const child of node.children) {
    if (!isTag(child)) continue;
    elements.push(child);
    gatherElements(child, elements);
  }
}

/**
 * Whether a node holds an element of some kind.
 * @param node - where to begin; not itself looked at
 * @param isIt - tells the elements looked for
 * @returns true when there is one at any depth
 */
export function holds(node: ParentNode, isIt: (element: Element) => boolean): boolean {
  return node.children.some((child) => isTag(child) && (isIt(child) || holds(child, isIt)));
}
