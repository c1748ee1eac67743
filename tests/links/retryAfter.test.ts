import { expect, test } from "vitest";
import { pauseOf } from "../../src/links/retryAfter.ts";

const now = Date.UTC(2022, 2, 11);

test.each([
  ["5", 5000],
  [" 5 ", 5000],
  ["0", 100],
  ["Fri, 11 Mar 2022 00:00:30 GMT", 30_000],
  ["Thu, 10 Mar 2022 00:00:30 GMT", 100],
  ["soon", 100],
  ["-5", 100],
  [undefined, 100],
])("Retry-After: %s asks for %i ms", (value, expected) => {
  expect(pauseOf(value, now, 100)).toBe(expected);
});
