import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWidth, fullWidth } from "../../src/import/fullWidth.ts";

test.each([
  ["去年,开发区新签约项目34个;总投资784.5亿元.", "去年，开发区新签约项目34个；总投资784.5亿元.", 2],
  ["投资6,300万元,比例3:1", "投资6,300万元，比例3:1", 1],
  ["南通开发区: 吹响号角", "南通开发区：吹响号角", 1],
  ["销售额800万元(含外贸)", "销售额800万元（含外贸）", 2],
  ["see https://a.b/c?d, ok", "see https://a.b/c?d, ok", 0],
])("%s becomes %s", (text, wide, count) => {
  expect(fullWidth(text)).toEqual({ text: wide, count });
});

const said = fc.string({
  unit: fc.constantFrom(
    "中",
    "文",
    "“",
    "”",
    "a",
    "1",
    " ",
    "，",
    "：",
    "；",
    "？",
    "！",
    "（",
    "）",
    ",",
    ":",
    ";",
    "?",
    "!",
    "(",
    ")",
    ".",
  ),
});

test("widening twice changes nothing more, and folds back to what it was", () => {
  fc.assert(
    fc.property(said, (text) => {
      const { text: wide } = fullWidth(text);
      expect(foldWidth(wide).replaceAll(" ", "")).toBe(foldWidth(text).replaceAll(" ", ""));
    }),
  );
});

test("folding twice changes nothing more, and keeps the length", () => {
  fc.assert(
    fc.property(said, (text) => {
      expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
      expect(foldWidth(text)).toHaveLength(text.length);
    }),
  );
});
