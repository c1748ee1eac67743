import { expect, test } from "vitest";
import { articleOf, siteOf } from "../support/articles.ts";

const chart =
  '<!-- EM_StockImg_Start --><p style="text-align:center;"><a href="http://quote.example/unify/r/0.002752" ' +
  'data-code="002752|0|2" class="EmImageRemark" target="_blank"><img ' +
  'src="https://webquoteklinepic.eastmoney.com/GetPic.aspx?nid=0.002752&token=abc" data-code="K 002752|0|2|" ' +
  'border="0" alt="走势" width="100%"></a></p><!-- EM_StockImg_End -->';

test("a live price chart goes, and its security stays as a link of its own", () => {
  const article = articleOf(`<p>正文。</p>${chart}`);
  expect(article.body).not.toMatch(/img|eastmoney|token|EM_StockImg/);
  expect(article.body).toContain(
    '<a href="http://quote.example/unify/r/0.002752" rel="noopener noreferrer">行情：002752</a>',
  );
  expect(article.securities).toEqual([
    { market: "0", code: "002752", name: "002752", address: "http://quote.example/unify/r/0.002752" },
  ]);
});

test("the words that stand for a chart are no part of the text", () => {
  const article = articleOf(`<p>正文。</p>${chart}`);
  expect(article).toMatchObject({ text: "正文。", excerpt: "正文。", characters: 2, images: [] });
  expect(article.paragraphs).toHaveLength(1);
});

test("the security of a chart is named by the text that names it", () => {
  const named = '<p><a href="http://quote.example/unify/r/0.002752" data-code="0,002752">昇兴股份</a>预增。</p>';
  expect(articleOf(chart + named).securities).toMatchObject([{ market: "0", code: "002752", name: "昇兴股份" }]);
});

test.each([
  ["https://webquotepic.eastmoney.com/a.png"],
  ["http://pifm3.eastmoney.com/EM_Finance/a.png"],
  ["//image.sinajs.cn/newchart/daily/n/sh600000.gif"],
])("an image of %s is a chart, also where nothing links to a quotation", (src) => {
  const article = articleOf(`<p>正文。</p><p><img src="${src}" data-code="600000|1|2"></p>`, {
    site: siteOf({ images: "show" }),
  });
  expect(article.body).not.toContain("<img");
  expect(article.body).toContain('<a href="https://quote.eastmoney.com/unify/r/1.600000"');
  expect(article.images).toEqual([]);
});

test("a chart without any code leaves its words", () => {
  const { body } = articleOf('<p>正文。</p><p><img src="https://image.sinajs.cn/a.gif" alt="上证指数"></p>');
  expect(body).toMatch(/<p id="[^"]+">行情：上证指数<\/p>$/);
});

test("a chart inside a sentence leaves the sentence in the text", () => {
  const { text } = articleOf(
    '<p>走势如下<img src="https://image.sinajs.cn/a.gif" data-code="600000|1|2">，供参考。</p>',
  );
  expect(text).toBe("走势如下行情：600000，供参考。");
});

test("an ordinary image is no chart", () => {
  const { body, images } = articleOf('<p>正文。</p><p><img src="https://dfscdn.example/a.jpg" alt="现场"></p>');
  expect(body).toContain(">查看图片：现场</a>");
  expect(images).toHaveLength(1);
});
