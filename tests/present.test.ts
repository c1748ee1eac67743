import { expect, test } from "vitest";
import { present } from "../src/present.ts";

test.each<[object, object]>([
  [{}, {}],
  [
    { a: 1, b: undefined, c: "" },
    { a: 1, c: "" },
  ],
  [
    { a: null, b: false, c: 0 },
    { a: null, b: false, c: 0 },
  ],
  [{ a: undefined }, {}],
])("what is present in %j is %j", (values, there) => {
  expect(Object.entries(present(values))).toEqual(Object.entries(there));
});
