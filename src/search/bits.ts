/** Bits that are being written, the highest of each byte first; four bytes are filled at a time. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #word = 0;
  /** How many bits of the word are not written yet, 1 to 32. */
  #free = 32;

  /** How many bytes are full or begun. */
  get length(): number {
    return this.#length + ((39 - this.#free) >>> 3);
  }

  /**
   * Writes a number in so many bits.
   * @param value - the number, 0 to 2^count - 1
   * @param count - how many bits, 0 to 31
   */
  bits(value: number, count: number): void {
    const free = this.#free - count;
    if (free > 0) {
      this.#word |= value << free;
      this.#free = free;
      return;
    }
    this.#word |= value >>> -free;
    this.#closeWord(4);
    this.#free = 32 + free;
    // Shifted by 32, a number would stay as it is.
    if (free < 0) this.#word = value << this.#free;
  }

  /**
   * What has been written so far, filled up to whole bytes; then begins anew.
   * @returns a copy of the bytes
   */
  take(): Uint8Array<ArrayBuffer> {
    this.#closeWord((39 - this.#free) >>> 3);
    this.#free = 32;
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #closeWord(bytes: number): void {
    if (this.#length + 4 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    for (let at = 0; at < bytes; at++) this.#bytes[this.#length++] = this.#word >>> (24 - 8 * at);
    this.#word = 0;
  }
}

/** Reads what a BitWriter has written. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** How many bits of the byte at hand are not read yet. */
  #left = 8;

  /** @param bytes - the bytes */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /**
   * Reads a number.
   * @param count - in how many bits it was written
   * @returns the number
   * @throws RangeError when the bytes end before it does
   */
  bits(count: number): number {
    let value = 0;
    let wanted = count;
    while (wanted > 0) {
      if (this.#at >= this.#bytes.length) throw new RangeError("Expected more bits, got the end of the bytes");
      const taken = Math.min(wanted, this.#left);
      wanted -= taken;
      this.#left -= taken;
      value = (value << taken) | ((this.#bytes[this.#at]! >>> this.#left) & ((1 << taken) - 1));
      if (this.#left === 0) [this.#at, this.#left] = [this.#at + 1, 8];
    }
    return value;
  }
}
