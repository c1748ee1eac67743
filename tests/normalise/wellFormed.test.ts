import { isTag, type ChildNode } from "domhandler";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlain, sanitise, unsafeMarkupIn } from "../../src/normalise/sanitise.ts";
import { readWellFormed } from "../../src/normalise/wellFormed.ts";
import { openMarkup, parseHtml } from "../../src/parse/html.ts";

/** Names, attributes and texts, and whether the nodes know their neighbours. */
const shapeOf = (nodes: readonly ChildNode[]): unknown =>
  nodes.map((node, index) => [
    isTag(node) ? [node.name, node.attribs, shapeOf(node.children)] : "data" in node ? node.data : node.type,
    node.prev === (nodes[index - 1] ?? null) && node.next === (nodes[index + 1] ?? null),
  ]);

const company =
  '<span id="stock_1.600160"><a href="http://quote.example.org/unify/r/1.600160" class="keytip" data-code="1,600160">巨化</a></span>';

test.each([
  "<p>一</p><p><strong>二</strong></p>",
  `<p>甲${company}<span id="quote_1.600160"></span>乙</p>`,
  '<p>一<span style="display:none"><br /> </span>二</p><p style="display: none;height:1px;"><br></p>三',
  '<center>图</center><!--EM_StockImg_Start--><p class="em_media">（文章来源：江海日报）</p>',
  "<ul><li>一</li>\n<li><b>二</b></li></ul><blockquote><p>三</p></blockquote><hr>四<br>五 > 六",
])("%s is read at once", (html) => {
  expect(shapeOf(readWellFormed(html)!)).toEqual(shapeOf(parseHtml(sanitise(html).html).children));
});

test.each([
  "<p>一",
  "一</p>",
  "<p><strong>一</p></strong>",
  "<p>一<p>二</p></p>",
  "<P>一</P>",
  "<p>&nbsp;一</p>",
  "<div><p>一</p></div>",
  '<a href="javascript:x">一</a>',
  '<p onclick="x">一</p>',
  '<p style="display:none">藏</p>',
  "<p hidden>一</p>",
  "<script>x</script>",
  "<img src=a>",
  "1 < 2",
])("%s is left to the sanitiser", (html) => {
  expect(readWellFormed(html)).toBeUndefined();
});

const tags = "p strong a span em b i br hr ul ol li h2 h1 blockquote div center u section font".split(" ");
const attributes = [
  'href="http://a.example/x"',
  'href="//a.example/?a=1"',
  'href="/x"',
  'href=""',
  'data-code="1,600160"',
  'data-code=""',
  'class="em_media"',
  'class="keytip"',
  'class="EmImageRemark em_media"',
  'style="display:none"',
  'style="color:red"',
  'title="a =data:b"',
  'title="data:b"',
  'title=" onabc =x"',
  'onabc="x"',
  'hidden="x"',
  'start="2"',
  'start=""',
  'id="a"',
];
const tagText = fc
  .tuple(fc.constantFrom("<", "<", "</"), fc.constantFrom(...tags), fc.subarray(attributes, { maxLength: 3 }))
  .map(([start, name, some]) => `${start}${[name, ...(start === "<" ? some : [])].join(" ")}>`);
const word = fc.constantFrom(
  "甲",
  "乙 ",
  " ",
  "\n",
  "> ",
  "=",
  "&",
  "&lt;",
  "<!-- 丙 -->",
  "<!--丁",
  "<br />",
  "<hr/>",
  '"',
);
/** Mark-up whose tags are mostly closed where they should be. */
const { markup } = fc.letrec<{ markup: string; element: string }>((tie) => ({
  markup: fc.array(fc.oneof(word, tie("element"), word), { maxLength: 5 }).map((parts) => parts.join("")),
  element: fc.oneof(
    { maxDepth: 4 },
    { weight: 1, arbitrary: tagText },
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...tags), fc.subarray(attributes, { maxLength: 2 }), tie("markup"))
        .map(([name, some, inside]) => `<${[name, ...some].join(" ")}>${inside}</${name}>`),
    },
  ),
}));

test("whatever is read at once is what sanitising and parsing make of it, and nothing is to be said of it", () => {
  let read = 0;
  fc.assert(
    fc.property(markup, (html) => {
      const nodes = readWellFormed(html);
      if (!nodes) return;
      read++;
      const safe = sanitise(html);
      expect([safe.hidden, unsafeMarkupIn(html), openMarkup(html)]).toEqual(["", [], -1]);
      expect(shapeOf(nodes)).toEqual(shapeOf(parseHtml(isPlain(html) ? html : safe.html).children));
    }),
    { numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(500);
});
