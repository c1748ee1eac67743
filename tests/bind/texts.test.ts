import fc from "fast-check";
import { expect, test } from "vitest";
import { packTexts, textAt, textsOf, unpackTexts, type PackedTexts } from "../../src/bind/texts.ts";

test("texts come out as they went in, written or not", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
      const together = textsOf(texts);
      const read = unpackTexts(JSON.parse(JSON.stringify(packTexts(together))) as PackedTexts);
      for (const each of [together, read]) expect(texts.map((_, at) => textAt(each, at))).toEqual(texts);
    }),
  );
});
