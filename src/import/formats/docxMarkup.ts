import { Element, isTag, isText, type ChildNode, type ParentNode } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

/** What mammoth reads, and passes on what it holds; it leaves out anything else with all its text. */
const read = new Set(
  "w:document w:body w:p w:r w:t w:pPr w:rPr w:tab w:br w:noBreakHyphen w:softHyphen w:sym w:hyperlink w:tbl w:tblPr w:tr w:trPr w:tc w:tcPr w:ins w:moveTo w:smartTag w:customXml w:pict w:txbxContent w:fldChar w:instrText w:footnotes w:footnote w:endnotes w:endnote w:footnoteReference w:endnoteReference w:bookmarkStart".split(
    " ",
  ),
);
/** What was deleted or moved elsewhere, and comments beside the text, are not what a reader of the document reads. */
const unread = new Set("w:del w:moveFrom w:commentReference w:annotationRef w:delText".split(" "));

/**
 * Brings a part of a Word document into a form of which mammoth loses nothing. By itself it leaves out text boxes without
 * a form for old programs, simple fields, readings above characters, text with a direction, formulas, boxes to tick, and
 * what stands in the lower of two merged cells.
 * @param xml - WordprocessingML, ECMA-376-1
 * @returns the same with each of them as plain paragraphs and runs
 */
export function mendMarkup(xml: string): string {
  const part = parseDocument(xml, { xmlMode: true });
  part.children = mendAll(part.children);
  return DomUtils.getOuterHTML(part, { xmlMode: true, encodeEntities: "utf8" });
}

/**
 * The paragraphs of a header or footer, which mammoth does not read.
 * @param xml - WordprocessingML
 * @returns the text of each that has any
 */
export function paragraphsIn(xml: string): string[] {
  const part = parseDocument(mendMarkup(xml), { xmlMode: true });
  return DomUtils.getElementsByTagName("w:p", part, true)
    .filter((paragraph) => DomUtils.getElementsByTagName("w:p", paragraph.children, true).length === 0)
    .map((paragraph) => paragraphText(paragraph))
    .filter((text) => text.trim() !== "");
}

function paragraphText(paragraph: Element): string {
  return DomUtils.getElementsByTagName((name) => name === "w:t" || name === "w:tab", paragraph.children, true)
    .map((element) => (element.name === "w:tab" ? "\t" : DomUtils.textContent(element)))
    .join("");
}

function mendAll(nodes: readonly ChildNode[]): ChildNode[] {
  return nodes.flatMap((node) => (isTag(node) ? mend(node) : [node]));
}

function mend(element: Element): ChildNode[] {
  const { name } = element;
  if (name === "w:vMerge") return [];
  if (name === "w:pPr" || name === "w:rPr" || name === "w:tcPr") {
    element.children = element.children.filter((child) => !isTag(child) || child.name !== "w:vMerge");
    return [element];
  }
  if (unread.has(name) || !holdsText(element)) return [element];
  if (name === "mc:AlternateContent") {
    const branch = element.children.filter(isTag).find((child) => holdsText(child));
    return branch ? mendAll(branch.children) : [element];
  }
  if (name === "w:drawing") return [element, ...boxesIn(element)];
  // Formulas have runs and texts of their own: ECMA-376-1, 22.1.2.
  if (name === "m:r" || name === "m:t") element.name = name.replace("m:", "w:");
  // The reading comes first there (ECMA-376-1, 17.3.3.25), readers read it second.
  if (name === "w:ruby") element.children.sort((one, two) => Number(isReading(one)) - Number(isReading(two)));
  element.children = mendAll(element.children);
  return read.has(element.name) || name.startsWith("v:") ? [element] : element.children;
}

function isReading(node: ChildNode): boolean {
  return isTag(node) && node.name === "w:rt";
}

/** A drawing's text boxes in the form for old programs, after which mammoth sets them below the paragraph. */
function boxesIn(drawing: Element): Element[] {
  return DomUtils.getElementsByTagName("w:txbxContent", drawing.children, true)
    .filter((box) => !isWithinBox(box, drawing))
    .map((box) => new Element("w:pict", {}, [new Element("w:txbxContent", {}, mendAll(box.children))]));
}

function isWithinBox(box: Element, drawing: Element): boolean {
  for (let at = box.parent; at && at !== drawing; at = at.parent)
    if (isTag(at) && at.name === "w:txbxContent") return true;
  return false;
}

function holdsText(node: ParentNode): boolean {
  return node.children.some((child) =>
    isText(child)
      ? isTextName(node)
      : isTag(child) && !unread.has(child.name) && (isTextName(child) || holdsText(child)),
  );
}

function isTextName(node: ParentNode): boolean {
  return "name" in node && (node.name === "w:t" || node.name === "m:t");
}
