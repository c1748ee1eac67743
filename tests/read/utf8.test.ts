import fc from "fast-check";
import { expect, test } from "vitest";
import { readShortUtf8 } from "../../src/read/utf8.ts";

/** What stands at the borders of UTF-8's forms, and ordinary text. */
const units = fc.constantFrom(
  ...["a", "é", "·", "南", "😀", "", "\0", "\u007F", "\u0080", "\u07FF", "\u0800"],
  ...["\uD7FF", "\uE000", "\uFEFF", "\uFFFD", "\uFFFF", "\uDBFF"],
);
const bytes = fc.constantFrom(
  0,
  0x41,
  0x7f,
  0x80,
  0xbf,
  0xc1,
  0xc2,
  0xdf,
  0xe0,
  0xed,
  0xef,
  0xf0,
  0xf4,
  0xff,
  0xa0,
  0x9f,
);

function read(given: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(given);
  } catch {
    return undefined;
  }
}

test("what is read is what a text decoder reads", () => {
  const texts = fc.array(units).map((parts) => Buffer.from(parts.join("")));
  const parts = fc.oneof(
    texts,
    fc.uint8Array(),
    fc.array(bytes).map((each) => Buffer.from(each)),
  );
  const isRead = (given: readonly Uint8Array[]) => {
    const whole = Buffer.concat(given);
    return [undefined, read(whole)].includes(readShortUtf8(whole));
  };
  expect(fc.check(fc.property(fc.array(parts), isRead), { numRuns: 3000 })).toMatchObject({ failed: false });
});

test.each([
  ["", ""],
  ["南通·开发区 100亿元, é\r\n", "南通·开发区 100亿元, é\r\n"],
  ["南".repeat(20_000), "南".repeat(20_000)],
  ["😀", undefined],
  ["\uFEFF南", undefined],
])("text %#: what takes four bytes, or says its byte order, is left to others", (text, found) => {
  expect(readShortUtf8(Buffer.from(text))).toBe(found);
});

test("bytes that are cut short are left to others", () => {
  for (const end of [1, 2, 4]) expect(readShortUtf8(Buffer.from("南南").subarray(0, end))).toBeUndefined();
});
