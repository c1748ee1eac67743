import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { solid } from "../../../src/characters.ts";
import { FangzhiError } from "../../../src/errors.ts";
import { readHtml } from "../../../src/import/formats/html.ts";
import type { SourceLine } from "../../../src/import/source.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/import/pages");
const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));

const read = (html: string) => readHtml(Buffer.from(html));
const inBody = (body: string) => read(`<!doctype html><meta charset="utf-8"><body>${body}</body>`).lines;
const textOf = (lines: readonly SourceLine[]) => solid(lines.map(({ text }) => text).join(""));
const answerOf = ({ role, begins, text }: SourceLine) =>
  `${role ?? (begins === undefined ? "about" : begins ? "begins" : "goes on")}: ${text}\n`;

test("there are pages of many systems", () => expect(pages.length).toBeGreaterThanOrEqual(13));

test.each(pages)("the article of %s is found", (name) => {
  const { lines } = readHtml(readFileSync(path.join(folder, name)));
  const answer = readFileSync(path.join(folder, name.replace(/html$/, "lines.txt")), "utf8");
  expect(
    lines
      .filter(({ role }) => role !== "outside")
      .map(answerOf)
      .join(""),
  ).toBe(answer);
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
});

test.each([
  "今天是2023年的第一个工作日，码头上已是车来车往，一派繁忙的景象。",
  "更多精彩活动将在周末上演，市民可以免费领取门票。",
  "参与互动的市民排起了长队，最远的来自邻省。",
])("%j is of the article's text", (text) => {
  const lines = inBody(`<article><p>去年以来，当地一批重大项目相继开工，企业往来不断。</p><p>${text}</p></article>`);
  expect(lines.map(({ role }) => role)).toEqual(["paragraph", "paragraph"]);
});

test.each(["听新闻 00:00 / 04:12", "更多精彩内容请进入财经频道", "12下一页", "原标题：首艘集装箱船靠泊", "责任编辑："])(
  "%j is outside wherever it stands",
  (text) => {
    const lines = inBody(`<article><p>去年以来，当地一批重大项目相继开工，企业往来不断。</p><p>${text}</p></article>`);
    expect(lines.at(-1)?.role).toBe("outside");
  },
);

test("a paragraph ends where a link leads to the site", () => {
  const lines = inBody(
    "<article><p>标准定下来，价格才稳得住，农户心里才有底。<a href=x>返回首页，查看更多</a></p></article>",
  );
  expect(lines.map(({ text, role }) => [text, role])).toEqual([
    ["标准定下来，价格才稳得住，农户心里才有底。", "paragraph"],
    ["返回首页，查看更多", "outside"],
  ]);
});

test.each([
  ["what is surrounded by menus", "founder-epaper.html", ["放大 缩小 默认", "下一篇：海门老街换新颜"]],
  ["related links", "trs-editor.html", ["相关新闻", "机电产品出口占比过半 2022-10-20"]],
  ["imprints", "agency-detail.html", ["Copyright © 2000 - 2022 EXAMPLE.ORG"]],
  ["what a statement says already", "wechat.html", ["原创 小滨 滨江发布 2023-05-18 18:30 发表于江苏"]],
  ["teasers with prose in them", "unknown-system.html", ["一座滨海小城的风电账本，十年间从零到千亿。"]],
])("%s is outside", (_, name, texts) => {
  const outside = readHtml(readFileSync(path.join(folder, name))).lines.filter(({ role }) => role === "outside");
  for (const text of texts) expect(outside.some((line) => line.text.includes(text))).toBe(true);
});

test.each([
  ["<p>一<br>二</p>", ["一", "二"]],
  ["<p>一<br><br>二</p>", ["一", "二"]],
  ["<div>　　第一段。\n　　第二段。</div>", ["第一段。", "第二段。"]],
  ["<div>　　第一段。　　第二段。</div>", ["第一段。", "第二段。"]],
  ["<p>奋进新征程　　建功新时代</p>", ["奋进新征程　　建功新时代"]],
  ["<p>江海\n大潮</p>", ["江海大潮"]],
  ["<pre>一\n二</pre>", ["一", "二"]],
  ["<div>一<p>二</p>三</div>", ["一", "二", "三"]],
  ["<table><tr><td>指标</td><td><p>2022年</p></td></tr></table>", ["指标\t2022年"]],
  ["<table><tr><td>一<br>二</td><td>三</td></tr></table>", ["一", "二", "三"]],
  ["<ruby>方<rp>(</rp><rt>fāng</rt><rp>)</rp></ruby>志", ["方fāng志"]],
  ["一<!-- 注 -->二<script>三</script><noscript>四</noscript><template>五</template><style>六</style>", ["一二"]],
  ["<p hidden>一</p><p style='display : none'>二</p><dialog>三</dialog><p>四</p>", ["四"]],
  ["<input placeholder='关键字' value='值'><p>一</p>", ["一"]],
  ["<b><p>一</b>二</p>", ["一二"]],
])("%j has the lines %j", (html, texts) => {
  expect(inBody(html).map(({ text }) => text)).toEqual(texts);
});

const prose = "去年以来，当地一批重大项目相继开工，企业、园区与部门之间往来不断。";
test.each<[string, string, object]>([
  [`<p>${prose}</p><p><b>大标题</b></p><p>${prose}</p>`, "大标题", { role: "heading" }],
  [`<p>${prose}</p><p><b>他说：</b></p><p>${prose}</p>`, "他说：", { role: "paragraph" }],
  [`<p>${prose}</p><h3>大标题</h3><p>${prose}</p>`, "大标题", { role: "heading" }],
  [`<p>${prose}</p><p><img></p><p align=center>码头一角</p><p>${prose}</p>`, "码头一角", { role: "caption" }],
  [`<p>${prose}</p><p><img></p><p>码头一角</p><p>${prose}</p>`, "码头一角", { role: "paragraph" }],
  [`<p>${prose}</p><p>2022年10月12日，码头开通。</p>`, "2022年10月12日，码头开通。", { role: "paragraph" }],
  [`<p>${prose}</p><p>点击上方“滨江发布”关注我们</p>`, "点击上方“滨江发布”关注我们", { role: "outside" }],
  [`<p>${prose}</p><p>- END -</p>`, "- END -", { role: "outside" }],
  [
    `<h1>港口一季度开门红</h1><div id=ozoom><p>${prose}</p></div><table><tr><td><img></td></tr><tr><td>港区。许丛军摄</td></tr></table>`,
    "港区。许丛军摄",
    { role: "caption" },
  ],
  [`<p>${prose}</p><p><a href=x>上一篇：旧闻</a></p>`, "上一篇：旧闻", { role: "outside" }],
  [`<div>　　${prose}<br>　　开发区，<br>再出发。</div>`, "再出发。", { begins: false }],
])("in %s, %s is %j", (html, text, fate) => {
  const { number: _, ...line } = inBody(html).find((one) => one.text === text)!;
  expect(line).toEqual({ text, ...fate });
});

test("a page with bytes that fit no encoding is refused with a remedy", () => {
  expect(() => readHtml(Uint8Array.of(0x3c, 0x70, 0x3e, 0xff, 0x41, 0xff))).toThrow(FangzhiError);
  expect(() => readHtml(Uint8Array.of(0x3c, 0x70, 0x3e, 0xff, 0x41, 0xff))).toThrow("Save it as UTF-8");
});

test("a page declares an encoding that would not be guessed", () => {
  const big5 = Buffer.from([0xa4, 0xa4, 0xa4, 0xe5]);
  const { lines } = readHtml(Buffer.concat([Buffer.from("<meta charset=big5><p>"), big5]));
  expect(lines.map(({ text }) => text)).toEqual(["中文"]);
});

test("a page nested deeper than any is refused", () => {
  expect(() => read("<div>".repeat(5000) + "深")).toThrow("nested too deep");
});

describe("every visible character is in the lines, in order, once", () => {
  interface Part {
    readonly html: string;
    readonly seen: string;
  }
  const part = (html: string, seen = ""): Part => ({ html, seen });
  const around = (tag: string, parts: readonly Part[], attributes = "") =>
    part(
      `<${tag}${attributes}>${parts.map(({ html }) => html).join("")}</${tag}>`,
      parts.map(({ seen }) => seen).join(""),
    );
  const words = fc
    .stringMatching(/^[一-龥a-z0-9，。　 \n：&<>"'—…“”\u200b\u{20000}-\u{20010}]{0,24}$/u)
    .map((text) => part(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&#62;"), text));
  const entity = fc.constantFrom(
    part("&nbsp;", "\u00A0"),
    part("&hellip;", "…"),
    part("&#x4E2D;", "中"),
    part("&copy", "©"),
  );
  const unseen = fc
    .constantFrom(
      "<!-- 注 -->",
      "<script>var a = '<p>字</p>';</script>",
      "<style>p { }</style>",
      "<span hidden>藏</span>",
      "<b style='display:none'>藏</b>",
      "<template><p>藏</p></template>",
      "<noscript>藏</noscript>",
      "<img alt='藏'>",
      "<input placeholder='藏'>",
      "<br>",
      "<wbr>",
    )
    .map((html) => part(html));
  const { flow } = fc.letrec<{ phrase: Part; flow: Part }>((tie) => ({
    phrase: fc.oneof(
      { maxDepth: 5 },
      words,
      entity,
      unseen,
      fc
        .tuple(fc.constantFrom("a", "b", "span", "em", "font"), fc.array(tie("phrase"), { maxLength: 3 }))
        .map(([tag, inside]) => around(tag === "a" ? "i" : tag, inside)),
    ),
    flow: fc.oneof(
      { maxDepth: 5 },
      tie("phrase"),
      fc
        .tuple(fc.constantFrom("p", "h1", "h2", "h4", "figcaption"), fc.array(tie("phrase"), { maxLength: 4 }))
        .map(([tag, inside]) => around(tag, inside)),
      fc
        .tuple(
          fc.constantFrom("div", "article", "section", "ul", "blockquote", "center", "nav", "footer"),
          fc.array(tie("flow"), { maxLength: 4 }),
          fc.constantFrom("", " class='TRS_Editor'", " id='content'", " class='share'", " align=center"),
        )
        .map(([tag, inside, attributes]) => around(tag, inside, attributes)),
      fc.array(fc.array(fc.array(tie("flow"), { maxLength: 2 }), { maxLength: 3 }), { maxLength: 3 }).map((rows) =>
        around(
          "table",
          rows.map((cells) =>
            around(
              "tr",
              cells.map((cell) => around("td", cell)),
            ),
          ),
        ),
      ),
    ),
  }));

  test("in pages that are well-formed", () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 6 }), (parts) => {
        const page = around("body", parts);
        expect(textOf(inBody(page.html))).toBe(solid(page.seen));
      }),
      { numRuns: 500 },
    );
  });

  test("in tag soup, as browsers understand it", () => {
    const tag = fc.constantFrom(
      "<p>",
      "</p>",
      "<div id=content>",
      "</div>",
      "<b>",
      "</b>",
      "<a href=x>",
      "</a>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<br>",
      "<h1>",
      "</h2>",
      "<li>",
      "</ul>",
      "<font>",
      "<center>",
      "<!--",
      "-->",
      "</br>",
      "<select><option>",
      "</select>",
      "<pre>",
      "</pre>",
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            tag,
            words.map(({ html }) => html),
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const html = `<!doctype html><body>${parts.join("")}`;
          expect(textOf(read(html).lines)).toBe(solid(textIn(parse(html))));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function textIn(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  return "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
}
