import { expect, test } from "vitest";
import { contentHtml } from "../../../../src/import/systems/wordpress/content.ts";

test.each<[content: string, html: string]>([
  ["甲。\n乙。\r\n\r\n丙。", "<p>甲。<br>\n乙。</p>\n<p>丙。</p>"],
  ["甲。<br />\n乙。", "<p>甲。<br>\n乙。</p>"],
  ["<p>甲。</p>\n<h2>乙</h2>\n丙。", "<p>甲。</p>\n<h2>乙</h2>\n<p>丙。</p>"],
  ["<pre>甲\n\n乙</pre>", "<pre>甲\n\n乙</pre>"],
  ["甲。\n\n<!--more-->\n\n乙。", "<p>甲。</p>\n<!--more-->\n<p>乙。</p>"],
  ["<!-- wp:paragraph -->\n<p>甲。</p>\n<!-- /wp:paragraph -->", "<p>甲。</p>"],
  [
    "[embed]https://example.org/?a=1&amp;b=2[/embed]",
    '<p><a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a></p>',
  ],
  ["见[注]与[1]。", "<p>见[注]与[1]。</p>"],
])("%j is %j", (content, html) => {
  expect(contentHtml(content)).toEqual({ html, kept: [] });
});

test("a caption and its picture are a figure", () => {
  const { html, kept } = contentHtml('甲。\n\n[caption width="3"]<img src="/a.png" alt="塔" /> 开发区[/caption]');
  expect(html.replaceAll("\n", "")).toBe(
    '<p>甲。</p><figure><img src="/a.png" alt="塔"><figcaption>开发区</figcaption></figure>',
  );
  expect(kept).toEqual([]);
});

test.each<[content: string, markup: readonly string[]]>([
  ['甲 [gallery ids="1,2"]', ['[gallery ids="1,2"]']],
  ["[note]甲[/note]", ["[note]"]],
  ["[video]", ["[video]"]],
])("the shortcodes of %j that stay are %j", (content, markup) => {
  expect(contentHtml(content).kept.map((one) => one.markup)).toEqual(markup);
});
