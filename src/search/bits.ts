/** Bits that are being written, the highest of each byte first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #byte = 0;
  #free = 8;

  /** How many bytes are full or begun. */
  get length(): number {
    return this.#length + (this.#free < 8 ? 1 : 0);
  }

  /**
   * Writes a number in so many bits.
   * @param value - the number
   * @param count - how many bits, 0 to 31
   */
  bits(value: number, count: number): void {
    let left = count;
    while (left > 0) {
      const taken = Math.min(left, this.#free);
      left -= taken;
      this.#free -= taken;
      this.#byte |= ((value >>> left) & ((1 << taken) - 1)) << this.#free;
      if (this.#free === 0) this.#closeByte();
    }
  }

  /**
   * What has been written so far, filled up to whole bytes; then begins anew.
   * @returns a copy of the bytes
   */
  take(): Uint8Array<ArrayBuffer> {
    if (this.#free < 8) this.#closeByte();
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #closeByte(): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = this.#byte;
    this.#byte = 0;
    this.#free = 8;
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
