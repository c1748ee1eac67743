import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FangzhiError } from "../../src/errors.ts";
import { readImported } from "../../src/import/formats.ts";
import { pack } from "../../src/import/formats/docxParts.ts";
import { docxOf, paragraph, run } from "../support/docx.ts";
import { pdfOf } from "../support/pdf.ts";

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, "../fixtures/import", name));
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
const docx = await docxOf(paragraph(run("正文")));
const pdf = pdfOf([[{ text: "正文", x: 50, y: 700, size: 10 }]]);

test.each<[string, string, Uint8Array, string]>([
  ["a PDF", "a.pdf", pdf, "pdf"],
  ["a PDF of another name", "a.txt", pdf, "pdf"],
  ["a PDF with something before it", "a", Buffer.concat([Buffer.from("\n\n"), fixture("pdf/bold.pdf")]), "pdf"],
  ["a Word document", "a.docx", docx, "docx"],
  ["a Word document named as of old", "a.doc", docx, "docx"],
  ["a page", "a.html", fixture("pages/wechat.html"), "html"],
  ["a page of another name", "a.txt", fixture("pages/old-tables-gb2312.html"), "html"],
  [
    "a page after a declaration and comments",
    "a",
    Buffer.from('<?xml version="1.0"?>\n<!-- saved from -->\n<html>正文</html>'),
    "html",
  ],
  ["a page in UTF-16", "a", utf16("<!DOCTYPE html><p>正文"), "html"],
  ["a part of a page", "a.htm", Buffer.from("<p>正文</p>"), "html"],
  ["a text", "a.txt", Buffer.from("正文"), "text"],
  ["a text in UTF-16", "a.txt", utf16("正文"), "text"],
  ["a text with tags in it", "a.txt", Buffer.from("正文里说到 <html> 标签"), "text"],
  ["Markdown", "a.md", Buffer.from("# 标题"), "markdown"],
  ["Markdown with tags in it", "a.markdown", Buffer.from("<p>正文</p>"), "markdown"],
])("%s (%s) is known", async (_, name, bytes, format) => {
  const text = await readImported(bytes, name);
  expect(text.format).toBe(format);
  expect(text.lines.length).toBeGreaterThan(0);
});

test.each<[string, Uint8Array, string, string]>([
  ["老稿.doc", Buffer.from("d0cf11e0a1b11ae100", "hex"), "Save it as .docx", "另存为"],
  ["稿.rtf", Buffer.from("{\\rtf1\\ansi}"), "Rich Text Format", "RTF"],
  ["页.mhtml", Buffer.from("From: <Saved by Blink>\r\nMIME-Version: 1.0"), "web archive", "另存为 HTML"],
  ["表.xlsx", await pack(new Map([["xl/workbook.xml", "<x/>"]])), "no text", "不是文字文档"],
  ["图.jpg", Buffer.from("ffd8ffe000104a46", "hex"), "no text", "不是文本文件"],
  ["扫描.pdf", pdfOf([[]]), "ocrmypdf", "文字识别"],
])("%s is refused by name, in both languages", async (name, bytes, en, zh) => {
  const error = await readImported(bytes, name).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FangzhiError);
  const { text } = error as FangzhiError;
  expect(text.en).toContain(en);
  expect(text.zh).toContain(zh);
  for (const words of Object.values(text)) expect(words.startsWith(name)).toBe(true);
});
