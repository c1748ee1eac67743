/** UTF-16 units of the text that was laid open last. */
let open = new Uint16Array(1024);
let openBytes = Buffer.from(open.buffer);

/**
 * Lays a text open: V8 takes long to find one character after another in it, most of all where it is part of another.
 * @param text - any text
 * @returns its UTF-16 units, and others after them; good until the next text is laid open
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length > open.length) {
    open = new Uint16Array(2 * text.length);
    openBytes = Buffer.from(open.buffer);
  }
  openBytes.write(text, "utf16le");
  return open;
}
