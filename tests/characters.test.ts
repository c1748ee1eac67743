import fc from "fast-check";
import { expect, test } from "vitest";
import { beginning, countCharacters, findUnprintable, isSpace, oneLine, printable, solid } from "../src/characters.ts";
import { hash32, hash32Solid } from "../src/hash32.ts";

const unprintable = [
  ..."\0\x01\x08\x0b\x0c\r\x0e\x1b\x1f\x7f\x80\x85\x9f\ufeff\ufffe\uffff"
    .split("")
    .map((character) => [character] as const),
];

test.each(unprintable)("%j is found and taken out", (character) => {
  expect(findUnprintable(`甲${character}乙${character}`)).toEqual({ at: 1, count: 2 });
  expect(printable(`甲${character}乙${character}`)).toBe("甲乙");
});

test.each(["\t", "\n", " ", "\u00a0", "\u3000", "\u200b", "\u2028", "\ufffd", "~", "𠮷", "😀"])(
  "%j is printable",
  (character) => {
    expect(findUnprintable(character)).toEqual({ at: -1, count: 0 });
    expect(printable(character)).toBe(character);
  },
);

test.each([
  ["a\ud842b", "a\ufffdb"],
  ["\udfb7", "\ufffd"],
  ["\ud842\0\udfb7", "𠮷"],
  ["𠮷", "𠮷"],
])("of surrogates, %j is printed as %j", (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test.each([
  ["  甲 \t\n 乙\u3000 ", "甲 乙"],
  ["甲\r\n乙", "甲 乙"],
  ["甲\u2028乙", "甲 乙"],
  ["甲\x07乙", "甲乙"],
  ["\u202e甲\u202c", "甲"],
  ["a\u2066b\u2069c", "abc"],
  ["a\u200eb\u200fc", "abc"],
  ["a\u061cb", "ab"],
  ["甲 \u202a 乙", "甲 乙"],
  ["e\u0301", "e\u0301"],
  ["𠮷野家", "𠮷野家"],
  ["\u3000\n", ""],
])("%j on one line is %j", (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test.each([
  ["", 0],
  ["南通", 2],
  ["𠮷😀", 2],
  ["e\u0301", 2],
  ["a\n", 2],
  ["\ud842", 1],
])("%j has %i characters", (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

test.each([
  ["南通日报", 5, "南通日报"],
  ["南通日报", 4, "南通日报"],
  ["南通日报", 3, "南通日…"],
  ["南通日报", 0, "…"],
  ["南 通", 2, "南…"],
  ["𠮷𠮷𠮷", 3, "𠮷𠮷𠮷"],
  ["𠮷𠮷𠮷", 2, "𠮷𠮷…"],
  ["𠮷a𠮷a", 3, "𠮷a𠮷…"],
  ["", 0, ""],
])("the beginning of %s, %i characters long, is %s", (text, length, begin) => {
  expect(beginning(text, length)).toBe(begin);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\0", "\ud842", "\u202e", " ", "字") }),
);

test("what is printable holds no control character and no half of a pair", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const printed = printable(text);
      expect(findUnprintable(printed).count).toBe(0);
      expect(printed.isWellFormed()).toBe(true);
      expect(printable(printed)).toBe(printed);
      expect(printed.length).toBe(text.length - findUnprintable(text).count);
    }),
  );
});

test("one line is one line and turns no direction", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\n\r\u2028\u2029]|^\s|\s$|\s\s|\p{Bidi_Control}/u);
      expect(oneLine(line)).toBe(line);
    }),
  );
});

test("a beginning is whole characters of the text, and no more than were asked for", () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), (text, length) => {
      const begin = beginning(text, length);
      const isWhole = begin === text;
      expect(countCharacters(begin)).toBeLessThanOrEqual(isWhole ? length : length + 1);
      expect(text.startsWith(isWhole ? begin : begin.slice(0, -1))).toBe(true);
    }),
  );
});

test("white space is told, and taken out, as by regular expressions", () => {
  for (let unit = 0; unit < 0x10000; unit++) expect(isSpace(unit)).toBe(/\s/.test(String.fromCharCode(unit)));
  const unit = fc.oneof(
    fc.constantFrom(" ", "\n", "\u3000", "\uFEFF", "甲"),
    fc.string({ unit: "binary", maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(solid(text)).toBe(text.replace(/\s+/g, ""));
      expect(hash32Solid(text)).toBe(hash32(text.replace(/\s+/g, "")));
    }),
  );
});

test("a beginning is cut between code points", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat({ max: 12 }), (text, length) => {
      const points = Array.from(text);
      const cut = `${points.slice(0, length).join("").trimEnd()}…`;
      expect(beginning(text, length)).toBe(points.length <= length ? text : cut);
    }),
  );
});

test("characters are counted as a walk through the text meets them", () => {
  const halves = fc.string({ unit: fc.constantFrom("\ud842", "\udfb7", "字", "𠮷") });
  fc.assert(
    fc.property(fc.oneof(anyText, halves), (text) => {
      expect(countCharacters(text)).toBe(Array.from(text).length);
    }),
  );
});

test("each UTF-16 unit is printable or not as the pattern for it has it", () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const taken = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]/;
  const printed = (unit: string) => (taken.test(unit) ? "" : unit.toWellFormed());
  expect(units.filter((unit) => printable(unit) !== printed(unit))).toEqual([]);
});
