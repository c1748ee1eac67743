import { load } from "cheerio/slim";
import { isTag } from "domhandler";
import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "../../src/limits.ts";
import { checkBounds, parseHtml, serialise, TooMuchMarkup } from "../../src/parse/html.ts";

const written = (html: string) => {
  return serialise(parseHtml(html).children.filter(isTag));
};

const nested = (depth: number) => `${"<em>".repeat(depth)}甲${"</em>".repeat(depth)}`;

test.each([
  ["nothing", ""],
  ["text alone", "甲".repeat(100_000)],
  ["256 elements inside one another", nested(256)],
  ["256 elements that are never closed", "<em>".repeat(256)],
  ["many elements side by side", "<em>甲</em>".repeat(1000)],
  ["many paragraphs that close one another", "<p>".repeat(1000)],
  ["many empty elements", "<br>".repeat(1000)],
  ["tags that close nothing", "</em>".repeat(100_000)],
  ["signs that are no tags", "1 < 2 ".repeat(100_000)],
  ["depth inside a comment", `<!--${"<em>".repeat(1000)}-->`],
  ["depth inside an attribute", `<em title="${"<em>".repeat(1000)}">甲</em>`],
  ["depth inside a script", `<script>${"<em>".repeat(1000)}</script>`],
])("%s is within the bounds", (_, html) => {
  expect(() => checkBounds(html)).not.toThrow();
});

test.each([
  ["257 elements inside one another", nested(257)],
  ["257 elements that are never closed", "<em>".repeat(257)],
  ["tables in tables", "<table><tr><td>".repeat(100)],
  ["elements of one letter, 2 MB of them", "<b>".repeat(700_000)],
  ["foreign elements", "<svg><g>".repeat(129)],
  ["elements without a known name", "<x-a>".repeat(257)],
])("%s are too deep", (_, html) => {
  expect(() => checkBounds(html)).toThrow(new TooMuchMarkup("body-too-deep"));
});

test.each([
  ["elements with a text in each", "<p>甲</p>", 2],
  ["empty elements", "<br>", 1],
  ["comments", "<!---->", 1],
  ["elements and texts between them", "<br>甲", 2],
  ["paragraphs that are only closed", "</p>", 1],
])("60,000 nodes are within the bounds, one more is not: %s", (_, html, nodes) => {
  const most = html.repeat(limits.nodes / nodes);
  expect(() => checkBounds(most)).not.toThrow();
  expect(() => checkBounds(`${most}<hr>`)).toThrow(new TooMuchMarkup("body-too-many-nodes"));
});

test("a text with entities is one node", () => {
  expect(() => checkBounds("<em>甲&amp;乙&lt;&#x4e00;</em>".repeat(limits.nodes / 2))).not.toThrow();
});

test("what is too much says by which rule", () => {
  expect(new TooMuchMarkup("body-too-deep")).toMatchObject({ name: "TooMuchMarkup", rule: "body-too-deep" });
});

test.each([
  ["<p>一</p><p>二</p>", "<p>一</p>\n<p>二</p>"],
  ["<P CLASS=em_media>一</P>", '<p class="em_media">一</p>'],
  ["<p>一<p>二", "<p>一</p>\n<p>二</p>"],
  ["<p><b>一<i>二</b>三</i></p>", "<p><b>一<i>二</i></b>三</p>"],
  ["<p>一<br>二<br/>三</p>", "<p>一<br>二<br>三</p>"],
  ["<p>𠮷 — “一” ©</p>", "<p>𠮷 — “一” ©</p>"],
  ["<p>&copy;&#x4e00;&nbsp;&amp;&lt;</p>", "<p>©一&nbsp;&amp;&lt;</p>"],
  ["<p>1 < 2 & 3</p>", "<p>1 &lt; 2 &amp; 3</p>"],
  ['<a href="/a?b=1&c=2" title=\'"甲"\'>乙</a>', '<a href="/a?b=1&amp;c=2" title="&quot;甲&quot;">乙</a>'],
  ["<p>&lt;script&gt;</p>", "<p>&lt;script&gt;</p>"],
  ["<img src=a.png>", '<img src="a.png">'],
])("%s is written as %s", (html, text) => {
  expect(written(html)).toBe(text);
});

test("nothing is added around a body", () => {
  expect(load(parseHtml("<p>一</p>"), {}, false)("html, head, body").length).toBe(0);
});

test("only the elements that are asked for are written", () => {
  const $ = load(parseHtml("一<p>二</p><!-- 三 --><em>四</em>"), {}, false);
  expect(serialise($("em").toArray())).toBe("<em>四</em>");
  expect(serialise([])).toBe("");
});

/** Their attributes are whole: names that HTML cannot write, such as `=<p`, end in the sanitiser, which comes first. */
const tags = ["<p>", "</p>", "<b>", "</b>", "<i class=a>", ">", "<br>", "<table>", "<td>", "<svg>", "</", "<"];
const texts = ["甲", "😀", "\n", " ", "&amp;", "&#0;", "&#13;", "&lt", "&", '"', "'", "=", "/"];
const noText = ["<!--", "-->", "<!", "<?", "<![CDATA[", "]]>", "<script>", "</script>", "<title>", "<plaintext>"];
const soupOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

test("any soup of tags is written in a form that stays the same", () => {
  fc.assert(
    fc.property(soupOf([...tags, ...texts]), (html) => {
      expect(written(written(html))).toBe(written(html));
    }),
    { numRuns: 1000 },
  );
});

test("any short soup is within the bounds, and has a tree", () => {
  fc.assert(
    fc.property(soupOf([...tags, ...texts, ...noText]), (html) => {
      expect(() => checkBounds(html)).not.toThrow();
      expect(load(parseHtml(html), {}, false)("*").length).toBeLessThanOrEqual(40);
    }),
  );
});

test("no text escapes its element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const $ = load(parseHtml("<p></p>"), {}, false);
      $("p").text(text).attr("title", text);
      const again = load(parseHtml(serialise($("p").toArray())), {}, false);
      expect(again("*").length).toBe(1);
      expect(again("p").text()).toBe(text);
      expect(again("p").attr("title")).toBe(text);
    }),
  );
});
