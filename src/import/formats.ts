import { decode } from "../read/encoding.ts";
import { FangzhiError } from "../errors.ts";
import { readPlain } from "./formats/plain.ts";
import type { SourceText } from "./source.ts";

/**
 * Reads a file that is to be imported.
 * @param bytes - the file
 * @param name - its name, whose ending tells what it is
 * @returns its text, line by line
 * @throws FangzhiError when it is no text
 */
export async function readImported(bytes: Uint8Array, name: string): Promise<SourceText> {
  const decoded = decode(bytes);
  if ("badByteAt" in decoded) {
    throw new FangzhiError({ en: `${name} is no text.`, zh: `${name} 不是文本文件。` });
  }
  return Promise.resolve(readPlain(decoded.text, /\.(?:md|markdown)$/i.test(name) ? "markdown" : "text"));
}
