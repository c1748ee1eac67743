import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keptSource } from "../../src/normalise/keptSource.ts";

test.each([
  ["004.txt", "004.txt"],
  [" 004.txt ", "004.txt"],
  ["2022/南通日报 A6.pdf", "2022/南通日报 A6.pdf"],
  ["a..b", "a..b"],
  ["", undefined],
  [".", undefined],
  ["..", undefined],
  ["/etc/passwd", undefined],
  ["../secret.txt", undefined],
  ["a/../b.txt", undefined],
  ["./004.txt", undefined],
  ["a//b.txt", undefined],
  ["a/", undefined],
  [".htaccess", undefined],
  ["a/.git", undefined],
  ["a\\b.txt", undefined],
  ["a\nb.txt", undefined],
  ["2022/x.html", "2022/x.html"],
  ["2022/x.html/a.txt", undefined],
  ["e\u0301.txt", "é.txt"],
])("source_file: %j is %j", (stated, name) => {
  expect(keptSource(stated)).toBe(name);
});

test("whatever is taken for a name stays in its folder", () => {
  const parts = fc.array(fc.constantFrom("..", ".", "/", "\\", "a", "b.txt", " "), { maxLength: 8 });
  fc.assert(
    fc.property(parts, (some) => {
      const name = keptSource(some.join("")) ?? "none.txt";
      expect(path.posix.join("/x/_sources", name)).toBe(`/x/_sources/${name}`);
    }),
    { numRuns: 1000 },
  );
});
