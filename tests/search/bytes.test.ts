import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ByteReader, ByteWriter } from "../../src/search/bytes.ts";

// The examples of https://en.wikipedia.org/wiki/LEB128 and the ends of what is allowed.
test.each([
  [0, [0]],
  [1, [1]],
  [127, [0x7f]],
  [128, [0x80, 0x01]],
  [624_485, [0xe5, 0x8e, 0x26]],
  [0xffff_ffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  [Number.MAX_SAFE_INTEGER, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]],
])("%i is written as %j", (value, bytes) => {
  const writer = new ByteWriter();
  writer.number(value);
  expect([...writer.bytes()]).toEqual(bytes);
});

const number = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const written = fc.array(fc.oneof(number, fc.uint8Array({ maxLength: 3000 })));

test("what is written is read, however much it is", () => {
  fc.assert(
    fc.property(written, (all) => {
      const writer = new ByteWriter();
      for (const each of all) {
        if (typeof each === "number") writer.number(each);
        else writer.raw(each);
      }
      const bytes = writer.bytes();
      expect(writer.length).toBe(bytes.length);
      const reader = new ByteReader(bytes);
      for (const each of all) {
        expect(typeof each === "number" ? reader.number() : [...reader.raw(each.length)]).toEqual(
          typeof each === "number" ? each : [...each],
        );
      }
      expect(reader.at).toBe(bytes.length);
    }),
  );
});

test("a writer that was cleared begins anew, and what was taken from it stays", () => {
  const writer = new ByteWriter();
  writer.number(5);
  const before = writer.bytes();
  writer.clear();
  writer.number(7);
  expect([[...before], [...writer.bytes()]]).toEqual([[5], [7]]);
});

test("a reader may begin later", () => {
  expect(new ByteReader(Uint8Array.of(1, 2, 3), 1).number()).toBe(2);
});

test("bytes that end too soon are not read", () => {
  fc.assert(
    fc.property(number, (value) => {
      const writer = new ByteWriter();
      writer.number(value);
      const bytes = writer.bytes();
      expect(() => new ByteReader(bytes.subarray(0, -1)).number()).toThrow(RangeError);
      expect(() => new ByteReader(bytes).raw(bytes.length + 1)).toThrow(`Expected ${bytes.length + 1} bytes`);
    }),
  );
});
