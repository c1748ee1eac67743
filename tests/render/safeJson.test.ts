import * as fc from "fast-check";
import { expect, test } from "vitest";
import { safeJson } from "../../src/render/safeJson.ts";

test.each([
  ["</script><script>alert(1)</script>", String.raw`"\u003c/script>\u003cscript>alert(1)\u003c/script>"`],
  ["<!--", String.raw`"\u003c!--"`],
  ["]]>", '"]]>"'],
  ["南通日报 🎉", '"南通日报 🎉"'],
])("%j is written as %s", (value, json) => {
  expect(safeJson(value)).toBe(json);
});

test("any value comes back, and no mark-up can begin in what is written", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("</script>", "<!--<script", "\u2028"));
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), fc.array(text), (value, texts) => {
      const json = safeJson({ value, texts });
      expect(json).not.toContain("<");
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify({ value, texts }));
    }),
  );
});
