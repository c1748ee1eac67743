import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame, widthOf } from "../../src/cli/codeFrame.ts";

const plain = { width: 80, colours: false };
const text = "---\ntitle: 甲\ndate: 2022年\ntags: 南通\t日报\n---\n正文";

test("two lines around, and a caret below the column; wide characters have wide blanks below them", () => {
  expect(codeFrame(text, { line: 4, column: 10 }, plain)).toEqual([
    "    2 │ title: 甲",
    "    3 │ date: 2022年",
    "  > 4 │ tags: 南通 日报",
    "      │       　　 ^",
    "    5 │ ---",
    "    6 │ 正文",
  ]);
});

test("at the ends of the text there are fewer lines", () => {
  expect(codeFrame("甲\n乙", { line: 1, column: 1 }, plain)).toEqual(
    ["  > 1 │ 甲", "      │ ^", "    2 │ 乙"].map((row) => row),
  );
  expect(codeFrame("甲", { line: 3, column: 1 }, plain)).toEqual([]);
});

test("of a long line the part around the column is shown", () => {
  const frame = codeFrame(`${"长".repeat(500)}错${"长".repeat(500)}`, { line: 1, column: 501 }, plain);
  expect(frame).toEqual([`  > 1 │ …${"长".repeat(16)}错${"长".repeat(18)}…`, `      │  ${"\u3000".repeat(16)}^`]);
});

test("colours are there when they are wanted, and escape sequences of the text never are", () => {
  const odd = "甲\u001b[31m乙";
  expect(codeFrame(odd, { line: 1, column: 1 }, plain).join("")).not.toContain("\u001b");
  expect(codeFrame(odd, { line: 1, column: 1 }, { width: 80, colours: true }).join("")).toContain("\u001b[31m^");
});

test.each([
  ["abc", 3],
  ["甲乙", 4],
  ["ＡＢ", 4],
  ["e\u0301", 1],
  ["𠮷", 2],
  ["한글", 4],
  ["“甲”", 4],
  ["🙂", 2],
])("%s takes %i columns", (words, width) => {
  expect(widthOf(words)).toBe(width);
});

test("no row is wider than the terminal, and the caret stands where its character begins", () => {
  const words = fc.string({ unit: fc.constantFrom("a", " ", "甲", "，", "𠮷", "\t"), maxLength: 200 });
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 40, max: 120 }), (line, at, width) => {
      const characters = Array.from(`${line}错`);
      const before = characters.slice(0, at % characters.length).join("");
      const [row, caret] = codeFrame(characters.join(""), { line: 1, column: before.length + 1 }, { ...plain, width });
      expect(widthOf(row!)).toBeLessThanOrEqual(width);
      const lead = widthOf(caret!.slice(0, -1));
      let [place, columns] = [0, 0];
      while (columns < lead) columns += widthOf(Array.from(row!)[place++]!);
      expect(columns).toBe(lead);
      const shown = Array.from(row!)[place] ?? " ";
      expect(shown).toBe((characters[at % characters.length] ?? "").replace("\t", " "));
    }),
  );
});
