import { expect, test } from "vitest";
import { Distinct } from "../src/distinct.ts";

test("what JSON writes alike is kept once, in the order in which it came", () => {
  const distinct = new Distinct<unknown>();
  const places = [null, { a: 1 }, "a", { a: 1 }, null, [], "a"].map((value) => distinct.placeOf(value));
  expect(places).toEqual([0, 1, 2, 1, 0, 3, 2]);
  expect(distinct.values).toEqual([null, { a: 1 }, "a", []]);
});
