import { Script } from "node:vm";
import { expect, test } from "vitest";
import { scriptPages } from "../../src/render/scripts.ts";
import { siteOf } from "../support/articles.ts";

const scriptsOf = (fingerprint: string, search = true) => scriptPages({ fingerprint, site: siteOf({ search }) });

test.each(scriptsOf("a program").map((page) => [page.path, page] as const))("%s is plain JavaScript", (_, page) => {
  const text = page.content() as string;
  expect(() => new Script(text)).not.toThrow();
  expect(text).not.toMatch(/\bimport\b|\beval\(/);
});

test("another program makes other scripts", () => {
  const [first] = scriptsOf("a program");
  const [other] = scriptsOf("another program");
  expect(first!.fingerprint!()).not.toBe(other!.fingerprint!());
});

test("a site without a search has no script for it", () => {
  const [all, others] = [true, false].map((search) => scriptsOf("a program", search).map(({ path }) => path));
  expect(all).toContain("assets/search.js");
  expect(others).toEqual(all!.filter((name) => name !== "assets/search.js"));
});
