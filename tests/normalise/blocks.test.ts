import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { articleOf } from "../support/articles.ts";

const bodyOf = (html: string) =>
  articleOf(html, { path: "2022-03-11-a.html" }).body.replace(/ id="[ph]-[0-9a-f]{8}(?:-\d+)?"/g, "");

test.each([
  ["裸文字", "<p>裸文字</p>"],
  ["甲<p>乙</p>丙", "<p>甲</p>\n<p>乙</p>\n<p>丙</p>"],
  ["<em>甲</em>乙<p>丙</p>", "<p><em>甲</em>乙</p>\n<p>丙</p>"],
  ["<div>甲<div>乙</div></div>", "<p>甲</p>\n<p>乙</p>"],
  ["<section><h3>题</h3><p>文</p></section>", "<h2>题</h2>\n<p>文</p>"],
  [
    "<center><img src='/a.png' alt='图'></center>",
    '<p><img src="/a.png" alt="图" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>',
  ],
  ["<p>甲<center>乙</center>丙</p>", "<p>甲</p>\n<p>乙</p>\n<p>丙</p>"],
  ["<p>甲<p>乙", "<p>甲</p>\n<p>乙</p>"],
  ["<p></p><p> </p><p>&nbsp;</p><p><br></p><p><span></span></p><p>甲</p>", "<p>甲</p>"],
  ["<ul></ul><table></table><p>甲</p>", "<p>甲</p>"],
  ["<li>甲</li><li>乙</li>", "<p>甲</p>\n<p>乙</p>"],
  ["<dt>甲</dt><dd>乙</dd>", "<p>甲</p>\n<p>乙</p>"],
  ["<td>甲</td>", "<p>甲</p>"],
  ["<details><summary>题</summary>文</details>", "<p>题</p>\n<p>文</p>"],
  [
    "<p>甲<table><tr><td>乙</td></tr></table>丙</p>",
    '<p>甲</p>\n<table tabindex="0"><tr><td>乙</td></tr></table>\n<p>丙</p>',
  ],
  ["<ul><li>甲<li>乙</ul>", "<ul><li>甲</li><li>乙</li></ul>"],
  [
    "<table><tr><td>甲<td>乙<tr><td>丙</table>",
    '<table tabindex="0"><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>',
  ],
  ["<ol start=3><li>甲<ol><li>乙</ol></ol>", '<ol start="3"><li>甲<ol><li>乙</li></ol></li></ol>'],
  [
    "<table><tr><td colspan=2 rowspan=0 width=9>甲</td></tr></table>",
    '<table tabindex="0"><tr><td colspan="2">甲</td></tr></table>',
  ],
  ["<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>", "<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby></p>"],
  ["<rt>甲</rt>", "<p>甲</p>"],
  ["甲<hr>乙", "<p>甲</p>\n<hr>\n<p>乙</p>"],
  ["<pre>甲\n  乙</pre>", "<pre>甲\n  乙</pre>"],
])("%s becomes %s", (html, blocks) => {
  expect(bodyOf(html)).toBe(blocks);
});

test.each([
  ["<p>甲<br><br>乙<br/> <br/>丙</p>", ["甲", "乙", "丙"]],
  ["<p>甲<br>　　乙</p>", ["甲", "乙"]],
  ["<p>甲<br>乙</p>", ["甲乙"]],
  ["<p>one<br>two</p>", ["one two"]],
  ["<p><br>　　甲<br></p>", ["甲"]],
  ["<p>　　<em>　甲　</em>　</p>", ["甲"]],
  ["甲<br><br>乙", ["甲", "乙"]],
])("%s has the paragraphs %j", (html, paragraphs) => {
  expect(articleOf(html, { path: "2022-03-11-a.html" }).text.split("\n")).toEqual(paragraphs);
});

test.each([
  ["<font size=2><p>甲</p><p>乙</p></font>"],
  ["<span style='color:red'><p>甲</p><p>乙</p></span>"],
  ["<div><span><div>甲</div><div>乙</div></span></div>"],
  ["<em><p>甲</p><p>乙</p></em>"],
  ["<a name=top><p>甲</p><p>乙</p></a>"],
])("paragraphs inside running mark-up stay apart: %s", (html) => {
  expect(articleOf(html, { path: "2022-03-11-a.html" }).text).toBe("甲\n乙");
});

const validator = new HtmlValidate({
  rules: {
    "close-order": "error",
    "element-permitted-content": "error",
    "element-permitted-occurrences": "error",
    "element-permitted-order": "error",
    "element-permitted-parent": "error",
    "no-dup-id": "error",
  },
});

test.each([
  ["<ul>甲<li>乙</li></ul>"],
  ["<ul><p>甲</p></ul>"],
  ["<ol><em>甲</em><br><li>乙</li></ol>"],
  ["<ul><li>甲</li><ul><li>乙</li></ul></ul>"],
  ["<dl><div><dt>甲</dt><dd>乙</dd></div></dl>"],
  ["<dl>甲<dd>乙</dd></dl>"],
  ["<table>甲<tr><td>乙</td></tr></table>"],
  ["<table><p>甲</p><tr><td>乙</td></tr></table>"],
  ["<table><tr>甲<td>乙</td></tr></table>"],
  ["<table><tr><p>甲</p><td>乙</td></tr></table>"],
  ["<tbody><tr><td>甲</td></tr></tbody>"],
  ["<thead><tr><th>甲</th></tr></thead>"],
  ["<p><li>甲</li></p>"],
  ["<h2><h1>甲</h1></h2>"],
  ["<h2>甲<ul><li>乙</li></ul></h2>"],
  ["<h3><blockquote>甲</blockquote></h3>"],
  ["<h2><p>甲</p></h2>"],
  ["<pre>甲<p>乙</p><h2>丙</h2></pre>"],
  ["<blockquote><li>甲</li>乙</blockquote>"],
  ["<figure>甲<figcaption>乙</figcaption></figure>"],
  ["<a href='/x.html'><p>甲</p></a>"],
  ["<a href='/x.html'>甲<a href='/y.html'>乙</a></a>"],
  ["<span href='/x.html'>甲<a href='/y.html'>乙</a></span>"],
  ["<span href='https://a.example/'>甲<img src='https://a.example/b.png'></span>"],
  ["<em>甲<h2>乙</h2>丙</em>"],
  ["<q><p>甲</p><ul><li>乙</li></ul></q>"],
  ["<td><table><tr><td>甲</td></tr></table></td>"],
  ["<caption>甲</caption><figcaption>乙</figcaption>"],
])("nothing stands where HTML does not allow it in %s", (html) => {
  const { body, text } = articleOf(html, { path: "2022-03-11-a.html" });
  const page = `<!DOCTYPE html>\n<html lang="zh"><head><title>题</title></head><body>${body}</body></html>`;
  const [result] = validator.validateStringSync(page).results;
  expect(result?.messages.map(({ message }) => message) ?? []).toEqual([]);
  expect(text).toMatch(/甲/);
});

test.each([[`甲${"<br>".repeat(50_000)}`], [`<p><strong>甲${"<br>".repeat(50_000)}</strong></p>`]])(
  "tens of thousands of line breaks are no obstacle",
  (body) => {
    expect(articleOf(body, { path: "2022-03-11-a.html" }).text).toBe("甲");
  },
);
