/** Bytes that are being written: whole numbers, small ones in few bytes (LEB128, as WebAssembly has them). */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /**
   * Writes a whole number, seven bits a byte, the lowest first.
   * @param value - 0 to 2^53 - 1
   */
  number(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest = rest < 0x8000_0000 ? rest >>> 7 : Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /**
   * Writes bytes as they are.
   * @param bytes - the bytes
   */
  raw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /**
   * What has been written so far.
   * @returns a copy of the bytes
   */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads what a ByteWriter has written. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where it is among the bytes. */
  get at(): number {
    return this.#at;
  }

  /**
   * Reads a whole number.
   * @returns the number
   * @throws RangeError when the bytes end before it does
   */
  number(): number {
    const first = this.#bytes[this.#at];
    // Most numbers are small.
    if (first !== undefined && first < 0x80) {
      this.#at++;
      return first;
    }
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError("Expected a number, got the end of the bytes");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }

  /**
   * Reads bytes as they are.
   * @param length - how many
   * @returns a view of them
   * @throws RangeError when there are not so many
   */
  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError(`Expected ${length} bytes`);
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  /**
   * Reads all that is left.
   * @returns a view of it
   */
  rest(): Uint8Array {
    return this.raw(this.#bytes.length - this.#at);
  }
}
