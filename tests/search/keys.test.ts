import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/search/fold.ts";
import { coverOf, fieldKey, keysIn, syllablesKey, titleUnitKey, unitsIn, type Key } from "../../src/search/keys.ts";
import { table } from "../support/searchIndex.ts";

function keysOf(text: string): readonly Key[] {
  return [...keysIn(unitsIn(text))];
}

const pair = (two: string) => two.charCodeAt(0) * 0x1_0000 + two.charCodeAt(1);
/** The key of three letters or digits, or of two and what they count: the one that is no pair. */
const three = (text: string) => keysOf(text).find((key) => key >= 0xe000_0000)!;

/** The keys of four and of five digits, and of a whole number. */
const quad = (text: string) => 0xe000_c000 + Number(text);
const quint = (text: string) => 0xe002_0000 + Number(text);
const entire = (text: string) => 0xf000_0000 + Number(text.slice(-8));
const of = keysOf;

test.each([
  ["", []],
  ["港", []],
  ["港口", [pair("港口")]],
  ["港口岸", [pair("港口"), pair("口岸")]],
  ["港\n口", []],
  ["港。口", [pair("港 "), pair(" 口")]],
  ["。。", []],
  ["。 ，港", [pair(" 港")]],
  ["ab", [pair("ab")]],
  ["abc", [pair("ab"), pair("bc"), three("abc")]],
  ["a1c2", [pair("a1"), pair("1c"), three("a1c"), pair("c2"), three("1c2")]],
  ["12亿", [pair("12"), pair("2亿"), three("12亿")]],
  ["1亿", [pair("1亿")]],
  ["12 亿", [pair("12"), pair("2 "), pair(" 亿")]],
  ["12\n345", [pair("12"), pair("34"), pair("45"), three("345")]],
  ["1234", [...of("123"), pair("34"), three("234"), quad("1234"), entire("1234")]],
  ["𠮷", [pair("𠮷")]],
])("the keys of %j", (text, keys) => {
  expect(keysOf(text)).toEqual(keys);
});

test("letters and digits of three, and two with what they count, have keys of their own", () => {
  const texts = ["000", "00a", "zzz", "z0z", "00亿", "zz亿", "00\uffff", "zz\uffff", "0a一", "a0一"];
  expect(new Set(texts.map(three)).size).toBe(texts.length);
});

test.each([
  ["港口", [pair("港口")], true],
  ["港口岸", [pair("港口"), pair("口岸")], false],
  ["abc", [three("abc")], true],
  ["abcd", [three("abc"), three("bcd")], false],
  ["12亿", [three("12亿")], true],
  ["12亿元", [three("12亿"), pair("亿元")], false],
  ["达12亿", [pair("达1"), three("12亿")], false],
  ["达123", [pair("达1"), three("123")], false],
  ["ab亿cd", [three("ab亿"), pair("亿c"), pair("cd")], false],
  ["aaaa", [three("aaa")], false],
  ["4321", [quad("4321")], true],
  ["14321", [quint("14321")], true],
  ["143210", [quint("14321"), quint("43210")], false],
  ["达4321", [pair("达4"), quad("4321")], false],
  ["4321亿", [quad("4321"), three("21亿")], false],
  ["14321亿", [quint("14321"), three("21亿")], false],
  ["达4321亿", [pair("达4"), three("21亿"), entire("4321")], false],
  ["(143210)", [pair(" 1"), pair("0 "), entire("143210")], false],
  ["(0043)", [pair(" 0"), pair("3 "), entire("0043")], false],
  ["达a4321亿", [pair("达a"), three("a43"), quad("4321"), three("21亿")], false],
  ["达4321a亿", [pair("达4"), quad("4321"), three("21a"), three("1a亿")], false],
  ["(1234567890)", [pair(" 1"), pair("0 "), entire("34567890")], false],
  ["哈哈哈", [pair("哈哈")], false],
  ["。港", [pair(" 港")], false],
  ["a。", [pair("a ")], false],
  ["港", [], false],
  ["。。", [], false],
  ["", [], false],
])("%s is looked for by its keys, exact or not", (text, keys, isExact) => {
  expect(coverOf(text)).toEqual({ keys, isExact });
});

const characters = [...Array.from("港口岸亿abz019 ，。\ufffd\ud842\udfb7\ufa0e"), "4321", "01234"];
const textOf = (maxLength: number) =>
  fc.array(fc.constantFrom(...characters), { maxLength }).map((all) => fold(all.join(""), table));

test("a text has all keys by which what stands in it is looked for", () => {
  fc.assert(
    fc.property(textOf(20), textOf(6), textOf(20), (before, text, after) => {
      const whole = `${before}${text}${after}`;
      const keys = new Set(keysOf(whole));
      expect(coverOf(text).keys.filter((key) => !keys.has(key))).toEqual([]);
      // Beginnings, ends and what is between.
      for (let from = 0; from < whole.length; from++) {
        for (const length of [2, 3, 5]) {
          const { keys: some } = coverOf(whole.slice(from, from + length));
          expect(some.filter((key) => !keys.has(key))).toEqual([]);
        }
      }
    }),
  );
});

test("a text that has an exact key has the words", () => {
  let exact = 0;
  fc.assert(
    fc.property(fc.array(textOf(12), { maxLength: 3 }), textOf(3), (lines, words) => {
      const { keys, isExact } = coverOf(words);
      if (!isExact) return;
      exact++;
      const has = keysOf(lines.join("\n")).includes(keys[0]!);
      expect(has).toBe(lines.some((line) => line.includes(words)));
    }),
    { numRuns: 5000 },
  );
  expect(exact).toBeGreaterThan(500);
});

test("kinds of keys lie apart, where no text is", () => {
  const ranges: readonly (readonly [low: Key, high: Key])[] = [
    [0xdfff_ffff, 0xdfff_ffff],
    [three("000"), three("zzz")],
    [quad("0000"), quad("9999")],
    [titleUnitKey(0), titleUnitKey(0xffff)],
    [quint("00000"), quint("99999")],
    [syllablesKey(0, 0), syllablesKey(511, 511)],
    [three("00\u0001"), three("zz\uffff")],
    [0xe700_0000, 0xefff_ffff],
    [entire("0000"), entire("99999999")],
    [0xf900_0000, 0xffff_ffff],
  ];
  for (const [at, [low, high]] of ranges.entries()) {
    expect(low).toBeGreaterThan(ranges[at - 1]?.[1] ?? 0);
    expect(high).toBeGreaterThanOrEqual(low);
  }
  fc.assert(
    fc.property(fc.constantFrom("category", "tag", "source"), fc.string({ unit: "grapheme" }), (name, value) => {
      expect(fieldKey(name, value)).toBeGreaterThanOrEqual(0xe700_0000);
      expect(fieldKey(name, value)).toBeLessThanOrEqual(0xefff_ffff);
    }),
  );
});

test("no folded text has a key where other kinds are", () => {
  const reserved = Array.from({ length: 0x10000 }, (_, unit) => fold(String.fromCharCode(unit), table)).filter(
    (folded) => /[\uE000-\uF8FF]/.test(folded),
  );
  expect(reserved).toEqual([]);
});

test("fields of one value differ by their name", () => {
  expect(
    new Set([fieldKey("category", "a"), fieldKey("tag", "a"), fieldKey("source", "a"), fieldKey("tag", "b")]).size,
  ).toBe(4);
});
