import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { solid } from "../../../src/characters.ts";
import { FangzhiError } from "../../../src/errors.ts";
import { readHtml } from "../../../src/import/formats/html.ts";
import { readPdf } from "../../../src/import/formats/pdf.ts";
import type { SourceLine } from "../../../src/import/source.ts";
import { pdfOf, type Letters } from "../../support/pdf.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/import/pdf");
const pages = readdirSync(folder).filter((name) => name.endsWith(".pdf"));

const readFixture = (name: string) => readPdf(readFileSync(path.join(folder, name)));
const fateOf = ({ role, begins }: SourceLine) => role ?? (begins === undefined ? "-" : begins ? "begins" : "goes on");
const sorted = (texts: readonly string[]) =>
  Array.from(solid(texts.join("")))
    .sort()
    .join("");
const characters = (lines: readonly SourceLine[]) => sorted(lines.map(({ text }) => text));
const column = (texts: readonly string[], x: number, y: number, size = 10): Letters[] =>
  texts.map((text, index) => ({ text, x, y: y - index * size * 1.5, size }));
const linesOf = async (...letters: Letters[]) => (await readPdf(pdfOf([letters]))).lines.map(({ text }) => text);

test.each(pages)("the lines of %s are in reading order", async (name) => {
  const { lines } = await readFixture(name);
  const answer = readFileSync(path.join(folder, name.replace(/pdf$/, "lines.txt")), "utf8");
  expect(lines.map((line) => `${line.page} ${fateOf(line)}: ${line.text}\n`).join("")).toBe(answer);
});

test.each(pages)("every character that was printed is in the lines of %s, once", async (name) => {
  const printed = readHtml(readFileSync(path.join(folder, name.replace(/pdf$/, "html")))).lines;
  expect(characters((await readFixture(name)).lines)).toBe(characters(printed));
});

test("text whose font is not in the file is read by the codes of its character set", async () => {
  const { lines, format } = await readPdf(pdfOf([column(["江海大潮起", "奋楫正当时"], 50, 700)]));
  expect(format).toBe("pdf");
  expect(lines.map(({ text }) => text)).toEqual(["江海大潮起", "奋楫正当时"]);
});

const left = ["左栏第一行左栏第一行", "左栏第二行左栏第二行", "左栏第三行左栏第三行"];
const right = ["右栏第一行右栏第一行", "右栏第二行右栏第二行", "右栏第三行右栏第三行"];

test("columns are read one after the other, though their lines do not stand level", async () => {
  expect(await linesOf(...column(right, 170, 695), ...column(left, 50, 700))).toEqual([...left, ...right]);
});

test("a headline narrower than its columns comes before them", async () => {
  const title = { text: "大标题", x: 135, y: 722, size: 20 };
  expect(await linesOf(...column(left, 50, 700), title, ...column(right, 170, 700))).toEqual([
    "大标题",
    ...left,
    ...right,
  ]);
});

test("a headline beside another article's column belongs to what is below it", async () => {
  const title = { text: "大标题", x: 170, y: 738, size: 20 };
  const tall = [...left, "左栏第四行左栏第四行", "左栏第五行左栏第五行", "左栏第六行左栏第六行"];
  expect(await linesOf(...column(tall, 50, 750), title, ...column(right, 170, 710))).toEqual([
    ...tall,
    "大标题",
    ...right,
  ]);
});

test.each([
  ["在塘边查看虾苗。", "caption"],
  ["本报记者 陈可", undefined],
  ["（下转第二版）", undefined],
])("%j in small type between lines of text has the role %s", async (text, role) => {
  const lines = [...column(left, 50, 700), { text, x: 50, y: 650, size: 8 }, ...column(right, 50, 630)];
  const found = (await readPdf(pdfOf([lines]))).lines.find((line) => line.text === text);
  expect(found?.role).toBe(role);
});

test("what is centred above three columns comes before them", async () => {
  const middle = ["中栏第一行中栏第一行", "中栏第二行中栏第二行", "中栏第三行中栏第三行"];
  const columns = [left, middle, right].flatMap((texts, index) => column(texts, 50 + index * 120, 700));
  const byline = { text: "记者陈可", x: 200, y: 725, size: 10 };
  expect(await linesOf(...columns, byline)).toEqual(["记者陈可", ...left, ...middle, ...right]);
});

test("rows of a table are lines, their cells parted by tabs", async () => {
  const cells = [
    ["产业", "产值", "增幅"],
    ["新材料", "131.7", "11.2"],
    ["纺织", "62.4", "2.8"],
  ];
  const table = cells.flatMap((row, at) =>
    row.map((text, cell) => ({ text, x: 50 + cell * 100, y: 700 - at * 15, size: 10 })),
  );
  expect(await linesOf(...table)).toEqual(cells.map((row) => row.join("\t")));
});

test("an article below another one is read after all its columns", async () => {
  const title = { text: "又一篇的大标题", x: 50, y: 630, size: 20 };
  const below = [
    ...column(["下左一下左一下左一一", "下左二", "下左三"], 50, 600),
    ...column(["下右一下右一", "下右二", "下右三"], 170, 600),
  ];
  expect(await linesOf(...column(left, 50, 700), ...column(right, 170, 700), title, ...below)).toEqual([
    ...left,
    ...right,
    "又一篇的大标题",
    "下左一下左一下左一一",
    "下左二",
    "下左三",
    "下右一下右一",
    "下右二",
    "下右三",
  ]);
});

test.each([
  ["江 海 大 潮", "江海大潮"],
  ["编辑：苗 蕾 美编：顾小建", "编辑：苗 蕾 美编：顾小建"],
  ["奋进新征程 建功新时代", "奋进新征程 建功新时代"],
])("%j is the line %j", async (set, text) => {
  expect(await linesOf({ text: set, x: 50, y: 700, size: 10 })).toEqual([text]);
});

test("letters set far apart are one word, and names keep their distance", async () => {
  const spaced = Array.from("江海大潮").map((text, index) => ({ text, x: 50 + index * 15, y: 700, size: 10 }));
  expect(await linesOf(...spaced)).toEqual(["江海大潮"]);
});

test("a PDF of pictures is refused with the way to make one with text", async () => {
  const scan = pdfOf([[]], { drawing: "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q" });
  await expect(readPdf(scan)).rejects.toThrow("ocrmypdf -l chi_sim");
  await expect(readPdf(scan)).rejects.toThrow(FangzhiError);
});

test("an encrypted PDF is refused", async () => {
  const key = "00".repeat(32);
  const locked = pdfOf([column(left, 50, 700)], {
    extra: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`,
  });
  await expect(readPdf(locked)).rejects.toThrow("only with a password");
});

test.each([
  ["cut off", pdfOf([column(left, 50, 700)]).subarray(0, 200)],
  ["not one at all", Buffer.from("%PDF-1.7 it is not")],
])("a PDF that is %s is refused", async (_, bytes) => {
  await expect(readPdf(bytes)).rejects.toThrow("damaged");
});

test("wherever letters stand, each is in one line", async () => {
  const letters = fc.record({
    text: fc
      .stringMatching(/^[一-龥，。：“”]{1,12}$/)
      .map((text) => text.replaceAll(/[^\u4e00-\u62ff，。：“”]/g, "江")),
    x: fc.integer({ min: 10, max: 220 }),
    y: fc.integer({ min: 10, max: 790 }),
    size: fc.constantFrom(8, 10, 14, 30),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(letters, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
      async (all) => {
        const { lines } = await readPdf(pdfOf(all));
        expect(characters(lines)).toBe(sorted(all.flat().map(({ text }) => text)));
      },
    ),
    { numRuns: 40 },
  );
});
