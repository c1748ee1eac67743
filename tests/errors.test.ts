import { expect, test } from "vitest";
import { FangzhiError, HeldBack, reasonOf } from "../src/errors.ts";
import type { SourcePath } from "../src/model.ts";

test("an error of the command speaks both languages and has an exit code", () => {
  const text = { en: "Wrong.", zh: "有误。" };
  expect(new FangzhiError(text)).toMatchObject({ name: "FangzhiError", message: "Wrong.", text, exitCode: 1 });
  expect(new FangzhiError(text, 2, { cause: "a" })).toMatchObject({ exitCode: 2, cause: "a" });
});

test("what is held back says where and by which rule", () => {
  const path = "甲/a.md" as SourcePath;
  const problem = { rule: "no-date", path, line: 3, column: 7, values: {} } as const;
  expect(new HeldBack(problem)).toMatchObject({ name: "HeldBack", message: "甲/a.md:3:7 no-date", problem });
});

test.each([
  [Object.assign(new Error("ENOENT: no such file, open '/home/me/a.md'"), { code: "ENOENT" }), "ENOENT"],
  [Object.assign(new Error("odd"), { code: 7 }), "odd"],
  [new RangeError("too much"), "too much"],
  ["a text", "a text"],
  [undefined, "undefined"],
])("the reason of %s is %s", (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
