import { expect, test, vi } from "vitest";
import type * as Limits from "../../src/limits.ts";
import { TooSlow, withinTime } from "../../src/normalise/deadline.ts";
import { articleOf, problemOf } from "../support/articles.ts";

vi.mock("../../src/limits.ts", async (original) => {
  const { limits } = await original<typeof Limits>();
  return { limits: { ...limits, bodyMilliseconds: 2 } };
});

const enough = 30_000;

const endless = () => {
  for (let turn = 0; turn >= 0; turn = (turn + 1) % 1000);
};
const catastrophic = () => /^(?:a+)+$/.test(`${"a".repeat(60)}b`);

test.each([
  ["an endless loop", endless],
  ["a catastrophic regular expression", catastrophic],
])("%s is given up", (_, work) => {
  expect(() => withinTime(work, 100)).toThrow(TooSlow);
});

test.each([["a value"], [undefined], [null], [0], [""]])("work that ends in time returns %j", (value) => {
  expect(withinTime(() => value, enough)).toBe(value);
});

test("an error of the work is thrown as it is", () => {
  const error = new RangeError("x");
  expect(() =>
    withinTime(() => {
      throw error;
    }, enough),
  ).toThrow(error);
});

test("work goes on after other work was given up", () => {
  expect(() => withinTime(endless, 50)).toThrow(TooSlow);
  expect(withinTime(() => 1, enough)).toBe(1);
});

test("work inside other work leaves the outer one its result", () => {
  expect(withinTime(() => withinTime(() => 1, enough) + 1, enough)).toBe(2);
});

test("nothing is left behind in the global scope", () => {
  const before = Object.keys(globalThis);
  withinTime(() => 1, enough);
  expect(() => withinTime(endless, 50)).toThrow(TooSlow);
  expect(Object.keys(globalThis)).toEqual(before);
});

test("a long body that takes too long is held back, a short one is not timed", () => {
  const body = "<p>正文<b>。</b></p>";
  expect(problemOf(() => articleOf(body.repeat(8000)))).toMatchObject({ rule: "body-too-slow", line: 5, column: 1 });
  expect(articleOf(body.repeat(1000)).paragraphs).toHaveLength(1000);
});
