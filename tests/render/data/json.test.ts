import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLine } from "../../../src/render/data/json.ts";

test.each([
  ["a half of a pair", "a\uD800b", '"a\uFFFDb"'],
  ["two halves in the wrong order", "\uDC00\uD800", '"\uFFFD\uFFFD"'],
  ["a whole pair", "𠮷", '"𠮷"'],
  ["a backslash and letters that look like a half", "\\ud800", '"\\\\ud800"'],
  ["line ends of all kinds", "a\nb\u2028c\u0085", '"a\\nb\u2028c\u0085"'],
])("%s becomes JSON that every reader takes", (_, text, expected) => {
  expect(jsonLine(text)).toBe(expected);
});

test("whatever it holds, it is one line of UTF-8 that says the same", () => {
  const anything = fc.anything({
    key: fc.string({ unit: "binary" }).filter((key) => key !== "__proto__"),
    values: [
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      fc.integer(),
      fc.constant(null),
    ],
    withNullPrototype: false,
  });
  fc.assert(
    fc.property(
      anything.filter((value) => value !== undefined),
      (value) => {
        const line = jsonLine(value);
        const bytes = new TextEncoder().encode(line);
        expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toBe(line);
        expect(line).not.toContain("\n");
        expect(line.isWellFormed()).toBe(true);
        const again = jsonLine(JSON.parse(line));
        expect(again).toBe(line);
        expect(JSON.stringify(JSON.parse(line)).isWellFormed()).toBe(true);
      },
    ),
  );
});
