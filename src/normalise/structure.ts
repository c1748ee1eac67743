import { Element, isTag, isText, type ChildNode } from "domhandler";
import { blockTags } from "./allowList.ts";
import { holds, withChildren } from "./tree.ts";

/** Tags that have a meaning only inside certain others: https://html.spec.whatwg.org/multipage/indices.html#elements-3 */
const parentsOf: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol"],
  dt: ["dl"],
  dd: ["dl"],
  figcaption: ["figure"],
  caption: ["table"],
  thead: ["table"],
  tbody: ["table"],
  tfoot: ["table"],
  tr: ["table", "thead", "tbody", "tfoot"],
  td: ["tr"],
  th: ["tr"],
  rb: ["ruby"],
  rp: ["ruby"],
  rt: ["ruby"],
};

/** What alone may stand directly inside certain tags, and the tags into which anything else there is put. */
const childrenOf: Readonly<Record<string, { readonly only: readonly string[]; readonly wrapper: readonly string[] }>> =
  {
    ul: { only: ["li"], wrapper: ["li"] },
    ol: { only: ["li"], wrapper: ["li"] },
    dl: { only: ["dt", "dd"], wrapper: ["dd"] },
    table: { only: ["caption", "thead", "tbody", "tfoot", "tr"], wrapper: ["tr", "td"] },
    thead: { only: ["tr"], wrapper: ["tr", "td"] },
    tbody: { only: ["tr"], wrapper: ["tr", "td"] },
    tfoot: { only: ["tr"], wrapper: ["tr", "td"] },
    tr: { only: ["td", "th"], wrapper: ["td"] },
  };

/** Tags that hold running text and no blocks. */
const runningTags = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "caption"]);
/** Tags in which a paragraph may stand. */
const paragraphParents = new Set(["", "blockquote", "li", "dd", "td", "th", "figcaption", "figure"]);

/**
 * Takes apart what stands where HTML does not allow it, outermost first: mark-up goes, words stay.
 * @param nodes - sanitised nodes
 * @param parent - the name of the element they stand in; empty at the top
 * @returns the nodes that may stand there
 */
export function mendStructure(nodes: readonly ChildNode[], parent = ""): ChildNode[] {
  const mended: ChildNode[] = [];
  for (const node of nodes) {
    if (!isTag(node)) mended.push(node);
    else for (const part of mendElement(node, parent)) mended.push(part);
  }
  return mended;
}

function mendElement(element: Element, parent: string): ChildNode[] {
  const parents = parentsOf[element.name];
  const isMisplaced = parents !== undefined && !parents.includes(parent);
  const holdsBlocks = holds(element, (inner) => blockTags.has(inner.name));
  if (isMisplaced && !holdsBlocks && /^(?:li|dt|dd)$/.test(element.name)) element.name = "p";
  else if (isMisplaced) return mendStructure(element.children, parent);

  const isBlock = blockTags.has(element.name);
  const isTornApart = holdsBlocks && (!isBlock || element.name === "p");
  const isOutOfPlace = isBlock && (runningTags.has(parent) || (parent !== "" && !blockTags.has(parent)));
  if (isTornApart || isOutOfPlace || (element.name === "p" && !paragraphParents.has(parent))) {
    return mendStructure(element.children, parent);
  }
  if (!holdsBlocks && childrenOf[element.name] === undefined && !holds(element, isParticular)) return [element];
  return [withChildren(element, fitted(element.name, mendStructure(element.children, element.name)))];
}

/** Whether it stands in its own kind of parent only. */
function isParticular({ name }: Element): boolean {
  return parentsOf[name] !== undefined;
}

/** Puts into cells and items what stands between them. */
function fitted(name: string, children: readonly ChildNode[]): readonly ChildNode[] {
  const rule = childrenOf[name];
  if (!rule) return children;
  return children.flatMap((child) => {
    if (isTag(child) ? rule.only.includes(child.name) : !isText(child)) return [child];
    if (isText(child) && child.data.trim() === "") return [];
    return [rule.wrapper.reduceRight<ChildNode>((inner, tag) => withChildren(new Element(tag, {}), [inner]), child)];
  });
}
