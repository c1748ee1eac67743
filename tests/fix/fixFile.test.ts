import { chmodSync, lstatSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fixFile } from "../../src/fix/fixFile.ts";
import type { SourcePath } from "../../src/model.ts";
import { siteOf } from "../support/articles.ts";
import { filesIn, temporaryFolder, textIn, writeFiles } from "../support/command.ts";

const slip = '---\ntitle: "甲"\ndate: 2022/3/11\n---\n正文\n';
const fix = (folder: string, name: string) => fixFile(folder, name as SourcePath, siteOf());

test("a file is mended in its place, with its access rights, and nothing is left beside it", () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "a.md": slip });
  chmodSync(path.join(folder, "a.md"), 0o640);
  expect(fix(folder, "a.md")).toHaveLength(1);
  expect(textIn(folder, "a.md")).toBe(slip.replace("2022/3/11", "2022-03-11"));
  expect(statSync(path.join(folder, "a.md")).mode & 0o777).toBe(0o640);
  expect(filesIn(folder)).toEqual(["a.md"]);
});

test("a file without faults is not written", () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "a.md": slip.replace("2022/3/11", "2022-03-11") });
  const { ino, mtimeMs } = statSync(path.join(folder, "a.md"));
  expect(fix(folder, "a.md")).toEqual([]);
  expect(statSync(path.join(folder, "a.md"))).toMatchObject({ ino, mtimeMs });
});

test("a link stays a link, and what it leads to is mended", () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "old"));
  writeFiles(folder, { "old/a.md": slip });
  symlinkSync("old/a.md", path.join(folder, "b.md"));
  expect(fix(folder, "b.md")).toHaveLength(1);
  expect(lstatSync(path.join(folder, "b.md")).isSymbolicLink()).toBe(true);
  expect(textIn(folder, "old/a.md")).toContain("2022-03-11");
});

test.each([
  ["UTF-16", Buffer.from(`\uFEFF${slip}`, "utf16le")],
  ["bytes that are no text", Buffer.concat([Buffer.from(slip), Buffer.from([0xff, 0xfe, 0xfd])])],
])("a file in %s is left alone", (_, bytes) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "a.md": bytes });
  expect(fix(folder, "a.md")).toEqual([]);
});
