import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { limits } from "../../src/limits.ts";
import type { Problem, SourceFile, SourcePath } from "../../src/model.ts";
import { readSource } from "../../src/read/source.ts";
import { problemOf } from "../support/articles.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

const at = "a.md" as SourcePath;

function read(content: string | Uint8Array): SourceFile {
  const folder = temporaryFolder();
  writeFiles(folder, { [at]: content });
  return readSource(folder, at);
}

function problemIn(content: string | Uint8Array): Problem {
  return problemOf(() => read(content));
}

test.each([
  ["\\n", "---\ntitle: a\n---\n"],
  ["\\r\\n", "---\r\ntitle: a\r\n---\r\n"],
  ["\\r", "---\rtitle: a\r---\r"],
  ["all of them", "---\r\ntitle: a\r---\n"],
])("lines that end in %s end in \\n", (_, content) => {
  expect(read(content).text).toBe("---\ntitle: a\n---\n");
});

test("empty lines stay where they are, whatever ends them", () => {
  expect(read("a\n\nb\r\n\r\nc\r\rd\n\r\ne").text).toBe("a\n\nb\n\nc\n\nd\n\ne");
});

test("lines of UTF-16 end like those of UTF-8", () => {
  expect(read(Buffer.from("\uFEFF甲\r\n乙\r丙", "utf16le"))).toMatchObject({
    text: "甲\n乙\n丙",
    notes: [{ rule: "not-utf-8", path: at, line: 1, column: 1, values: { encoding: "UTF-16LE" } }],
  });
});

test("the hash is that of the bytes, not of the text", () => {
  const plain = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(read("abc").sha256).toBe(plain);
  expect(read("\uFEFFabc")).toMatchObject({ text: "abc", sha256: expect.not.stringMatching(plain) as string });
});

test("the time of the last change is kept", () => {
  const folder = temporaryFolder();
  writeFiles(folder, { [at]: "abc" });
  utimesSync(path.join(folder, at), 0, 1_646_963_125);
  expect(readSource(folder, at).modified).toBe(1_646_963_125_000);
});

test.each([
  ["\x07甲", "甲", 1, 1, 1],
  ["甲\n乙\x01丙\x02", "甲\n乙丙", 2, 2, 2],
  ["甲\r\n\r\n乙\x1b[31m", "甲\n\n乙[31m", 3, 2, 1],
  ["a\x7fb\x85c\x9fd", "abcd", 1, 2, 3],
  ["a\x0bb\x0cc", "abc", 1, 2, 2],
  ["a\uFFFEb\uFFFFc", "abc", 1, 2, 2],
])("of %j stays %j; the first control character stands at %i:%i", (content, text, line, column, count) => {
  expect(read(content)).toMatchObject({
    text,
    notes: [{ rule: "control-characters", path: at, line, column, values: { count } }],
  });
});

test.each([["\t甲\n"], ["失\uFFFD去"], ["𠮷😀"], ["甲\u3000乙\u00a0丙\u200b丁"], ["{{ 7 * 7 }} {% raw %}"]])(
  "%j is read as it is",
  (content) => {
    expect(read(content)).toMatchObject({ text: content, notes: [] });
  },
);

test.each([
  ["at the beginning", [], 1, 1],
  ["after Latin letters", ["abc"], 1, 4],
  ["after Chinese characters", ["南通日报"], 1, 5],
  ["after a byte order mark", [[0xef, 0xbb, 0xbf], "南通"], 1, 3],
  ["in the third line, of \\n", ["a\n\n南"], 3, 2],
  ["in the third line, of \\r\\n", ["a\r\n\r\n南"], 3, 2],
  ["in the third line, of \\r", ["a\r\r南"], 3, 2],
])("a bad byte %s is at its line and column", (_, before, line, column) => {
  const bytes = Buffer.concat([
    ...before.map((part) => Buffer.from(part as string)),
    Buffer.from([0xff]),
    Buffer.from("\n尾"),
  ]);
  expect(problemIn(bytes)).toEqual({ rule: "bad-bytes", path: at, line, column, values: { byte: "ff" } });
});

test("a NUL is a bad byte, written with two digits", () => {
  expect(problemIn("南通\n日\0报")).toMatchObject({ rule: "bad-bytes", line: 2, column: 2, values: { byte: "00" } });
});

test("a bad unit of UTF-16 is at its line and column", () => {
  const bytes = Buffer.from("\uFEFF南通\n日\ud842报\n新闻\n", "utf16le");
  expect(problemIn(bytes)).toMatchObject({ rule: "bad-bytes", line: 2, column: 2 });
});

test("a file of 2 MB is read, one byte more is too large", () => {
  expect(read(Buffer.alloc(2 * 1024 * 1024, 0x61)).text).toHaveLength(limits.fileBytes);
  expect(problemIn(Buffer.alloc(2 * 1024 * 1024 + 1, 0x61))).toEqual({
    rule: "file-too-large",
    path: at,
    line: 1,
    column: 1,
    values: { bytes: 2_097_153, limit: 2_097_152 },
  });
});

test.each([
  ["a file that is gone", "gone.md", "ENOENT"],
  ["a folder", "folder.md", "EISDIR"],
  ["a file taken for a folder", "file.md/a.md", "ENOTDIR"],
  ["a name that is too long for the disk", `${"长".repeat(100)}.md`, "ENAMETOOLONG"],
])("%s is held back without saying where it was", (_, name, reason) => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "folder.md"));
  writeFileSync(path.join(folder, "file.md"), "");
  const problem = problemOf(() => readSource(folder, name as SourcePath));
  expect(problem).toEqual({ rule: "unreadable", path: name, line: 1, column: 1, values: { reason } });
});
