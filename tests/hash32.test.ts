import fc from "fast-check";
import { expect, test } from "vitest";
import { hash32, hexadecimal } from "../src/hash32.ts";

test.each([
  ["", "811c9dc5"],
  ["a", "e40c292c"],
  ["foobar", "bf9cf968"],
])("the hash of %j is %s, as the draft of FNV has it", (text, digits) => {
  expect(hexadecimal(hash32(text))).toBe(digits);
});

test("a hash is written in eight digits", () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), (sum) => {
      expect(hexadecimal(sum)).toBe(sum.toString(16).padStart(8, "0"));
      expect(hexadecimal(sum | 0)).toBe(hexadecimal(sum));
    }),
  );
});
