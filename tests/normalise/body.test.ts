import fc from "fast-check";
import { expect, test } from "vitest";
import { HeldBack } from "../../src/errors.ts";
import { limits } from "../../src/limits.ts";
import type { Article } from "../../src/model.ts";
import { faultsIn } from "../support/allowListed.ts";
import { articleOf, problemOf } from "../support/articles.ts";

test("Markdown and HTML stand side by side", () => {
  const { body } = articleOf(
    "> 摘要。\n\n<p>甲<strong>乙</strong></p>\n\n**“链主”**企业，[链接](/x.html)。\n\n- 一\n- 二\n",
  );
  const plain = body.replace(/ id="[ph]-[0-9a-f]{8}"/g, "");
  expect(plain.split("\n")).toEqual([
    "<blockquote><p>摘要。</p></blockquote>",
    "<p>甲<strong>乙</strong></p>",
    '<p><strong>“链主”</strong>企业，<a href="/x.html">链接</a>。</p>',
    "<ul><li>一</li><li>二</li></ul>",
  ]);
});

test("a file that ends in .html is not read as Markdown", () => {
  expect(articleOf("<p>一</p>\n\n*二* # 三", { path: "2022-03-11-a.html" }).text).toBe("一\n*二* # 三");
});

test("template syntax is only text", () => {
  const { text } = articleOf("{{ 7 * 7 }} {% include x %} {{{ x }}} <%= 1 %> ${1}");
  expect(text).toContain("{{ 7 * 7 }} {% include x %} {{{ x }}}");
});

test("the record's text has a line for each paragraph, and the paragraph's id", () => {
  const article = articleOf("<h2>题</h2><p>一。</p><ul><li>one</li><li>two</li></ul><p>二。</p>");
  expect(article.text.split("\n")).toEqual(["题", "一。", "one two", "二。"]);
  expect(idsIn(article)).toEqual(article.paragraphs);
});

test("an id is a hash of the paragraph's words alone", () => {
  const [id] = articleOf("<p>第一段。</p>").paragraphs;
  expect(articleOf("<p>前。</p><p class=x>第<b>一</b>段。</p>").paragraphs[1]).toBe(id);
  expect(articleOf("<p>第二段。</p>").paragraphs).not.toContain(id);
});

test("paragraphs of the same words are numbered", () => {
  const [id, second, third] = articleOf("<p>同。</p><p>同。</p><p>同。</p>").paragraphs;
  expect([second, third]).toEqual([`${id}-2`, `${id}-3`]);
});

test("a lead quotation is part of the text", () => {
  expect(articleOf("> 摘要。\n\n<p>正文。</p>").text).toBe("摘要。\n正文。");
});

test.each([
  ["body-too-deep", "<div>".repeat(limits.depth + 1), { limit: limits.depth }],
  ["body-too-deep", "<b>".repeat(5000), { limit: limits.depth }],
  ["body-too-deep", "<ul><li>".repeat(200), { limit: limits.depth }],
  ["body-too-many-nodes", "<p>字</p>".repeat(limits.nodes / 2 + 1), { limit: limits.nodes }],
  ["body-too-many-nodes", "<br>".repeat(limits.nodes + 1), { limit: limits.nodes }],
  ["body-too-many-nodes", "<p><!-- -->".repeat(limits.nodes), { limit: limits.nodes }],
])("a body beyond the limits is held back: %s", (rule, body, values) => {
  expect(problemOf(() => articleOf(body, { path: "2022-03-11-a.html" }))).toMatchObject({ rule, line: 5, values });
});

test("a body just within the limits is an article", () => {
  const deep = `${"<b>".repeat(limits.depth - 1)}字${"</b>".repeat(limits.depth - 1)}`;
  expect(articleOf(deep, { path: "2022-03-11-a.html" }).text).toBe("字");
  expect(articleOf("<p>字</p>".repeat(limits.nodes / 2)).paragraphs).toHaveLength(limits.nodes / 2);
});

function idsIn({ body }: Article): readonly string[] {
  return Array.from(body.matchAll(/ id="([^"]*)"/g), ([, id]) => id!);
}

const tags =
  "p div span a b i strong em ul ol li dl dt dd table thead tbody tr td th h1 h2 h4 blockquote pre hr br img figure " +
  "figcaption ruby rt q font center section form input button select option textarea script style svg math template " +
  "iframe object noscript title base meta link audio video x-y";
const attributes = [
  ...['href="/x.html"', "href=javascript:alert(1)", "href='//a.example/'", 'src="/a.png"', "src=//a.example/b.png"],
  ...["src=data:x", "onclick=x", "style='display:none'", "hidden", 'id="main"', "name=cookie", 'class="em_media"'],
  ...['data-code="1,600160"', 'alt="<图>"', "colspan=2", "start=3", "href='/%2Fevil.example/'", "srcdoc=x", "x='>'"],
];
const texts = [
  ...["正文。", "这一段在逗号处断开，因而还要和后面的一段接起来，", "文：陈可", "（文章来源：南通日报）", "小标题在此"],
  ...[
    "行情：",
    "返回首页",
    "http://a.example/x.html",
    "&lt;script&gt;",
    "&#0;",
    "\u0000",
    "\u202E",
    "\uD83D",
    "𠮷",
    "\n",
  ],
  ...[
    "\n\n",
    "  ",
    "　　",
    "\u00a0",
    "**",
    "[x](y)",
    "`",
    "> ",
    "- ",
    "# ",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
  ],
];
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...texts),
      fc
        .tuple(fc.constantFrom(...tags.split(" ")), fc.array(fc.constantFrom(...attributes), { maxLength: 3 }))
        .map(([tag, attrs]) => `<${[tag, ...attrs].join(" ")}>`),
      fc.constantFrom(...tags.split(" ")).map((tag) => `</${tag}>`),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

test("whatever the body, it is made safe or held back", () => {
  fc.assert(
    fc.property(
      soup,
      fc.constantFrom("2022-03-11-a.md", "2022-03-11-a.html", "2022-03-11-202203112305042277.txt"),
      (body, path) => {
        try {
          const article = articleOf(body, { path });
          expect(faultsIn(article.body)).toEqual([]);
          expect(article.text === "" ? [] : article.text.split("\n")).toHaveLength(
            article.text === "" ? 0 : article.paragraphs.length,
          );
          const ids = idsIn(article);
          expect(article.paragraphs.filter((id) => !ids.includes(id))).toEqual([]);
          expect(article.headings.filter(({ id }) => !ids.includes(id))).toEqual([]);
          expect(JSON.stringify(article).isWellFormed()).toBe(true);
        } catch (error) {
          if (!(error instanceof HeldBack)) throw error;
        }
      },
    ),
    { numRuns: 1500 },
  );
});
