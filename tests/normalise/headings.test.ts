import { expect, test } from "vitest";
import { articleOf, siteOf } from "../support/articles.ts";

const passage = "去年以来，当地一批重大项目相继开工，企业、园区与部门之间往来不断，进展一天比一天快。";
const headingsOf = (body: string) => articleOf(body).headings.map(({ text, inferred }) => [text, inferred]);

test.each([
  ["<h1>大标题</h1>"],
  ["<h2>大标题</h2>"],
  ["<h3>大标题</h3>"],
  ["<h6>大标题</h6>"],
  ["<h3><strong>大标题</strong></h3>"],
  ["<p><strong>大标题</strong></p>"],
  ["<p><b>大标题</b></p>"],
  ["<p><strong>大</strong><strong>标题</strong></p>"],
  ["<p> <strong>大标题</strong> <br></p>"],
  ["<center><b>大标题</b></center>"],
  ["<p><span><strong>大标题</strong></span></p>"],
  ["\n\n## 大标题\n\n"],
  ["\n\n**大标题**\n\n"],
])("%j is a heading", (heading) => {
  const article = articleOf(`<p>${passage}</p>${heading}<p>${passage}</p>`);
  expect(article.headings).toMatchObject([{ text: "大标题", inferred: false }]);
  expect(article.body).toContain(`<h2 id="${article.headings[0]!.id}">大标题</h2>`);
  expect(article.headings[0]!.id).toMatch(/^h-[0-9a-f]{8}$/);
});

test.each([
  ["<p><strong>这一段全是粗体，但它是一句完整的话。</strong></p>"],
  ["<p><strong>南通日报：</strong></p>"],
  [`<p><strong>${"导".repeat(41)}</strong></p>`],
  ["<p><strong>（本报讯）</strong></p>"],
  ["<p><strong>* * *</strong></p>"],
  ["<p><strong>导语</strong>后面还有正文</p>"],
  ["<p><em>只是斜体</em></p>"],
])("%s is no heading", (paragraph) => {
  expect(headingsOf(`<p>${passage}</p>${paragraph}<p>${passage}</p>`)).toEqual([]);
});

test.each([["项目为王，引领产业振兴"], ["创新服务，力促经济发展"], ["“后来者”的先手棋"], ["搭建平台 打造高地"]])(
  "the short paragraph %s between long ones is taken for a heading",
  (line) => {
    const article = articleOf(`<p>${passage}</p><p>${line}</p><p>${passage}</p>`);
    expect(article.headings).toMatchObject([{ text: line, inferred: true }]);
    expect(article.inferred).toEqual([{ what: "heading", text: line }]);
    expect(article.warnings.map(({ rule }) => rule)).toEqual(["heading-inferred"]);
  },
);

test.each([
  ["细微之处见真情，最是小事暖人心。"],
  ["底气何在？"],
  ["他说："],
  ["总投资100亿元"],
  ["（本报综合报道）"],
  ["●要点"],
  ["张三 摄"],
  ["由新华社整理"],
  ["短句"],
  ["中华人民共和国主席　习近平"],
  ["GDP and CPI"],
  ["这一个段落没有标点可是它实在太长了所以不能算作是一个小标题的"],
])("the short paragraph %s is text", (line) => {
  expect(headingsOf(`<p>${passage}</p><p>${line}</p><p>${passage}</p>`)).toEqual([]);
});

test.each([
  [`<p>项目为王，引领产业振兴</p><p>${passage}</p>`],
  [`<p>${passage}</p><p>项目为王，引领产业振兴</p>`],
  [`<p>${passage}</p><p>项目为王，引领产业振兴</p><p>太短。</p>`],
  [`<p>上文没有写完</p><p>项目为王，引领产业振兴</p><p>${passage}</p>`],
  [`<p>${passage}</p><p>项目为王，<em>引领</em>产业振兴</p><p>${passage}</p>`],
  [`<ul><li>项目为王，引领产业振兴</li></ul><p>${passage}</p>`],
])("a short paragraph without a passage around it is text: %s", (body) => {
  expect(articleOf(body).headings.filter(({ inferred }) => inferred)).toEqual([]);
});

test.each([["link"], ["show"]] as const)("pictures and their captions are no headings where images: %s", (images) => {
  const caption = `<p>${passage}</p><p><img src="https://a.example/a.jpg"></p><p>星源材质项目工地</p><p>${passage}</p>`;
  const bold = `<p>${passage}</p><p><strong><img src="https://a.example/a.jpg"></strong></p><p>${passage}</p>`;
  for (const body of [caption, bold, bold.replaceAll("strong", "h2")]) {
    const article = articleOf(body, { site: siteOf({ images }) });
    expect(article.headings).toEqual([]);
    expect(article.body).not.toContain("<h2");
  }
});

test("headings of one text have different ids", () => {
  const ids = articleOf(`<h2>小结</h2><p>${passage}</p><h2>小结</h2><p>${passage}</p>`).headings.map(({ id }) => id);
  expect(ids[1]).toBe(`${ids[0]}-2`);
});

test("the id of a heading does not depend on what stands around it", () => {
  const [alone] = articleOf("<h2>小 结</h2>").headings;
  const [among] = articleOf(`<p>${passage}</p><h3><b>小结</b></h3><p>${passage}</p>`).headings;
  expect(among!.id).toBe(alone!.id);
});

test("real headings inside quotations and lists do not outrank the page's own", () => {
  const { body } = articleOf("<blockquote><h1>引文标题</h1><p>引文。</p></blockquote><ul><li><h1>项</h1></li></ul>");
  expect(body).not.toContain("<h1>");
});
