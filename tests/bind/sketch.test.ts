import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashesIn, sketchAt, sketchOf, sketchSize } from "../../src/bind/sketch.ts";
import { sketchSentences } from "../../src/normalise/twins.ts";

test("each of many sketches is found again, with the smallest hashes of its sentences", () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom("南", "通", "。"), maxLength: 30 }));
  fc.assert(
    fc.property(text, (texts) => {
      const sketches = texts.map(sketchOf).join("");
      const hashes = hashesIn(sketches);
      expect(hashes).toHaveLength(texts.length * sketchSize);
      for (const [at, one] of texts.entries()) {
        const own = [...hashes.subarray(at * sketchSize, (at + 1) * sketchSize)];
        expect(own.filter((hash) => hash !== 0)).toEqual(sketchSentences(one).slice(0, sketchSize));
        expect(sketchAt(hashes, at)).toBe(sketchOf(one));
      }
    }),
  );
});
