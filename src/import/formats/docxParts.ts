import { Readable } from "node:stream";
import JSZip from "jszip";
import { faultOf } from "./faults.ts";

/** A part's size once it is unpacked, bytes; a long article has a thousandth of it. */
const largest = 32 * 1024 * 1024;

/**
 * The parts of a Word document that hold text or say how it is set, of which pictures are none: ECMA-376-1, 11.3. Word on
 * the web numbers all of them: `word/document2.xml`.
 */
const textParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/[^/]+\.rels|(?:document|styles|numbering|footnotes|endnotes|settings|header|footer)\d*\.xml))$/;

/**
 * Unpacks the parts of a Word document that hold text.
 * @param bytes - the file
 * @returns their XML by name
 * @throws FangzhiError for what is no ZIP archive, no Word document, damaged, or unpacks to more than an article can be
 */
export async function unpack(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw faultOf("damagedDocx", error);
  });
  const parts = new Map<string, string>();
  for (const file of zip.file(textParts)) parts.set(file.name, await textOf(file));
  if (![...parts.keys()].some((name) => name.startsWith("word/document"))) throw faultOf("otherArchive");
  return parts;
}

/**
 * Packs parts for a reader of Word documents.
 * @param parts - their XML by name
 * @returns the file
 */
export function pack(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, xml] of parts) zip.file(name, xml);
  return zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
}

/** Counts while it unpacks, as an archive may lie about its sizes. */
async function textOf(file: JSZip.JSZipObject): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Its streams are of an older make.
    for await (const chunk of new Readable().wrap(file.nodeStream())) {
      const bytes = Buffer.from(chunk as Buffer);
      size += bytes.length;
      if (size > largest) break;
      chunks.push(bytes);
    }
  } catch (error) {
    throw faultOf("damagedDocx", error);
  }
  if (size > largest) throw faultOf("tooLarge");
  const all = Buffer.concat(chunks);
  const isUtf16 = all[0] === 0xff && all[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(all);
}
