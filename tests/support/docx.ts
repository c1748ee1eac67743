import { pack } from "../../src/import/formats/docxParts.ts";

const names = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(" ");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const styles = ["Title", "heading 1", "heading 2", "caption"];

/** Parts of a document beside its body. */
export interface Beside {
  readonly footnote?: string;
  readonly header?: string;
  readonly footer?: string;
  /** The properties, as XML. */
  readonly core?: string;
}

/** A Word document as Word writes it: styles of the names it keeps in every language. */
export function docxOf(
  body: string,
  { footnote = "", header = "", footer = "", core = "" }: Beside = {},
): Promise<Buffer> {
  return pack(
    new Map([
      [
        "[Content_Types].xml",
        `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ],
      ["_rels/.rels", relations([["officeDocument", "word/document.xml"]])],
      [
        "word/_rels/document.xml.rels",
        relations([
          ["styles", "styles.xml"],
          ["footnotes", "footnotes.xml"],
        ]),
      ],
      ["word/document.xml", `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`],
      [
        "word/footnotes.xml",
        `${head}<w:footnotes ${names}><w:footnote w:id="2">${footnote}</w:footnote></w:footnotes>`,
      ],
      ["word/header1.xml", `${head}<w:hdr ${names}>${header}</w:hdr>`],
      ["word/header2.xml", `${head}<w:hdr ${names}>${header}</w:hdr>`],
      ["word/footer1.xml", `${head}<w:ftr ${names}>${footer}</w:ftr>`],
      [
        "word/styles.xml",
        `${head}<w:styles ${names}>${styles.map((name, index) => `<w:style w:type="paragraph" w:styleId="a${index}"><w:name w:val="${name}"/></w:style>`).join("")}</w:styles>`,
      ],
      [
        "docProps/core.xml",
        `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
      ],
    ]),
  );
}

/** A run of text. */
export function run(text: string, properties = ""): string {
  const plain = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${plain}</w:t></w:r>`;
}

/** A paragraph of runs, with the style of a name. */
export function paragraph(runs: string, style?: string): string {
  const is = style === undefined ? "" : `<w:pStyle w:val="a${styles.indexOf(style)}"/>`;
  return `<w:p><w:pPr>${is}</w:pPr>${runs}</w:p>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}
