import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "../../src/cite/fileName.ts";
import { anyCitation, citationWith } from "../support/citations.ts";

test.each([
  ["百亿级项目", "2022-03-11 百亿级项目.bib"],
  ['A/B 测试："50%"? <b>*|\\', "2022-03-11 A B 测试： 50% b.bib"],
  ["字".repeat(100), `2022-03-11 ${"字".repeat(40)}….bib`],
  ["///", "2022-03-11.bib"],
])("the file of %j is %j", (title, name) => {
  expect(fileName(citationWith({ title }), { ending: ".bib" })).toBe(name);
});

test("every file system takes every name", () => {
  fc.assert(
    fc.property(anyCitation, (citation) => {
      const name = fileName(citation, { ending: ".json" });
      expect(name).toMatch(/^\d{4}(?:-\d\d){0,2}(?: [^\\/:*?"<>|\0-\x1F]+)?\.json$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    }),
  );
});
