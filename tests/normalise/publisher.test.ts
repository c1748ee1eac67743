import { expect, test } from "vitest";
import { sourceBehind } from "../../src/normalise/publisher.ts";
import { articleOf } from "../support/articles.ts";

const text = "<p>正文到此为止。</p>";

test.each([
  ['<p class="em_media">（文章来源：南通日报）</p>', "南通日报"],
  ['<p class="em_media">(文章来源:南通日报)</p>', "南通日报"],
  ['<p class="em_media">文章来源：南通日报</p>', "南通日报"],
  ['<p class="em_media">南通日报</p>', "南通日报"],
  ['<p class="em_media">（文章来源：<a href="http://ntrb.example/">南通</a><strong>日报</strong>）</p>', "南通日报"],
  ['<p class="em_media"><span>（文章</span><span>来源：</span>南通日报<span>）</span></p>', "南通日报"],
  ['<p class="em_media">（文章来源：\n  南通日报 ）</p>', "南通日报"],
  ['<p class="em_media">（文章来源：21世纪经济报道 南财号）</p>', "21世纪经济报道 南财号"],
  ['<div class="em_media">（文章来源：南通日报）</div>', "南通日报"],
  ['<p class="small em_media">（文章来源：南通日报）</p>', "南通日报"],
  ["<p>（文章来源：南通日报）</p>", "南通日报"],
  ["<p>来源：新华社</p>", "新华社"],
  ["<p>【稿件来源：人民网】</p>", "人民网"],
  ["<p>信息来源 : 南通市政府</p>", "南通市政府"],
  ["（文章来源：南通日报）", "南通日报"],
  ["<center>（文章来源：南通日报）</center>", "南通日报"],
  ["<p>（<b>文章</b>来源：<i>南通日报</i>）</p>", "南通日报"],
])("%s names the source %s and is taken off", (line, source) => {
  const article = articleOf(text + line, { path: "2022-03-11-a.html" });
  expect(article.source).toBe(source);
  expect(article.text).toBe("正文到此为止。");
  expect(article.inferred).toEqual([]);
});

test("a publisher's line above credits and a footer is found", () => {
  const rest =
    "<p>编辑：陈可</p>\n\n<http://a.example/x?infoCode=NW202203112305042277>\n\n[返回首页](//finews.withounder.com/)";
  const article = articleOf(`${text}<p class="em_media">（文章来源：南通日报）</p>${rest}`);
  expect(article).toMatchObject({ source: "南通日报", text: "正文到此为止。", byline: { editors: ["陈可"] } });
});

test("a publisher's line without its class is found above an address and a footer in HTML", () => {
  const rest =
    '<p>http://a.example/x.html</p><p><a href="/category/nantongribao.html">返回南通日报新闻</a></p><p><a href="/">返回首页</a></p>';
  expect(articleOf(`${text}<p>（文章来源：南通日报）</p>${rest}`).source).toBe("南通日报");
});

test("only the last of several is the source, and none is left", () => {
  const twice = '<p class="em_media">（文章来源：甲报）</p><p>续文。</p><p class="em_media">（文章来源：乙报）</p>';
  expect(articleOf(text + twice)).toMatchObject({ source: "乙报", text: "正文到此为止。\n续文。" });
});

test.each([
  ['<p class="em_media">产业由此振兴。（文章来源：南通日报）</p>', "南通日报", "产业由此振兴。"],
  ['<p class="em_media">（文章来源：南通日报）</p><p class="em_media">（责任编辑：李四）</p>', "南通日报", ""],
  ['<p class="em_media">（文章来源：南通日报） <br>责任编辑：张三</p>', "南通日报", ""],
  ['<p class="em_media">（文章来源：每日经济新闻，作者：张三）</p>', "每日经济新闻", ""],
  ['<p class="em_media">(原标题：旧题) （文章来源：南通日报）</p>', "南通日报", "(原标题：旧题)"],
  ["<p>产业由此振兴。（文章来源：南通日报）</p>", "南通日报", "产业由此振兴。"],
  ["<p>产业由此振兴。<br>（来源：南通日报）</p>", "南通日报", "产业由此振兴。"],
  ["<p>产业由此<b>振兴。（来源：南通</b>日报）</p>", "南通日报", "产业由此振兴。（来源：南通日报）"],
])("of %s the source is %s, and %j stays", (line, source, rest) => {
  const article = articleOf(text + line, { path: "2022-03-11-a.html" });
  expect(article.source).toBe(source);
  expect(article.text).toBe(["正文到此为止。", rest].filter(Boolean).join("\n"));
});

test.each([['<p class="em_media">（文章来源：）</p>'], ['<p class="em_media"> </p>']])(
  "%s names nothing and goes",
  (line) => {
    expect(articleOf(text + line)).toMatchObject({ text: "正文到此为止。" });
    expect(articleOf(text + line)).not.toHaveProperty("source");
  },
);

test("what is no paper's name above other text is text", () => {
  const article = articleOf(`<p>来源：主要有三个方面</p>${text}`);
  expect(article.text).toBe("来源：主要有三个方面\n正文到此为止。");
});

test("an article without the line has no source", () => {
  const article = articleOf(text);
  expect(article).not.toHaveProperty("source");
  expect(article.text).toBe("正文到此为止。");
});

test.each([["<p>来源：数据显示，来源：各地</p>"], ["<p>这批设备的来源：海外采购</p>"], ["<p>资金来源：财政</p>"]])(
  "%s is text",
  (line) => {
    const article = articleOf(text + line);
    expect(article).not.toHaveProperty("source");
    expect(article.paragraphs).toHaveLength(2);
  },
);

test("a line that begins like one in the middle of an article is text", () => {
  const body = `${text}<p>来源：新华社</p>${text.repeat(4)}`;
  expect(articleOf(body)).not.toHaveProperty("source");
});

test("the front matter's source goes before the body's, and where they differ that is noted", () => {
  const file = `---\ntitle: 标题\nsource: 江海晚报\n---\n${text}<p class="em_media">（文章来源：南通日报）</p>`;
  expect(articleOf(file)).toMatchObject({
    source: "江海晚报",
    text: "正文到此为止。",
    warnings: [{ rule: "source-differs", line: 3, values: { stated: "江海晚报", found: "南通日报" } }],
  });
  expect(articleOf(file.replace("江海晚报", "南通日报")).warnings).toEqual([]);
});

test.each([
  ["收盘时跌超1%。（财联社）", "财联社"],
  ["将达30家。(北京日报)", "北京日报"],
  ["增长8.4%。（央视新闻客户端）", "央视新闻客户端"],
  ["同比增长。（来源：证券时报网）", "证券时报网"],
  ["发布公告。（e公司）", undefined],
  ["增持居首（名单）", undefined],
  ["公司昨日发布（公告）", undefined],
  ["见附件（年报）", undefined],
  ["没有括号。", undefined],
  ["（财联社）后面还有字", undefined],
  ["", undefined],
])("behind %j stands %s", (line, source) => {
  expect(sourceBehind(line)).toBe(source);
});

test("a source behind the last sentence stays in the text and is marked as inferred", () => {
  const article = articleOf("<p>期货收跌。（财联社）</p>");
  expect(article).toMatchObject({ source: "财联社", text: "期货收跌。（财联社）" });
  expect(article.inferred).toEqual([{ what: "source", text: "财联社" }]);
});
