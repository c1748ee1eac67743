import { expect, test } from "vitest";
import * as fangzhi from "../src/index.ts";

test("the package exports these names and no others", () => {
  expect(Object.keys(fangzhi).toSorted()).toEqual(["defineSite", "fangzhi"]);
});

test("defineSite gives back the options it was given", () => {
  const options = { url: "https://archive.example" };
  expect(fangzhi.defineSite(options)).toBe(options);
});
