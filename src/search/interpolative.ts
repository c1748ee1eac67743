import type { BitReader, BitWriter } from "./bits.ts";

/*
 * Numbers that ascend are written from the middle: the middle one first, in as many bits as tell it from the others that
 * it may be, then those below it and those above. What cannot be otherwise takes no bits: binary interpolative coding
 * (Moffat and Stuiver, 2000, https://doi.org/10.1023/A:1013002601898).
 */

/**
 * Writes numbers that ascend, each once.
 * @param numbers - the numbers
 * @param end - a number above all of them, 2^30 at most
 * @param bits - where to
 */
export function writeAscending(numbers: ArrayLike<number>, end: number, bits: BitWriter): void {
  writeBetween(numbers, 0, numbers.length, 0, end, bits);
}

/** Of the numbers, those at some places; all of them are `low` or more, and below `high`. */
function writeBetween(
  numbers: ArrayLike<number>,
  from: number,
  to: number,
  low: number,
  high: number,
  bits: BitWriter,
): void {
  // When there are as many numbers as places, each place is taken.
  if (from === to || to - from === high - low) return;
  const middle = (from + to) >>> 1;
  const number = numbers[middle]!;
  const lowest = low + middle - from;
  writeBelow(number - lowest, high - (to - middle) + 1 - lowest, bits);
  writeBetween(numbers, from, middle, low, number, bits);
  writeBetween(numbers, middle + 1, to, number + 1, high, bits);
}

/**
 * Reads numbers that ascend.
 * @param count - how many
 * @param end - the number above all of them, 2^30 at most
 * @param bits - where from
 * @returns the numbers
 * @throws RangeError when the bits end before they do
 */
export function readAscending(count: number, end: number, bits: BitReader): Uint32Array {
  const numbers = new Uint32Array(count);
  const read = (from: number, to: number, low: number, high: number): void => {
    if (from === to) return;
    if (to - from === high - low) {
      for (let at = from; at < to; at++) numbers[at] = low + at - from;
      return;
    }
    const middle = (from + to) >>> 1;
    const lowest = low + middle - from;
    const number = lowest + readBelow(high - (to - middle) + 1 - lowest, bits);
    numbers[middle] = number;
    read(from, middle, low, number);
    read(middle + 1, to, number + 1, high);
  };
  read(0, count, 0, end);
  return numbers;
}

/** A number below another of 2 or more, in as few bits as tell it from the rest; the first in one less, if there is room. */
function writeBelow(number: number, end: number, bits: BitWriter): void {
  const length = 32 - Math.clz32(end - 1);
  const spare = (1 << length) - end;
  if (number < spare) bits.bits(number, length - 1);
  else bits.bits(number + spare, length);
}

function readBelow(end: number, bits: BitReader): number {
  const length = 32 - Math.clz32(end - 1);
  const spare = (1 << length) - end;
  const number = bits.bits(length - 1);
  return number < spare ? number : number * 2 + bits.bits(1) - spare;
}
