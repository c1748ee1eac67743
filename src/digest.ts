/**
 * Gathers numbers and texts into one number: two lanes of MurmurHash3
 * (https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp), which differ in their seeds. It is for
 * comparing what is shown now with what was shown before, many times a second; not for what an enemy may choose.
 */
export class Digest {
  #one = 0x2f0b4c47;
  #other = 0x5c9a31e9;
  #length = 0;

  /**
   * Takes a number in.
   * @param value - a whole number, 0 to 2^53 - 1
   * @returns this digest
   */
  number(value: number): this {
    this.#word(value | 0);
    this.#word((value / 0x1_0000_0000) | 0);
    return this;
  }

  /**
   * Takes a text in, with its length, so that two texts are not mistaken for one.
   * @param value - any text, or none
   * @returns this digest
   */
  text(value: string | undefined): this {
    this.#word(value === undefined ? -1 : value.length);
    if (value !== undefined) for (let index = 0; index < value.length; index++) this.#word(value.charCodeAt(index));
    return this;
  }

  /**
   * What has been taken in so far.
   * @returns 53 bits, never 0
   */
  value(): number {
    const high = finish(this.#one ^ this.#length) >>> 11;
    return high * 0x1_0000_0000 + finish(this.#other ^ this.#length) || 1;
  }

  #word(word: number): void {
    this.#one = round(this.#one, word);
    this.#other = round(this.#other, word);
    this.#length++;
  }
}

function round(lane: number, word: number): number {
  let key = Math.imul(word, 0xcc9e2d51);
  key = (key << 15) | (key >>> 17);
  const mixed = lane ^ Math.imul(key, 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(lane: number): number {
  let mixed = lane;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
