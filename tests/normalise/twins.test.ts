import fc from "fast-check";
import { expect, test } from "vitest";
import { hash32 } from "../../src/hash32.ts";
import { isSameText, sketchSentences, twinCodeOf } from "../../src/normalise/twins.ts";
import { articleOf } from "../support/articles.ts";

test.each([
  ["NW202201072239307540", "202201072239307540"],
  ["202201072239307540", "202201072239307540"],
  ["nw202201072239307540", undefined],
  ["NW2022", undefined],
  ["x202201072239307540", undefined],
  ["202201072239307540-2", undefined],
  ["1".repeat(25), undefined],
  ["", undefined],
])("the wire's number in %s is %s", (slug, code) => {
  expect(twinCodeOf(slug)).toBe(code);
});

const sentences = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `这是第${from + index}句话。`).join("");
const sketch = (text: string) => sketchSentences(text);

test("a sketch does not depend on white space, order or repetition", () => {
  expect(sketch("甲。乙！丙？")).toEqual(sketch("  丙 ？\n乙！ 甲\u3000。乙！"));
});

test("a sketch is of the smallest hashes of the sentences, each once", () => {
  const ends = /[。！？!?；;\n]/;
  const sum = (sentence: string) => hash32(sentence.replace(/\s/g, ""));
  const text = fc.string({
    unit: fc.constantFrom("甲", "乙", "a", "。", "；", "\n", " ", "\u3000", "\ufeff"),
    maxLength: 400,
  });
  fc.assert(
    fc.property(text, (written) => {
      const found = written.split(ends).flatMap((sentence) => (/\S/.test(sentence) ? [sum(sentence)] : []));
      const smallest = [...new Set(found)].sort((a, b) => a - b).slice(0, 24);
      expect([sketch(written), sketch(written)]).toEqual([smallest, smallest]);
    }),
  );
});

test("a sketch of a long text is short, sorted and always the same", () => {
  const one = sketch(sentences(0, 500));
  expect(one.length).toBeLessThanOrEqual(100);
  expect(one).toEqual([...one].sort((a, b) => a - b));
  expect(one).toEqual(sketch(sentences(0, 500)));
});

test.each<[string, string, string, boolean]>([
  ["a text and itself", sentences(0, 20), sentences(0, 20), true],
  ["a text and the same with a sentence more", sentences(0, 20), sentences(0, 21), true],
  ["a text and the same with a sentence changed", sentences(0, 20), sentences(0, 19) + "换了一句。", true],
  ["two texts with nothing in common", sentences(0, 20), sentences(100, 120), false],
  ["two texts that share a quarter", sentences(0, 20), sentences(15, 35), false],
  ["a flash and the long report that quotes it", sentences(0, 2), sentences(0, 40), false],
  ["two empty texts", "", "", true],
  ["an empty text and another", "", sentences(0, 3), false],
  ["two long texts", sentences(0, 300), sentences(0, 299), true],
])("%s are one text: %#", (_, one, other, same) => {
  expect(isSameText(sketch(one), sketch(other))).toBe(same);
  expect(isSameText(sketch(other), sketch(one))).toBe(same);
});

test("a lead quotation is left out of what twins are compared by", () => {
  const body = `<p>${sentences(0, 5)}</p>`;
  const lead = articleOf(`> 摘要一句。\n\n${body}`, { path: "2022-01-07-202201072239307540.md" });
  const bare = articleOf(body, { path: "2022-01-07-NW202201072239307540.md" });
  expect(lead.twin).toEqual(bare.twin);
});

test("a file without the wire's number has no twin", () => {
  expect(articleOf("<p>正文。</p>")).not.toHaveProperty("twin");
});

test("sentences are told apart and hashed as by splitting", () => {
  const split = (text: string) =>
    [
      ...new Set(
        text
          .replace(/[^\S\n]+/g, "")
          .split(/[。！？!?；;\n]+/)
          .filter(Boolean)
          .map(hash32),
      ),
    ].sort((a, b) => a - b);
  const unit = fc.constantFrom("甲", "乙", "。", "！", ";", "\n", " ", "\u3000", "\uFEFF", "\u00A0", "😀", "\uD800");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      expect(sketchSentences(text)).toEqual(split(text));
    }),
  );
});
