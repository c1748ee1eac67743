import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvHead, csvRow, type Column } from "../../../src/render/data/csv.ts";
import { readCsv } from "../../support/csv.ts";

const columnOf = (name: string, at: number): Column<readonly (string | number)[]> => {
  return { name, type: "string", description: name, of: (row) => row[at]! };
};
const columns = ["甲", 'a "b"', "c,d"].map(columnOf);

test.each([
  ["plain text", "招商引资", "招商引资"],
  ["nothing", "", ""],
  ["a comma", "a,b", '"a,b"'],
  ["quotes", '“a” "b"', '"“a” ""b"""'],
  ["a line end", "a\nb", '"a\nb"'],
  ["white space at an end", "a ", '"a "'],
  ["a formula", "=1+1", "'=1+1"],
  ["a formula with quotes", '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ["a plus", "+86", "'+86"],
  ["a minus", "-5%", "'-5%"],
  ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
  ["a full-width formula", "＝1", "'＝1"],
  ["a tab before a formula", "\t=1", "'\t=1"],
  ["an apostrophe that was there", "'90s", "''90s"],
  ["a sign further on", "a=1", "a=1"],
])("a cell with %s is written so that no spreadsheet runs it", (_, text, expected) => {
  expect(csvRow([text], [columnOf("a", 0)])).toBe(`${expected}\r\n`);
});

test("a number stays a number", () => {
  expect(csvRow([-12], [columnOf("a", 0)])).toBe("-12\r\n");
});

test("the first line names the columns, a byte order mark before it", () => {
  expect(csvHead(columns)).toBe('\uFEFF甲,"a ""b""","c,d"\r\n');
});

test("whatever the cells hold is read again, and none begins as a formula does", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom("=", "+", "-", "@", "＝", "'", '"', ",", "\t", "\r", "\n", " ", "文"),
      fc.string({ maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text)), (rows) => {
      const written = rows.map((row) => csvRow(row, columns));
      expect(readCsv(csvHead(columns) + written.join(""))).toEqual([columns.map(({ name }) => name), ...rows]);
      for (const line of written) expect(line).not.toMatch(/^"?[=+\-@＝＋－＠\t]/);
    }),
  );
});

test.each([["a"], ['"a'], ['"a"b\r\n'], ['a"b\r\n'], ["a\n"], ["a,b"]])(
  "these tests would see that %j is no CSV",
  (text) => {
    expect(() => readCsv(text)).toThrow(/^Expected /);
  },
);
