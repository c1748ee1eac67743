import { expect, test } from "vitest";
import { rstHtml } from "../../../../src/import/systems/pelican/rst.ts";

test.each<[rst: string, html: string]>([
  ["甲 **乙** *丙* ``<丁>``。", "<p>甲 <strong>乙</strong> <em>丙</em> <code>&lt;丁&gt;</code>。</p>"],
  ["`甲 <https://example.org/?a=1&b=2>`_", '<p><a href="https://example.org/?a=1&amp;b=2">甲</a></p>'],
  ["见 `甲`_。\n\n.. _甲: https://example.org/", '<p>见 <a href="https://example.org/">甲</a>。</p>'],
  ["小标题\n======\n\n正文", "<h2>小标题</h2>\n\n<p>正文</p>"],
  ["- 甲\n- 乙\n  接上", "<ul><li>甲</li><li>乙\n接上</li></ul>"],
  ["1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"],
  ["如下::\n\n    a < b\n      c", "<p>如下：</p>\n\n<pre><code>a &lt; b\n  c</code></pre>"],
  ["    引文", "<blockquote><p>引文</p></blockquote>"],
  [".. 注释", ""],
  [".. image:: /a.png\n   :alt: 塔", '<figure><img src="/a.png" alt="塔"></figure>'],
  [".. code-block:: js\n\n   let a;\n\n   let b;", "<pre><code>let a;\n\nlet b;</code></pre>"],
  ["a_b_c 与 __init__", "<p>a_b_c 与 __init__</p>"],
])("%j is %j", (rst, html) => {
  expect(rstHtml(rst)).toEqual({ html, kept: [] });
});

test.each<[rst: string, markup: string]>([
  ["甲\n\n.. math:: a^2", ".. math::"],
  ["甲\n\n+---+---+\n| 一 | 二 |\n+---+---+", "table"],
  ["甲\n\n.. [1] 脚注", ".. [1] 脚注"],
])("%j is kept as it was written, and told of", (rst, markup) => {
  const { html, kept } = rstHtml(rst);
  expect(kept).toEqual([{ markup, line: 3 }]);
  expect(html).toContain("<pre>");
});
