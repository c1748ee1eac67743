import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame } from "../../src/serve/codeFrame.ts";

const text = "---\ntitle: 南通: 项目为王\ndate: 2022-03-12\n---\n<p>正文。</p>\n";

test("two lines above the fault and two below it are shown, with the character at the column apart", () => {
  expect(codeFrame(text, { line: 3, column: 7 })).toEqual([
    { number: 1, text: "---" },
    { number: 2, text: "title: 南通: 项目为王" },
    { number: 3, text: "date: 2022-03-12", fault: { before: "date: ", at: "2", after: "022-03-12" } },
    { number: 4, text: "---" },
    { number: 5, text: "<p>正文。</p>" },
  ]);
});

test.each([
  ["the first line", { line: 1, column: 1 }, [1, 2, 3], { before: "", at: "-", after: "--" }],
  ["a Han character", { line: 2, column: 8 }, [1, 2, 3, 4], { before: "title: ", at: "南", after: "通: 项目为王" }],
  ["the end of a line", { line: 2, column: 16 }, [1, 2, 3, 4], { before: "title: 南通: 项目为王", at: " ", after: "" }],
  ["a column behind the line", { line: 4, column: 99 }, [2, 3, 4, 5, 6], { before: "---", at: " ", after: "" }],
  ["a line behind the text", { line: 99, column: 1 }, [4, 5, 6], { before: "", at: " ", after: "" }],
])("a fault at %s", (_, place, numbers, fault) => {
  const frame = codeFrame(text, place);
  expect(frame.map(({ number }) => number)).toEqual(numbers);
  expect(frame.find((line) => line.fault)?.fault).toEqual(fault);
});

test("of a paragraph that is one long line, what is around the fault is shown", () => {
  const [line] = codeFrame(`${"前".repeat(500)}错${"后".repeat(500)}`, { line: 1, column: 501 });
  expect(line!.fault).toEqual({ before: `…${"前".repeat(60)}`, at: "错", after: `${"后".repeat(60)}…` });
});

test("a character of two units is shown whole", () => {
  expect(codeFrame("甲𠮷乙", { line: 1, column: 2 })[0]!.fault).toEqual({ before: "甲", at: "𠮷", after: "乙" });
});

test("whatever the place, one line of five at most has the fault, and nothing is half a character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: -2, max: 99 }),
      fc.nat(99),
      (source, line, column) => {
        const frame = codeFrame(source, { line, column });
        expect(frame.length).toBeLessThanOrEqual(5);
        expect(frame.filter(({ fault }) => fault)).toHaveLength(1);
        expect(JSON.stringify(frame)).not.toMatch(/\\ud[89a-f]/);
      },
    ),
  );
});
