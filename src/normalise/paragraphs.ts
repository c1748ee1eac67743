import { Element, isTag, isText, type ChildNode } from "domhandler";
import { withChildren } from "./tree.ts";

/**
 * Takes apart a paragraph that holds several: two line breaks, or one before an indent, are how some scrapers write a
 * new paragraph. Indents and breaks at the ends are the style sheet's business and go.
 * @param paragraph - a `p` element
 * @returns the paragraphs in it
 */
export function splitParagraph(paragraph: Element): Element[] {
  const children = paragraph.children.filter((child) => !(isBlank(child) && isBreak(child.prev)));
  const parts: ChildNode[][] = [[]];
  for (const [index, child] of children.entries()) {
    if (isBreak(child) && (isBreak(children[index + 1]) || isIndent(children[index + 1]))) parts.push([]);
    else parts.at(-1)!.push(child);
  }
  if (parts.length === 1) return [trimmed(paragraph, parts[0]!)];
  return parts.map((part) => trimmed(new Element("p", { ...paragraph.attribs }), part));
}

function trimmed(paragraph: Element, children: readonly ChildNode[]): Element {
  const from = children.findIndex(isSomething);
  const to = children.findLastIndex(isSomething) + 1;
  withChildren(paragraph, from < 0 ? [] : children.slice(from, to));
  trimEdge(paragraph, "trimStart", 0);
  trimEdge(paragraph, "trimEnd", -1);
  return paragraph;
}

/** Takes white space, indents among it, off the first or last text within a paragraph. */
function trimEdge(element: Element, trim: "trimStart" | "trimEnd", at: 0 | -1): void {
  const edge = element.children.at(at);
  if (edge && isText(edge)) edge.data = edge.data[trim]();
  else if (edge && isTag(edge)) trimEdge(edge, trim, at);
}

function isSomething(child: ChildNode): boolean {
  return !isBreak(child) && !(isText(child) && child.data.trim() === "");
}

function isBreak(node: ChildNode | null | undefined): boolean {
  return Boolean(node && isTag(node) && node.name === "br");
}

function isIndent(node: ChildNode | undefined): boolean {
  return Boolean(node && isText(node) && /^\s*(?:\u3000{2}|\u2003{2}|\u00A0{4})/.test(node.data));
}

/** White space that is no indent. */
function isBlank(node: ChildNode): boolean {
  return isText(node) && /^[^\S\u3000]*$/.test(node.data);
}
