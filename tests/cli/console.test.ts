import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consoleOf } from "../../src/cli/console.ts";

let printed = "";
let complained = "";

beforeEach(() => {
  [printed, complained] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((printed += String(text))));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((complained += String(text))));
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("the report goes to standard output, trouble to standard error, a line each", () => {
  const console = consoleOf(false);
  console.print("报告");
  console.complain("未能发布");
  expect([printed, complained]).toEqual(["报告\n", "未能发布\n"]);
});

test("a quiet console prints only trouble", () => {
  const console = consoleOf(true);
  console.print("报告");
  console.complain("未能发布");
  expect([printed, complained]).toEqual(["", "未能发布\n"]);
});

test.each([
  ["posts/\u001B[31mred\u001B[0m.md", "posts/[31mred[0m.md"],
  ["a\u0007\u0008\u007F\u009Bb", "ab"],
  ["a\tb", "a b"],
  ["half \uD83C", "half \uFFFD"],
  ["two\nlines\r\n::error::", "two lines ::error::"],
  ["南通🎉", "南通🎉"],
])("%j reaches the terminal as %j", (line, visible) => {
  const console = consoleOf(false);
  console.print(line);
  console.complain(line);
  expect([printed, complained]).toEqual([`${visible}\n`, `${visible}\n`]);
});

test("a carriage return, which would write over the beginning of its line, does not reach the terminal", () => {
  consoleOf(false).print("posts/a.md\r未能发布");
  expect(printed).not.toContain("\r");
});
