import { expect, test } from "vitest";
import { articleOf, siteOf } from "../support/articles.ts";

const broken = "去年初春，在明确项目符合当地产业方向之后，大年二十八，";
const rest = "带着厚厚一摞文件的招商专员火速赶到了企业。";

test("a paragraph that breaks off at a comma is joined with the next, and noted", () => {
  const article = articleOf(`<p>${broken} </p>\n <p>${rest}</p>`);
  expect(article.text).toBe(broken + rest);
  expect(article.body).toMatch(/^<p id="p-[0-9a-f]{8}">去年初春.*企业。<\/p>$/);
  expect(article.inferred).toEqual([{ what: "join", text: "后，大年二十八，｜带着厚厚一摞文件" }]);
  expect(article.warnings.map(({ rule }) => rule)).toEqual(["paragraphs-joined"]);
});

test("the note shows the line on which the paragraph breaks off or goes on", () => {
  const [note] = articleOf(`<p>${broken}</p>\n\n<p>${rest}</p>`).warnings;
  expect([5, 7]).toContain(note!.line);
});

test("three pieces of one sentence are one paragraph", () => {
  const article = articleOf(`<p>${broken}</p><p>${broken}</p><p>${rest}</p>`);
  expect(article.paragraphs).toHaveLength(1);
  expect(article.inferred).toHaveLength(2);
});

test("mark-up on both sides of the break stays", () => {
  const { body } = articleOf(`<p>${broken.slice(0, -3)}<em>十八，</em></p><p><em>带着</em>文件赶到。</p>`);
  expect(body).toContain("<em>十八，</em><em>带着</em>文件赶到。");
});

test("the words that name a join are whole characters", () => {
  const article = articleOf(`<p>${broken}𠮷家开张一周年，</p><p>“老客七位都是𠮷姓人家。</p>`);
  expect(article.inferred.map(({ text }) => text.isWellFormed())).toEqual([true]);
});

test("the configuration can leave broken paragraphs alone", () => {
  const article = articleOf(`<p>${broken}</p><p>${rest}</p>`, { site: siteOf({ joinBrokenParagraphs: false }) });
  expect(article.text).toBe(`${broken}\n${rest}`);
  expect(article.inferred).toEqual([]);
});

test.each([
  ["床前明月光，</p><p>疑是地上霜。"],
  [`${broken.slice(0, -1)}。</p><p>${rest}`],
  [`${broken.slice(0, -1)}</p><p>${rest}`],
  [`${broken}</p><h2>小标题</h2><p>${rest}`],
  [`${broken}</p><ul><li>${rest}</li></ul><p>完。`],
  [`${broken}</p><p><img src="/a.png" alt="图">`],
  [`${broken}</p><p><img src="https://a.example/a.png" alt="图">`],
  [`${broken}</p><p>图：张三 摄`],
  [`${broken}</p><p>——`],
  [`${broken.slice(0, 10)}<br>${broken}</p><p>${rest}`],
])("<p>%s</p> is not joined", (inner) => {
  expect(articleOf(`<p>${inner}</p>`).inferred.filter(({ what }) => what === "join")).toEqual([]);
});

test("a body as large as a file may be, all of broken paragraphs, is not given up", () => {
  const paragraph = `<p>${broken}</p>`;
  const body = paragraph.repeat(Math.floor((2 * 1024 * 1024 - 1000) / Buffer.byteLength(paragraph)));
  expect(articleOf(body).paragraphs).toHaveLength(1);
});
