import { analyse } from "chardet";
import { readShortUtf8 } from "./utf8.ts";

/** The encodings that source files may have. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Text and the encoding it was found in, or the place of the first byte that fits none. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly badByteAt: number };

/** UTF-32 in its two orders; the first mark would pass for that of UTF-16. */
const utf32Marks = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
];

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** East Asian encodings whose bytes often pass for GB18030. */
const lookalikes = new Set(["Big5", "Shift_JIS", "EUC-JP", "EUC-KR"]);

/**
 * Decodes the bytes of a source file: by its byte order mark, else as UTF-8, else as GB18030 (which holds GBK and
 * GB2312) when the bytes look like Chinese in it.
 * @param bytes - the whole file
 * @returns the text without byte order mark, or the offset of the first byte that cannot be read
 */
export function decode(bytes: Uint8Array): Decoded {
  if (utf32Marks.some((mark) => mark.every((byte, index) => bytes[index] === byte))) return { badByteAt: 0 };
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.encoding ?? "utf-8";
  const text = (encoding === "utf-8" ? readShortUtf8(bytes) : undefined) ?? attempt(encoding, bytes);
  if (text !== undefined) {
    const nul = bytes.indexOf(0);
    return encoding === "utf-8" && nul >= 0 ? { badByteAt: nul } : { text, encoding };
  }
  if (!marked && !bytes.includes(0)) {
    const chinese = attempt("gb18030", bytes);
    if (chinese !== undefined && isGb18030(bytes)) return { text: chinese.replace(/^\uFEFF/, ""), encoding: "gb18030" };
  }
  return { badByteAt: encoding === "utf-8" ? firstBrokenUtf8(bytes) : firstBrokenUtf16(bytes, encoding) };
}

function attempt(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    // "gb18030" and not "gbk": Node 20's GBK decoder spoils four-byte characters.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isGb18030(bytes: Uint8Array): boolean {
  if (isBrokenUtf8(bytes)) return false;
  const guesses = analyse(bytes);
  const chinese = guesses.find(({ name }) => name === "GB18030")?.confidence ?? 0;
  const other = guesses.find(({ name }) => lookalikes.has(name))?.confidence ?? 0;
  return Math.max(chinese, other) >= 50 ? chinese >= other : isMostlyGb2312(bytes);
}

/** Whether the bytes are UTF-8 with some damage: three-byte characters outweigh the damaged places. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const damaged = lossy.match(/\uFFFD/g)?.length ?? 0;
  const sound = lossy.match(/[\u0800-\uFFFC]|[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
  return sound >= damaged || utf8Words.test(lossy);
}

/** Two or more three-byte characters and nothing else between ASCII: in GBK that happens by accident to no text. */
const utf8Words = /(?<![^\0-\x7f])[\u0800-\uFFFC]{2,}(?![^\0-\x7f])/;

/**
 * Whether most pairs lie in GB2312, where both bytes are high. A single pair beside a Latin letter is no Chinese
 * character but two accented letters, as in Größe, or one in UTF-8.
 */
function isMostlyGb2312(bytes: Uint8Array): boolean {
  let pairs = 0;
  let inGb2312 = 0;
  const isHigh = (index: number) => (bytes[index] ?? 0) >= 0x81;
  const isLetter = (index: number) => /[a-z]/i.test(String.fromCharCode(bytes[index] ?? 0));
  for (let index = 0; index < bytes.length; index++) {
    if (!isHigh(index)) continue;
    pairs++;
    const isAlone = !isHigh(index - 1) && !isHigh(index + 2) && (isLetter(index - 1) || isLetter(index + 2));
    if (bytes[index]! >= 0xa1 && (bytes[index + 1] ?? 0) >= 0xa1 && !isAlone) inGb2312++;
    index++;
  }
  return inGb2312 * 2 > pairs;
}

function firstBrokenUtf8(bytes: Uint8Array): number {
  const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let counted = 0;
  for (let at = lossy.indexOf("\uFFFD"); at >= 0; at = lossy.indexOf("\uFFFD", at + 1)) {
    offset += Buffer.byteLength(lossy.slice(counted, at));
    counted = at;
    const isRealReplacement = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isRealReplacement) return offset;
  }
  return 0;
}

/** The first half of a surrogate pair that stands alone, or the odd byte at the end. */
function firstBrokenUtf16(bytes: Uint8Array, encoding: Encoding): number {
  const lossy = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const high = encoding === "utf-16le" ? 1 : 0;
  for (let at = lossy.indexOf("\uFFFD"); at >= 0; at = lossy.indexOf("\uFFFD", at + 1)) {
    const isRealReplacement = bytes[at * 2 + high] === 0xff && bytes[at * 2 + 1 - high] === 0xfd;
    if (!isRealReplacement) return at * 2;
  }
  return bytes.length - 1;
}
