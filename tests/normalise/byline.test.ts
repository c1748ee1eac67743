import { expect, test } from "vitest";
import type { Byline } from "../../src/model.ts";
import { peopleIn } from "../../src/normalise/byline.ts";
import { articleOf } from "../support/articles.ts";

const text = "<p>正文讲的是一个项目怎样在这里落地生根，一年之后又怎样建成投产，前后都有人记录下来。</p>";
const nobody: Byline = { authors: [], photographers: [], editors: [] };

test.each<[string, Partial<Byline>]>([
  ["文：陈可", { authors: ["陈可"] }],
  ["文/陈可 图/张三丰", { authors: ["陈可"], photographers: ["张三丰"] }],
  ["文：陈可　图：李四", { authors: ["陈可"], photographers: ["李四"] }],
  ["图：除署名外由宣传部提供", { photographers: ["除署名外由宣传部提供"] }],
  ["文图：王明、李华", { authors: ["王明", "李华"] }],
  ["责任编辑：王明", { editors: ["王明"] }],
  ["编辑：王明 校对：李华 审核：赵六", { editors: ["王明", "李华", "赵六"] }],
  ["作者：司马相如", { authors: ["司马相如"] }],
  ["通讯员：陈　可", { authors: ["陈可"] }],
  ["本报记者 陈可", { authors: ["陈可"] }],
  ["■本报记者 陈可 通讯员 李明", { authors: ["陈可", "李明"] }],
  ["（记者 陈可）", { authors: ["陈可"] }],
  ["证券时报记者 王明 北京报道", { authors: ["王明"] }],
  ["记者 陈炳群 摄", { photographers: ["陈炳群"] }],
  ["丁汀摄", { photographers: ["丁汀"] }],
  ["·陈可 司占伟·", { authors: ["陈可", "司占伟"] }],
  ["审核：张三丨校对：李四|编辑：王五", { editors: ["张三", "李四", "王五"] }],
  ["文/图 陈可", { authors: ["陈可"] }],
  ["文／图：陈可 张三", { authors: ["陈可", "张三"] }],
  ["（责任编辑：李四）", { editors: ["李四"] }],
  ["文：陈可（实习）", { authors: ["陈可"] }],
  ["图：视觉中国", { photographers: ["视觉中国"] }],
])("the credit %s is taken off the end", (credit, people) => {
  const article = articleOf(`${text}<p>${credit}</p>`);
  expect(article.byline).toEqual({ ...nobody, ...people });
  expect(article.paragraphs).toHaveLength(1);
  expect(article.inferred).toEqual([{ what: "byline", text: credit }]);
});

test.each([
  ["图：南通开发区沿江科创带效果图"],
  ["编辑：请注意数据安全"],
  ["记者：请问南通开发区今年的目标是什么？"],
  ["（记者 陈可 编辑 李四）"],
])("%s at the end is text", (line) => {
  const article = articleOf(`${text}<p>${line}</p>`);
  expect(article).toMatchObject({ byline: nobody, paragraphs: { length: 2 } });
});

test("the questions of an interview are text", () => {
  const article = articleOf(`<p>记者：请问您？</p>${text}<p>记者：谢谢您</p>`);
  expect(article).toMatchObject({ byline: nobody, paragraphs: { length: 3 } });
});

test.each([["文：陈可"], ["责任编辑：张三"], ["本报记者 陈可"]])("%s in bold is a credit and no heading", (credit) => {
  const article = articleOf(`${text}<p><strong>${credit}</strong></p>`);
  expect(article.headings).toEqual([]);
  expect(Object.values(article.byline).flat()).toHaveLength(1);
});

test("a credit between paragraphs is no heading", () => {
  expect(articleOf(`${text}<p>本报记者 陈可</p>${text.replace("正文", "后文")}`).headings).toEqual([]);
});

test("credits at the top are taken off as well", () => {
  const article = articleOf(`<p>本报记者 陈可</p>${text}<p>图：李四</p>`);
  expect(article.byline).toEqual({ ...nobody, authors: ["陈可"], photographers: ["李四"] });
  expect(article.paragraphs).toHaveLength(1);
});

test("a person named twice stands once", () => {
  expect(articleOf(`<p>本报记者 陈可</p>${text}<p>文：陈可</p>`).byline.authors).toEqual(["陈可"]);
});

test.each([
  ["文：陈可很早就到了工地，一直等到所有人都离开才回去写稿，这一写又是一整夜，天亮时才把稿子交出去，大家都在等他。"],
  ["图：一"],
  ["编辑部的故事"],
  ["记者节快乐"],
  ["摄影展开幕"],
])("%s in the middle is text", (line) => {
  const article = articleOf(`${text}<p>${line}</p>${text.replace("正文", "后文")}`);
  expect(article.byline).toEqual(nobody);
  expect(article.text).toContain(line);
});

test("a long paragraph at the end is no credit", () => {
  const line = `文：${"字".repeat(70)}`;
  expect(articleOf(`${text}<p>${line}</p>`)).toMatchObject({ byline: nobody, paragraphs: { length: 2 } });
});

test("a body of nothing but credits keeps them as its text", () => {
  expect(articleOf("<p>文：陈可</p><p>图：李四</p>")).toMatchObject({ byline: nobody, text: "文：陈可\n图：李四" });
});

test.each([
  ["事情到此为止。（记者 陈可）", ["陈可"]],
  ["事情到此为止。（本报记者陈可 通讯员 李明）", ["陈可", "李明"]],
  ["事情到此为止。（总台央视记者 王明 李华）", ["王明", "李华"]],
])("the reporter behind %s is named and stays in the text", (line, authors) => {
  const article = articleOf(`<p>${line}</p>`);
  expect(article.byline).toEqual({ ...nobody, authors });
  expect(article.text).toBe(line);
});

test("people whom the front matter names go before those of the body", () => {
  const file = `---\ntitle: 标题\nauthor: [甲某, 乙某]\neditor: 丙某\n---\n${text}<p>文：陈可</p><p>图：李四</p>`;
  expect(articleOf(file).byline).toEqual({
    authors: ["甲某", "乙某", "陈可"],
    photographers: ["李四"],
    editors: ["丙某"],
  });
});

test.each([
  ["陈可", ["陈可"]],
  ["王明、李华，赵六;孙七", ["王明", "李华", "赵六", "孙七"]],
  ["陈 可", ["陈可"]],
  ["由宣传部提供，特此说明", ["由宣传部提供，特此说明"]],
  ["John Smith", ["John Smith"]],
  ["王明 北京报道", ["王明"]],
  ["", []],
  ["  ", []],
])("%j names %j", (names, people) => {
  expect(peopleIn(names)).toEqual(people);
});

test("many paragraphs of role words are read in no time", () => {
  const line = `<p>${"文图：甲".repeat(14)}文图：</p>`;
  expect(articleOf(line.repeat(900)).paragraphs).toHaveLength(900);
});
