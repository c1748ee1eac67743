import fc from "fast-check";
import { expect, test } from "vitest";
import { plainData } from "../../src/parse/plainData.ts";

/** A copy, and the keys that were refused. */
function copyOf(value: unknown): { readonly copy: unknown; readonly refused: readonly string[] } {
  const refused: string[] = [];
  return { copy: plainData(value, (key) => refused.push(key)), refused };
}

/** Data as YAML reads it: `__proto__` is a key like others. */
const json = (text: string) => JSON.parse(text) as unknown;

test.each([[null], [true], [0], [-1.5], [""], ["南通 日报\n😀"], [[]], [["甲", [1, null]]], [{ a: { b: [{}] } }]])(
  "%j is copied",
  (value) => {
    expect(copyOf(value)).toEqual({ copy: value, refused: [] });
  },
);

test.each([
  ['{"__proto__":{"a":1},"b":2}', { b: 2 }, ["__proto__"]],
  ['{"constructor":{"prototype":{"a":1}}}', {}, ["constructor"]],
  ['{"prototype":1}', {}, ["prototype"]],
  ['{"a":{"__proto__":{"b":1},"c":1}}', { a: { c: 1 } }, ["__proto__"]],
  ['{"a":[{"constructor":1},{"b":{"prototype":1}}]}', { a: [{}, { b: {} }] }, ["constructor", "prototype"]],
])("of %s the keys that reach JavaScript's own objects are left out", (text, copy, refused) => {
  expect(copyOf(json(text))).toEqual({ copy, refused });
});

test.each(["__Proto__", "proto", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "then", "constructors"])(
  "the key %s is a key like others",
  (key) => {
    const { copy, refused } = copyOf({ [key]: "甲" });
    expect(Object.entries(copy as object)).toEqual([[key, "甲"]]);
    expect(refused).toEqual([]);
  },
);

test.each([
  ["甲\0乙\x1b[31m", "甲乙[31m"],
  ["a\ud800b", "a\ufffdb"],
  ["a\tb\nc", "a\tb\nc"],
])("%j is cleaned as a text, in a list and as a key", (text, clean) => {
  expect(copyOf(text).copy).toBe(clean);
  expect(copyOf([text]).copy).toEqual([clean]);
  expect(copyOf({ [text]: text }).copy).toEqual({ [clean]: clean });
});

test.each([["__proto__\0"], ["__pro\x07to__"], ["\x1bconstructor"]])(
  "a key such as %j is refused for what it becomes without control characters",
  (key) => {
    expect(Object.keys(copyOf({ [key]: { a: 1 } }).copy as object)).toEqual([]);
  },
);

test("no copy inherits anything, at any depth, and the value itself stays as it was", () => {
  const value = { a: [{ b: {} }] };
  const { copy } = copyOf(value);
  const inner = (copy as typeof value).a[0]!;
  expect([copy, inner, inner.b].map((object) => Object.getPrototypeOf(object) as unknown)).toEqual([null, null, null]);
  expect(value).toEqual({ a: [{ b: {} }] });
});

test("no data changes JavaScript's own objects", () => {
  const key = fc.oneof(fc.constantFrom("__proto__", "constructor", "prototype", "polluted", "a"), fc.string());
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, fc.constant(1), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  const before = Object.getOwnPropertyNames(Object.prototype);
  fc.assert(
    fc.property(tree, (value) => {
      expect(JSON.stringify(copyOf(json(JSON.stringify(value))).copy)).not.toMatch(
        /"(?:__proto__|constructor|prototype)":/,
      );
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    }),
  );
});
