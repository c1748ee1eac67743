import { countCharacters } from "../../characters.ts";

/** As mammoth describes a document: https://github.com/mwilliamson/mammoth.js#document-transforms */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly fontSize?: number | null;
  readonly alignment?: string | null;
  styleId?: string | null;
  styleName?: string | null;
}

/** The size of type where none is given, points: 五号, as Chinese templates have it. */
const usual = 10.5;
/** A title is larger than the text by this much at least and stands among the first paragraphs; a heading is by this. */
const titleSize = 1.3;
const headingSize = 1.12;
const firstParagraphs = 8;
/** Longer paragraphs in large type are no headings, characters. */
const longest = 60;

/**
 * Gives titles and headings that are only set in large type, as most are in Chinese documents, the style of such, and
 * captions that only stand centred below a picture theirs.
 * @param document - the document; its paragraphs are changed
 * @returns the document
 */
export function markBySize(document: Node): Node {
  const paragraphs = (document.children ?? []).filter(
    (node) => node.type === "paragraph" && textOf(node).trim() !== "",
  );
  markCaptions(document.children ?? []);
  const body = bodySize(paragraphs);
  const hasTitle = paragraphs.some(({ styleName }) => /^(?:title|标题)$/i.test(styleName ?? ""));
  const start = paragraphs.slice(0, firstParagraphs).map(sizeOf);
  const largest = hasTitle ? Infinity : Math.max(...start);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (/title|heading|caption|标题|题注/i.test(paragraph.styleName ?? "")) continue;
    const size = sizeOf(paragraph);
    if (size < headingSize * body || countCharacters(textOf(paragraph)) > longest) continue;
    const isTitle = index < firstParagraphs && size === largest && size >= titleSize * body;
    paragraph.styleName = isTitle ? "Title" : "large type";
    paragraph.styleId = null;
  }
  return document;
}

function markCaptions(nodes: readonly Node[]): void {
  for (const [index, node] of nodes.entries()) {
    const above = nodes[index - 1];
    if (node.type !== "paragraph" || node.alignment !== "center" || node.styleName || !above) continue;
    const length = countCharacters(textOf(node).trim());
    const isBelowPicture = hasPicture(above) && textOf(above).trim() === "";
    if (isBelowPicture && length > 0 && length <= longest) {
      node.styleName = "caption";
      node.styleId = null;
    }
  }
}

function hasPicture({ type, children = [] }: Node): boolean {
  return type === "image" || children.some(hasPicture);
}

function bodySize(paragraphs: readonly Node[]): number {
  const counts = new Map<number, number>();
  for (const paragraph of paragraphs) {
    const size = sizeOf(paragraph);
    counts.set(size, (counts.get(size) ?? 0) + countCharacters(textOf(paragraph)));
  }
  return [...counts].sort((one, two) => two[1] - one[1])[0]?.[0] ?? usual;
}

/** The size of a paragraph's largest run, points. */
function sizeOf(node: Node): number {
  if (node.type === "run" && textOf(node).trim() !== "") return node.fontSize ?? usual;
  return Math.max(0, ...(node.children ?? []).map(sizeOf));
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}
