import * as fc from "fast-check";
import { expect, test } from "vitest";
import { narrow } from "../../src/browser/facets.ts";
import { parseQuery } from "../../src/search/query.ts";
import { table } from "../support/searchIndex.ts";

test.each([
  ["港口", "2022", "tag:2022 港口"],
  ["", "创新", "tag:创新"],
  ['"港口', "创新", 'tag:创新 "港口'],
  ["港口", "创新 发展", 'tag:"创新 发展" 港口'],
  ["港口", "“学习强国”平台", 'tag:"学习强国平台" 港口'],
  ["港口", 'a"b', 'tag:"ab" 港口'],
])("%s narrowed down to %s is %s", (text, value, narrowed) => {
  expect(narrow(text, "tag", value)).toBe(narrowed);
});

test("whatever was asked and whatever the value is, the field is added and the words stay", () => {
  const piece = fc.array(fc.constantFrom(...Array.from('港口a-:"“”＂ \u3000'), "tag:"), { maxLength: 8 });
  const text = piece.map((all) => all.join("").trim());
  fc.assert(
    fc.property(text, text, (asked, value) => {
      fc.pre(/[\p{L}]/u.test(value));
      const before = parseQuery(asked, table);
      const { terms, fields } = parseQuery(narrow(asked, "tag", value), table);
      expect(terms).toEqual(before.terms);
      expect(fields.slice(1)).toEqual(before.fields);
      expect(fields[0]!.isExcluded).toBe(false);
      expect(fields[0]!.value).toBe(parseQuery(`tag:"${value.replace(/["“”＂]/g, "")}"`, table).fields[0]!.value);
    }),
    { numRuns: 1000 },
  );
});
