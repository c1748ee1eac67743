import { expect, test } from "vitest";
import { articleOf } from "../support/articles.ts";

const bodyOf = (html: string) =>
  articleOf(html, { path: "2022-03-11-a.html" }).body.replace(/ id="[ph]-[0-9a-f]{8}(?:-\d+)?"/g, "");

test.each([
  ['<p style="color:red" class="x" lang="zh" title="t" dir="rtl">甲</p>', "<p>甲</p>"],
  ["<p>甲<span></span><span style='font-size:12px'>乙</span><font color=red>丙</font></p>", "<p>甲乙丙</p>"],
  ["<p>甲<!-- 注释 -->乙</p>", "<p>甲乙</p>"],
  ["<p><b>甲</b><i>乙</i><strike>丙</strike>丁</p>", "<p><strong>甲</strong><em>乙</em><s>丙</s>丁</p>"],
  [
    "<p>甲<span id=Info.3306><a href='http://a.example/' class=infokey>券商</a></span></p>",
    '<p>甲<a href="http://a.example/" rel="noopener noreferrer">券商</a></p>',
  ],
  [
    "<p>甲<span href='http://a.example/'>券商</span></p>",
    '<p>甲<a href="http://a.example/" rel="noopener noreferrer">券商</a></p>',
  ],
  ["<p>甲<a href='#n1'>注</a><a name=n1></a><a>乙</a></p>", "<p>甲注乙</p>"],
  [
    "<p>甲<a href='/x.html' target=_blank rel=opener onclick=x() download ping=/p>乙</a></p>",
    '<p>甲<a href="/x.html">乙</a></p>',
  ],
  ["<p>甲<a href='http://a.example/'></a></p>", "<p>甲</p>"],
  ["<p>甲\u0000\u0007\u200e乙\uFFFE</p>", "<p>甲\u200e乙</p>"],
  ["<p>one   two\n\tthree</p>", "<p>one two three</p>"],
  ["<p>甲\n乙</p>", "<p>甲乙</p>"],
  ["<pre>a  b\n\tc</pre>", "<pre>a  b\n\tc</pre>"],
  ["<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;</p>", '<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 "</p>'],
  ["<p>{{ 7*7 }} {% include x %} ${1}</p>", "<p>{{ 7*7 }} {% include x %} ${1}</p>"],
  [
    "<table><tr><td colspan=2 rowspan='3' style='x' width=10>甲</td><td colspan='2x' rowspan=0>乙</td></tr></table>",
    '<table tabindex="0"><tr><td colspan="2" rowspan="3">甲</td><td>乙</td></tr></table>',
  ],
  ["<ol start=5 type=a reversed><li value=9>甲</li></ol>", '<ol start="5"><li>甲</li></ol>'],
  ["<ol start=-1><li>甲</li></ol>", "<ol><li>甲</li></ol>"],
])("%s becomes %s", (html, body) => {
  expect(bodyOf(html)).toBe(body);
});

test.each([
  ['<p style="display:none;height:1px;overflow:hidden;"><br /></p>'],
  ['<p style="display : NONE">藏</p>'],
  ['<div style="visibility:hidden">藏</div>'],
  ["<p hidden>藏</p>"],
  ['<p hidden="until-found">藏</p>'],
  ['<span style="font-size:0">藏</span>'],
  ['<span style="font-size:0px;">藏</span>'],
  ['<span style="opacity:0">藏</span>'],
  ['<p style="&#100;isplay:none">藏</p>'],
  ['<div style="display:none"><p>藏<b>藏</b></p><p>藏</p></div>'],
  ['<table style="display:none"><tr><td>藏</td></tr></table>'],
])("what is hidden goes: %s", (hidden) => {
  expect(bodyOf(`<p>甲</p>${hidden}<p>乙</p>`)).toBe("<p>甲</p>\n<p>乙</p>");
});

test.each([
  ['<p style="display:block">乙</p>'],
  ['<p style="font-size:0.9em">乙</p>'],
  ['<p style="opacity:0.8">乙</p>'],
  ['<p style="text-align:center">乙</p>'],
])("what is shown stays: %s", (shown) => {
  expect(bodyOf(`<p>甲</p>${shown}`)).toBe("<p>甲</p>\n<p>乙</p>");
});

test("a link inside an anchor that leads nowhere stays a link", () => {
  expect(bodyOf('<p><a name="t">甲<a href="/x.html">乙</a></a></p>')).toBe('<p>甲<a href="/x.html">乙</a></p>');
});

test("no link stands inside another", () => {
  expect(bodyOf('<p><span href="/x.html">甲<a href="/y.html">乙</a></span></p>').match(/<a /g)).toHaveLength(1);
});
