import { isTag, isText, type ChildNode, type Element, type ParentNode } from "domhandler";
import { DomUtils } from "htmlparser2";
import { solid } from "../../characters.ts";
import { foldSpaces } from "../../spaces.ts";
import { closingLinks, furnitureRows } from "./containers.ts";
import { isVisible } from "./page.ts";

/** One line of a page as its readers see it, and what the mark-up says of it. */
export interface Row {
  /** Without white space at its ends. */
  readonly text: string;
  /** The same, with a space wherever one element ends and the next begins. */
  readonly loose: string;
  /** The innermost block it stands in. */
  readonly block: Element;
  /** What parts it from the row above: a block's edge, a line break, an empty line. */
  readonly parted: "block" | "break" | "gap";
  /** Whether it begins with the white space of a paragraph's indent. */
  readonly isIndented: boolean;
  /** Whether nothing but a picture stands between it and the row above. */
  readonly followsPicture: boolean;
  /** Its characters without white space, UTF-16 units; of these, those in links, and those in bold. */
  readonly length: number;
  readonly linked: number;
  readonly bold: number;
}

/** Elements that stand within a line. */
const inlineTags = new Set(
  "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark meter nobr output picture progress q rb rt rtc ruby s samp slot small span strike strong sub sup svg time tt u var wbr".split(
    " ",
  ),
);
const boldTags = new Set(["b", "strong"]);
const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
/** Elements whose line breaks are breaks. */
const solidTags = new Set(["pre", "textarea", "listing", "xmp"]);
/** A cell longer than this is no figure of a table but a part of the page, UTF-16 units. */
const longestCell = 120;

const indent = String.raw`(?:\u3000{2}|\u2003{2}|\u00A0{3})`;
const indented = new RegExp(String.raw`^[^\S\u3000\u2003\u00A0]*${indent}`);
/** Paragraphs of old systems, parted by nothing but their indents: `…增长6%。　　下一步，…`. */
const beforeIndent = new RegExp(String.raw`(?:\n[^\S\u3000\u2003\u00A0]*|(?<=[。！？…”）」』]))(?=${indent}\S)`);

interface Piece {
  readonly text: string;
  readonly isLinked: boolean;
  readonly isBold: boolean;
}

interface Style {
  readonly block: Element;
  readonly isLinked: boolean;
  readonly isBold: boolean;
  readonly isSolid: boolean;
}

/**
 * Lays out a page: every character that readers see stands in one row, in the order of the source.
 * @param root - the page, or a part of it
 * @param body - the element in which rows stand that are in no other
 * @returns the rows; those of a table's line whose cells are short are one, its cells parted by tabs
 */
export function layOut(root: ParentNode, body: Element): Row[] {
  return new Layout().read(root.children, { block: body, isLinked: false, isBold: false, isSolid: false });
}

/** Gathers rows: it holds the pieces of the one that is not complete. */
class Layout {
  readonly #rows: Row[] = [];
  #pieces: Piece[] = [];
  #block: Element | undefined;
  #parted: Row["parted"] = "block";
  #hasPicture = false;

  read(nodes: readonly ChildNode[], style: Style): Row[] {
    this.#all(nodes, style);
    this.#end("block");
    return this.#rows;
  }

  #all(nodes: readonly ChildNode[], style: Style): void {
    for (const node of nodes) {
      if (isText(node)) this.#text(node.data, style);
      else if (isTag(node) && isVisible(node)) this.#element(node, style);
    }
  }

  #element(element: Element, style: Style): void {
    const { name, attribs, children } = element;
    if (name === "br") return this.#end("break");
    if (name === "img" || name === "svg") this.#hasPicture = true;
    const inside = {
      ...style,
      isLinked: style.isLinked || name === "a",
      isBold: style.isBold || boldTags.has(name) || boldStyle.test(attribs["style"] ?? ""),
      isSolid: style.isSolid || solidTags.has(name) || /white-space\s*:\s*pre/i.test(attribs["style"] ?? ""),
    };
    const isClosing =
      name === "a" && this.#pieces.length > 0 && closingLinks.test(solid(DomUtils.textContent(element)));
    if (inlineTags.has(name) && !isClosing) return this.#all(children, inside);
    this.#end("block");
    if (name === "tr") this.#tableRow(element, { ...inside, block: element });
    else this.#all(children, { ...inside, block: element });
    this.#end("block");
  }

  #tableRow(element: Element, style: Style): void {
    const cells = element.children.map((cell) => {
      const layout = new Layout();
      layout.#hasPicture = this.#hasPicture;
      const rows = layout.read([cell], style);
      this.#hasPicture = layout.#hasPicture;
      return rows;
    });
    const filled = cells.filter((rows) => rows.length > 0);
    const isLine = filled.length > 1 && filled.every(isCell);
    if (isLine) this.#rows.push(joinCells(filled.flat(), element));
    else this.#rows.push(...filled.flat());
  }

  #text(data: string, style: Style): void {
    const parts = data.split(style.isSolid ? "\n" : beforeIndent);
    for (const [index, text] of parts.entries()) {
      if (index > 0 && (style.isSolid || this.#pieces.some((piece) => /\S/.test(piece.text)))) this.#end("break");
      if (text === "") continue;
      this.#block ??= style.block;
      if (/\S/.test(text)) this.#block = style.block;
      this.#pieces.push({ text, isLinked: style.isLinked, isBold: style.isBold });
    }
  }

  #end(by: "block" | "break"): void {
    const written = this.#pieces.map((piece) => piece.text).join("");
    const text = foldSpaces(written.trim());
    if (text === "") {
      if (by === "block") this.#parted = "block";
      else if (this.#parted === "break") this.#parted = "gap";
    } else {
      this.#rows.push({
        text,
        loose: foldSpaces(
          this.#pieces
            .map((piece) => foldSpaces(piece.text))
            .join(" ")
            .trim(),
        ),
        block: this.#block!,
        parted: this.#parted,
        isIndented: indented.test(written),
        followsPicture: this.#hasPicture,
        length: solid(text).length,
        linked: lengthOf(this.#pieces.filter((piece) => piece.isLinked)),
        bold: lengthOf(this.#pieces.filter((piece) => piece.isBold)),
      });
      this.#parted = by;
      this.#hasPicture = false;
    }
    this.#pieces = [];
    this.#block = undefined;
  }
}

function isCell([row, ...more]: readonly Row[]): boolean {
  return more.length === 0 && row !== undefined && row.length <= longestCell && !isFurniture(row);
}

/** A line of e-papers has the printed page's name and links to others in cells. */
function isFurniture({ text, length, linked }: Row): boolean {
  return linked * 2 > length && furnitureRows.some((pattern) => pattern.test(text));
}

function joinCells(cells: readonly Row[], block: Element): Row {
  const sum = (field: "length" | "linked" | "bold") => cells.reduce((total, cell) => total + cell[field], 0);
  return {
    ...cells[0]!,
    text: cells.map((cell) => cell.text).join("\t"),
    loose: cells.map((cell) => cell.loose).join("\t"),
    block,
    length: sum("length"),
    linked: sum("linked"),
    bold: sum("bold"),
  };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + solid(piece.text).length, 0);
}
