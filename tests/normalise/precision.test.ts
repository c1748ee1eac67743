import { expect, test } from "vitest";
import { readPrecision } from "../../src/normalise/precision.ts";

test.each([
  [[], undefined],
  [[""], undefined],
  [["day"], "day"],
  [["month"], "month"],
  [[" Year "], "year"],
  [["minute"], { text: "minute" }],
  [["月"], { text: "月" }],
  [["month", "year"], { text: "month, year" }],
])("date_precision: %j is %j", (stated, precision) => {
  expect(readPrecision(stated)).toEqual(precision);
});
