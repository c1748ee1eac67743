import { isTag, type Document, type Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import mammoth from "mammoth";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { oneLine } from "../../characters.ts";
import type { SourceLine, SourceText, Statement } from "../source.ts";
import { mendMarkup, paragraphsIn } from "./docxMarkup.ts";
import { pack, unpack } from "./docxParts.ts";
import { markBySize } from "./docxSizes.ts";
import { faultOf } from "./faults.ts";
import { layOut } from "./rows.ts";
import { brokenBlocks, onwards, roleOf } from "./textRoles.ts";

/** Parts in which mammoth reads paragraphs. */
const mended = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
/** What styles say, by the names that Word keeps in every language, and those that WPS has in Chinese. */
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='题注'] => p.caption:fresh",
  "p[style-name='large type'] => h2:fresh",
];
/**
 * What the properties of a document say (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/). Who made the
 * file, and when, is left alone: that is seldom who wrote the article, and never when it was published.
 */
const properties = [["dc:title", "title"]] as const;

/**
 * Reads a Word document: its headers, its paragraphs, tables a line for each of their lines, text boxes below the paragraph
 * they are fixed to, notes at the end with their marks (`[1]`), its footers. Numbers of lists and headings that Word makes
 * by itself are not in the file as text and not in a line; neither are deleted text and comments.
 * @param bytes - the file
 * @returns its lines
 * @throws FangzhiError for documents of old programs, encrypted and damaged ones
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceText> {
  // https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb, 2.2
  if (Buffer.from(bytes.subarray(0, 4)).toString("hex") === "d0cf11e0") throw faultOf("oldDoc");
  const parts = await unpack(bytes);
  for (const [name, xml] of parts) if (mended.test(name)) parts.set(name, mendMarkup(xml));
  const page = parse(await htmlOf(parts), { treeAdapter: adapter });
  numberNotes(page);
  const texts = [
    ...marginsIn(parts, /header/).map((text) => ({ text })),
    ...linesOf(page),
    ...marginsIn(parts, /footer/).map((text) => ({ text })),
  ];
  return {
    format: "docx",
    lines: texts.map((line, index) => ({ ...line, number: index + 1 })),
    statements: statementsOf(parts.get("docProps/core.xml") ?? ""),
  };
}

async function htmlOf(parts: ReadonlyMap<string, string>): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: await pack(parts) },
      {
        styleMap,
        transformDocument: markBySize,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      },
    );
    return value;
  } catch (error) {
    throw faultOf("damagedDocx", error);
  }
}

function linesOf(page: Document): Omit<SourceLine, "number">[] {
  const body = DomUtils.getElementsByTagName("body", page, true)[0]!;
  const rows = layOut(page, body);
  const broken = brokenBlocks(rows);
  const hasTitle = rows.some(({ block }) => isTitle(block));
  const firstHeading = rows.find(({ block }) => block.name === "h1");
  return rows.map((row) => {
    if (isTitle(row.block) || (!hasTitle && row.block === firstHeading?.block))
      return { text: row.text, role: "title", ...onwards(row) };
    return { text: row.text, ...roleOf(row, broken) };
  });
}

function isTitle({ attribs }: Element): boolean {
  return attribs["class"] === "title";
}

/** Puts a note's mark before it, in place of mammoth's arrow back to the text. */
function numberNotes(page: Document): void {
  const links = DomUtils.getElementsByTagName("a", page, true);
  for (const link of links) {
    const [, kind, number] = /^#((?:foot|end)note)-ref-(\d+)$/.exec(link.attribs["href"] ?? "") ?? [];
    if (kind === undefined) continue;
    const mark = links.find(({ attribs }) => attribs["href"] === `#${kind}-${number}`);
    const note = mark && DomUtils.getElementById(`${kind}-${number}`, page, true);
    const first = note?.children.find(isTag);
    DomUtils.removeElement(link);
    const text = first && parseDocument(`${DomUtils.textContent(mark!)} `).children[0];
    if (text) DomUtils.prependChild(first, text);
  }
}

/** Headers and footers, of which a document has several that mostly say the same. */
function marginsIn(parts: ReadonlyMap<string, string>, kind: RegExp): string[] {
  const names = [...parts.keys()].filter((name) => kind.test(name) && name.endsWith(".xml")).sort();
  return [...new Set(names.flatMap((name) => paragraphsIn(parts.get(name)!)))];
}

function statementsOf(core: string): Statement[] {
  const part = parseDocument(core, { xmlMode: true });
  return properties.flatMap(([name, field]) => {
    const value = oneLine(DomUtils.textContent(DomUtils.getElementsByTagName(name, part, true)));
    return value === "" ? [] : [{ field, value, from: `docProps/core.xml <${name}>` }];
  });
}
