import { FangzhiError } from "../errors.ts";
import { decode } from "../read/encoding.ts";
import { faultOf } from "./formats/faults.ts";
import { readPlain } from "./formats/plain.ts";
import type { SourceText } from "./source.ts";

/** How far into a file its own words for what it is may stand, bytes. */
const searched = 1024;

/** What the first bytes of a file say it is. */
const signs: readonly (readonly [RegExp, (bytes: Uint8Array) => SourceText | Promise<SourceText>])[] = [
  [/%PDF-\d/, async (bytes) => (await import("./formats/pdf.ts")).readPdf(bytes)],
  [/^(?:PK\x03\x04|\xD0\xCF\x11\xE0)/, async (bytes) => (await import("./formats/docx.ts")).readDocx(bytes)],
  [/^\{\\rtf/, () => refuse("richText")],
  [/^(?:From: <Saved by |MIME-Version:[^]*multipart\/related)/i, () => refuse("webArchive")],
  [/^\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head)\b/i, readPage],
];

/**
 * Reads a file that is to be imported: by what its first bytes say it is, else by its name's ending.
 * @param bytes - the file
 * @param name - its name
 * @returns its text, line by line
 * @throws FangzhiError for a file without text, and for one that cannot be read
 */
export async function readImported(bytes: Uint8Array, name: string): Promise<SourceText> {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, searched)).replace(/^(?:ï»¿|ÿþ|þÿ)/, "");
  // Of UTF-16 every other byte is none.
  const sign = signs.find(([pattern]) => pattern.test(start.replaceAll("\0", "")));
  const read = sign?.[1] ?? (/\.(?:x?html?|shtml|php|aspx?|jsp)$/i.test(name) ? readPage : readText(name));
  try {
    return await read(bytes);
  } catch (error) {
    if (!(error instanceof FangzhiError)) throw error;
    const { en, zh } = error.text;
    throw new FangzhiError({ en: `${name}: ${en}`, zh: `${name}：${zh}` }, error.exitCode, { cause: error });
  }
}

async function readPage(bytes: Uint8Array): Promise<SourceText> {
  return (await import("./formats/html.ts")).readHtml(bytes);
}

function readText(name: string): (bytes: Uint8Array) => SourceText {
  return (bytes) => {
    const decoded = decode(bytes);
    if ("badByteAt" in decoded) throw faultOf("noText");
    return readPlain(decoded.text, /\.(?:md|markdown)$/i.test(name) ? "markdown" : "text");
  };
}

function refuse(fault: Parameters<typeof faultOf>[0]): never {
  throw faultOf(fault);
}
