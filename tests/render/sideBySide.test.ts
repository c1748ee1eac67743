import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sideBySide, type Part } from "../../src/render/sideBySide.ts";

/** A side with what has changed in brackets. */
const marked = (parts: readonly Part[]) =>
  parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join("");

const rowsOf = (one: string, other: string) =>
  sideBySide(one, other).map((row) => (row.isSame ? [marked(row.one)] : [marked(row.one), marked(row.other)]));

test("equal paragraphs stand once, changed words are marked on both sides, and single words between them", () => {
  expect(rowsOf("项目为王。\n企业落户南通，第一年达产。", "项目为王。\n多家企业落户南通，第二年满产达产。")).toEqual([
    ["项目为王。"],
    ["企业落户南通，第[一年]达产。", "[多家]企业落户南通，第[二年满产]达产。"],
  ]);
});

test("paragraphs that only one text has stand alone", () => {
  expect(rowsOf("导语一句话。\n项目为王，引领产业。", "项目为王，引领产业。\n（责任编辑：张三）")).toEqual([
    ["[导语一句话。]", ""],
    ["项目为王，引领产业。"],
    ["", "[（责任编辑：张三）]"],
  ]);
});

test("Latin words and numbers are words", () => {
  expect(rowsOf("同比增长 12.5% 左右，好于预期。", "同比增长 15.5% 左右，好于预期。")).toEqual([
    ["同比增长 [12.5%] 左右，好于预期。", "同比增长 [15.5%] 左右，好于预期。"],
  ]);
});

test("each side is its text, and what is not marked is the same on both", () => {
  const line = fc.string({
    unit: fc.constantFrom(...Array.from("项目为王企业落户1a，。𠮷")),
    minLength: 1,
    maxLength: 12,
  });
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const rows = sideBySide(one, other);
      const side = (which: "one" | "other") =>
        rows
          .map((row) => (row.isSame ? row.one : row[which]).map((part) => part.text).join(""))
          .filter(Boolean)
          .join("\n");
      expect(side("one")).toBe(one);
      expect(side("other")).toBe(other);
      const unmarked = (parts: readonly Part[]) => marked(parts.filter(({ isChanged }) => !isChanged));
      for (const row of rows.filter(({ isSame }) => !isSame)) expect(unmarked(row.one)).toBe(unmarked(row.other));
    }),
  );
});

test("what all paragraphs together may cost is not exceeded; past it they are marked as a whole", () => {
  const text = (mark: string) =>
    Array.from({ length: 5 }, (_, at) => `${mark}${`企业落户南通第${at}年达产`.repeat(3)}${mark}`).join("\n");
  const changedIn = (left: number) => {
    const work = { left };
    const rows = sideBySide(text("甲"), text("乙"), work);
    expect(work.left).toBeGreaterThanOrEqual(0);
    return rows.filter(({ one }) => one.every(({ isChanged }) => isChanged)).length;
  };
  const steps = 1_000_000;
  const work = { left: steps };
  sideBySide(text("甲"), text("乙"), work);
  const cost = steps - work.left;
  expect(changedIn(cost)).toBe(0);
  expect(changedIn(cost - 1)).toBe(1);
  // Each stands alone, on its own side.
  expect(changedIn(0)).toBe(10);
});
