import { gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gzipMember } from "../../../src/render/data/gzip.ts";

test("the header of a member says neither when nor on which system it was made", () => {
  const member = gzipMember(Buffer.from("正文".repeat(100)));
  expect([...member.subarray(0, 4)]).toEqual([0x1f, 0x8b, 8, 0]);
  expect([...member.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  expect(member[9]).toBe(255);
});

test("the same bytes give the same member, and members in a row give the bytes in a row", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 5 }), (parts) => {
      const members = parts.map((part) => gzipMember(part));
      expect(parts.map((part) => gzipMember(part))).toEqual(members);
      expect(gunzipSync(Buffer.concat(members)).equals(Buffer.concat(parts))).toBe(true);
    }),
  );
});
