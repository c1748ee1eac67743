import fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf, type ColumnKind } from "../src/columns.ts";

const valuesOf: Readonly<Record<ColumnKind, fc.Arbitrary<unknown>>> = {
  number: fc.oneof(fc.integer(), fc.double({ noNaN: true })),
  sha256: fc.oneof(
    fc.constant(""),
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex")),
  ),
  word: fc.oneof(fc.constant(null), fc.constantFrom("2022-03", "2022-04"), fc.record({ rule: fc.string() })),
};

test.each(["number", "sha256", "word"] as const)(
  "a column of kind %s has what was put in it, packed or not",
  (kind) => {
    // All zeros stand for no hash at all.
    const values = valuesOf[kind].filter((value) => value !== "0".repeat(64));
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 200 }), fc.array(values), (first, others) => {
        const column = columnOf(kind);
        for (const [place, value] of [...first, ...others].entries()) column.set(place, value);
        const places = first.map((_, place) => place);
        expect(places.map((place) => column.get(place))).toEqual(first);

        const other = columnOf(kind);
        for (const [place, value] of others.entries()) other.set(place, value);
        other.unpack(JSON.parse(JSON.stringify(column.pack(places.reverse()))), others.length);
        const all = Array.from({ length: others.length + first.length }, (_, place) => other.get(place));
        expect(all).toEqual([...others, ...first.reverse()]);
      }),
    );
  },
);

test("a value takes the place of another", () => {
  const column = columnOf("sha256");
  column.set(0, "ab".repeat(32));
  column.set(0, "");
  expect(column.get(0)).toBe("");
});
