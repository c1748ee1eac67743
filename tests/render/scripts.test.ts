import { Script } from "node:vm";
import { expect, test } from "vitest";
import { scriptPages } from "../../src/render/scripts.ts";

test.each(scriptPages("a program").map((page) => [page.path, page] as const))("%s is plain JavaScript", (_, page) => {
  const text = Buffer.from(page.content() as Uint8Array).toString();
  expect(() => new Script(text)).not.toThrow();
  expect(text).not.toMatch(/\bimport\b|\beval\(/);
});

test("another program makes other scripts", () => {
  const [first] = scriptPages("a program");
  const [other] = scriptPages("another program");
  expect(first!.fingerprint!()).not.toBe(other!.fingerprint!());
});
