import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBounds } from "../../src/parse/html.ts";
import { toHtml } from "../../src/parse/markdown.ts";

test.each([
  [""],
  ["\n\n"],
  ["<p>正文</p>"],
  ["<P>*正文*</P>"],
  ["\n <p>一</p>\n\n\t<p>_二_</p>\n"],
  ["<p>一\n二</p>\n <p>**三**</p>\n"],
  ["<!-- 一 -->\n\n<h2>二</h2>\n \n</div>"],
  ["<!DOCTYPE html>\n<html>\n\n<body>"],
  ["<center>一</center>\n\n<table><tr><td>二</td></tr></table>\n\n<hr/>\n\n<script>三</script>"],
  ["<p>一</p>\n\n    <p>缩进</p>"],
])("%j, HTML throughout, is left alone", (body) => {
  expect(toHtml(body, "a.md")).toBe(body);
});

test.each(["a.html", "a.htm", "甲/a.HTML", "a.md.htm"])("the body of %s is never Markdown", (path) => {
  expect(toHtml("**一**\n\n# 二\n", path)).toBe("**一**\n\n# 二\n");
});

test.each(["a.md", "a.markdown", "a.txt", "a.html.md", "html"])("the body of %s is Markdown", (path) => {
  expect(toHtml("**一**", path)).toBe("<p><strong>一</strong></p>\n");
});

test.each([
  ["一句话。", "<p>一句话。</p>\n"],
  ["## 产业链", "<h2>产业链</h2>\n"],
  ["- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"],
  ["> 一", "<blockquote>\n<p>一</p>\n</blockquote>\n"],
  ["| 一 | 二 |\n| --- | --- |\n| 1 | 2 |", expect.stringContaining("<td>2</td>") as string],
  ["[甲](/a.html)", '<p><a href="/a.html">甲</a></p>\n'],
  ["<http://example.org/a>", '<p><a href="http://example.org/a">http://example.org/a</a></p>\n'],
  ["http://example.org/a", "<p>http://example.org/a</p>\n"],
  ["<strong>一</strong>，二", "<p><strong>一</strong>，二</p>\n"],
  ["一 & 二 < 三", "<p>一 &amp; 二 &lt; 三</p>\n"],
  ["\"一\" -- '二'...", "<p>&quot;一&quot; -- '二'...</p>\n"],
])("%j is set as %j", (body, html) => {
  expect(toHtml(body, "a.md")).toEqual(html);
});

test.each([
  ["**“链主”**企业", "<strong>“链主”</strong>企业"],
  ["企业**“链主”**", "企业<strong>“链主”</strong>"],
  ["在**《规划》**中", "在<strong>《规划》</strong>中"],
  ["增长**5%**，", "增长<strong>5%</strong>，"],
  ["**重点：**项目", "<strong>重点：</strong>项目"],
  ["*（一）*总则", "<em>（一）</em>总则"],
])("%s is emphasised as a Chinese reader expects", (body, html) => {
  expect(toHtml(body, "a.md")).toBe(`<p>${html}</p>\n`);
});

test.each([
  ["Markdown before HTML", "**一**\n\n<p>*二*</p>\n", "<p><strong>一</strong></p>\n<p>*二*</p>\n"],
  ["Markdown after HTML", "<p>*一*</p>\n\n**二**\n", "<p>*一*</p>\n<p><strong>二</strong></p>\n"],
  [
    "Markdown between the halves of an element",
    "<div>\n\n**一**\n\n</div>",
    "<div>\n<p><strong>一</strong></p>\n</div>",
  ],
  ["a blank line inside preformatted text", "<pre>\n一\n\n*二*\n</pre>\n", "<pre>\n一\n\n*二*\n</pre>\n"],
])("%s is set, and the HTML is left alone", (_, body, html) => {
  expect(toHtml(body, "a.md")).toBe(html);
});

test.each([
  ["{{ site.title }}"],
  ["{% raw %}x{% endraw %}"],
  ["{% include a.html %}"],
  ["<p>{{ 7 * 7 }}</p>"],
  ["${7 * 7}"],
])("the template syntax of %s is text", (body) => {
  expect(toHtml(body, "a.md")).toContain(body);
});

test("a javascript: address makes no link", () => {
  expect(toHtml("[甲](javascript:alert(1))", "a.md")).not.toContain("href");
});

test.each([["> "], ["- "]])("%j a thousand times is beyond the limits, and not just cut off", (mark) => {
  expect(() => checkBounds(toHtml(`${mark.repeat(1000)}甲`, "a.md"))).toThrow("body-too-deep");
});

test.each([
  ["<p>一</p>\n**二**", "<p>一</p>\n<p><strong>二</strong></p>"],
  ["<!--more-->\n一 **二**", "<!--more-->\n<p>一 <strong>二</strong></p>"],
  ["<pre>一</pre>\n**二**", "<pre>一</pre>\n<p><strong>二</strong></p>"],
  ["<p>一</p>\n<http://a.example/b>\n<p>二</p>", '<a href="http://a.example/b">'],
  ["　　一。\n　　二。", "<p>　　一。</p>\n<p>　　二。</p>"],
  ["```\n</p>\n一\n```", "&lt;/p&gt;\n一\n"],
])("%j holds %j", (body, html) => {
  expect(toHtml(body, "a.md")).toContain(html);
});

test.each([
  ["["],
  ["!["],
  ["[a]("],
  ["*a_ "],
  ["**“"],
  ["`a``"],
  ["<a "],
  ["&"],
  ["- a\n"],
  ["|-|\n"],
  ["a\n\n"],
  ["<!--"],
  ["\t"],
])("64 KB of %j are set", (piece) => {
  const body = `甲\n\n${piece.repeat(65_536 / piece.length)}`;
  expect(toHtml(body, "a.md")).not.toBe(body);
});

test("any body becomes HTML", () => {
  const signs = "<p> </p> <b ** “ 一 [ ]( ) ` |".split(" ");
  const piece = fc.constantFrom(...signs, "\n\n", "\n", "    ", "> ", "- ");
  const body = fc.oneof(
    fc.array(piece).map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(body, (text) => {
      expect(toHtml(text, "a.html")).toBe(text);
      expect(toHtml(text, "a.md")).toBeTypeOf("string");
    }),
  );
});
