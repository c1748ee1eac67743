/** Where the text is put together; most files fit in. */
let units = new Uint16Array(32 * 1024);

/**
 * Reads UTF-8 of characters that take up to three bytes, as nearly all Chinese text is, in a third of the time that it
 * takes Node 20.
 * @param bytes - the bytes
 * @returns the text; nothing when there is anything else in them, which may still be a text
 */
export function readShortUtf8(bytes: Uint8Array): string | undefined {
  if (bytes.length > units.length) units = new Uint16Array(bytes.length * 2);
  const to = units;
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++]!;
    if (first < 0x80) {
      to[length++] = first;
      continue;
    }
    // A byte that follows is below 0x40 then; one that is not there is not.
    const second = bytes[at++]! ^ 0x80;
    if (first >> 4 === 0xe) {
      const third = bytes[at++]! ^ 0x80;
      const unit = ((first & 0x0f) << 12) | (second << 6) | third;
      // What is written longer than it is, half a pair of units, and a mark of byte order are left to others.
      if (second >= 0x40 || third >= 0x40 || unit < 0x800 || unit >> 11 === 0x1b || unit === 0xfeff) return undefined;
      to[length++] = unit;
    } else {
      if (second >= 0x40 || first < 0xc2 || first >= 0xe0) return undefined;
      to[length++] = ((first & 0x1f) << 6) | second;
    }
  }
  return Buffer.from(to.buffer, 0, length * 2).toString("utf16le");
}
