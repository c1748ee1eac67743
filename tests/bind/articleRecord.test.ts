import * as fc from "fast-check";
import { expect, test } from "vitest";
import { articleIn, searchedTextIn, recordOf } from "../../src/bind/articleRecord.ts";
import type { Html } from "../../src/model.ts";
import { articleOf } from "../support/articles.ts";

// The last two characters of the title and of the second paragraph are as bytes 05 0A 00 4E: no line ends there.
const article = articleOf(`---
title: 标题ਅ一
kicker: 肩题
subtitle: 副题
author: 张三
photographer: 李四
editor: 王五
---
<p>第一段<a href="https://example.org/">。</a></p><h2>小标题</h2><p>第二段。ਅ一<img src="/a.png" alt="图ਅ一"><img src="/b.png"></p>`);
const record = recordOf(article);

test("an article comes out of its record as it went in", () => {
  expect(articleIn(record.lines)).toEqual(article);
});

test.each([0, 1])("what is searched of it comes out alone, %i bytes into what was read", (offset) => {
  const searched = searchedTextIn(Buffer.concat([Buffer.alloc(offset), record.lines]).subarray(offset));
  expect(searched).toEqual({ text: article.text, names: ["张三", "李四", "王五", "图ਅ一", "肩题", "副题"] });
  expect(searched.text).toMatch(/^第一段。\n小标题\n第二段。ਅ一/);
});

test("any text and any body come out as they went in", () => {
  const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  // Line feeds, halves of characters, and what has the bytes of a line feed within.
  const text = fc.string({ unit: fc.oneof(unit, fc.constantFrom("\n", "\ud83d", "\u0a05", "\u0a00", "一")) });
  fc.assert(
    fc.property(text, text, fc.nat(3), (written, html, offset) => {
      const changed = { ...article, text: written, body: html as Html };
      const { lines } = recordOf(changed);
      const moved = Buffer.concat([Buffer.alloc(offset), lines]).subarray(offset);
      expect(articleIn(moved)).toEqual(changed);
      expect(searchedTextIn(moved).text).toBe(written);
    }),
  );
});

test("the header's line is as long as it is said, and holds neither body nor text", () => {
  const { row, lines } = record;
  const line = lines.toString("utf16le", 0, row.headerBytes);
  expect(lines.toString("utf16le", row.headerBytes, row.headerBytes + 2)).toBe("\n");
  const header = JSON.parse(line) as object;
  expect(article).toMatchObject(header);
  expect(header).not.toHaveProperty("body");
  expect(header).not.toHaveProperty("text");
});
