import { expect, test } from "vitest";
import { isOffice } from "../../src/cite/office.ts";

test.each([
  ["陈可", false],
  ["顾一帆", false],
  ["John Smith", false],
  ["李中", false],
  ["王社", false],
  ["南通市统计局", true],
  ["省委宣传部", true],
  ["海门区融媒体中心", true],
  ["本报评论员", true],
  ["新华社", true],
  ["江海电视台", true],
  ["联合课题组", true],
  ["", false],
])("%j is an office: %s", (name, expected) => {
  expect(isOffice(name)).toBe(expected);
});
