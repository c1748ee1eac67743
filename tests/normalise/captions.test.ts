import { expect, test } from "vitest";
import { sideBySide } from "../../src/render/sideBySide.ts";
import { articleData } from "../../src/render/data/articleData.ts";
import { articleOf, siteOf } from "../support/articles.ts";

const caption = "开发区俯瞰 钱咸华摄";
const figure = `<figure><figcaption>${caption}</figcaption></figure>`;
const above = "开发区把项目建设作为头号工程，一季度新开工项目十二个，总投资一百二十亿元，开工率居全市第一。";
const below = "下一步，开发区将围绕主导产业继续招商，力争全年引进亿元以上项目四十个。";
const imported = [`<p>${above}</p>`, figure, `<p>${below}</p>`].join("\n");

test("a caption without a picture stays where it stood, as it stood", () => {
  const { body } = articleOf(imported);
  expect(body.replace(/ id="[^"]*"/g, "")).toBe(imported);
});

test("it is a line of the text, in its order, with an id to link to", () => {
  const { body, text, paragraphs } = articleOf(imported);
  expect(text.split("\n")).toEqual([above, caption, below]);
  expect(body).toContain(`<figure id="${paragraphs[1]}">`);
});

test("the published data have it in its order too", () => {
  const article = articleOf(imported);
  const { permalink, categories, tags } = article;
  const { text, byline } = articleData(article, { permalink, categories, tags }, siteOf());
  expect(text).toBe([above, caption, below].join("\n"));
  expect(byline).toEqual({ authors: [], photographers: [], editors: [] });
});

test("texts that are laid side by side differ in nothing but the caption", () => {
  const without = articleOf(`<p>${above}</p><p>${below}</p>`).text;
  expect(JSON.stringify(sideBySide(articleOf(imported).text, without))).toContain(caption);
});

test.each([
  ["before the text", figure + imported, above],
  ["behind the text", `<p>${above}</p>${figure}`, above],
])("a caption %s is no part of the excerpt", (_, body, excerpt) => {
  const article = articleOf(body);
  expect(article.excerpt).not.toContain("俯瞰");
  expect(article.excerpt.startsWith(excerpt.slice(0, 20))).toBe(true);
});

test("an article of nothing but a caption is named after it", () => {
  const text = `---\ndate: 2022-03-11\n---\n${figure}`;
  expect(articleOf(text).title).toBe("开发区俯瞰 钱咸华摄");
});

test.each([
  ["a photographer alone", "<figure><figcaption>记者 陈炳群 摄</figcaption></figure>"],
  ["a source in brackets", "<figure><figcaption>港口夜景（南通日报）</figcaption></figure>"],
])("%s in a caption is left there, and names nobody", (_, last) => {
  const article = articleOf(`<p>${above}</p><p>${below}</p>${last}`);
  expect(article.body).toContain(last.slice("<figure>".length));
  expect([article.byline.photographers, article.source]).toEqual([[], undefined]);
});

test("a short caption is no sub-heading, and a long one with a comma at its end is not joined", () => {
  const open = `<figure><figcaption>${above.replace("。", "，")}</figcaption></figure>`;
  const article = articleOf(`<p>${above}</p>${figure}<p>${below}</p>${open}<p>${below}</p>`);
  expect([article.headings, article.inferred]).toEqual([[], []]);
  expect(article.text.split("\n")).toHaveLength(5);
});

test("a caption in Markdown's company, and one with mark-up, survive", () => {
  const article = articleOf(
    `第一段。\n\n<figure><figcaption><b>俯瞰</b><script>x</script> 摄</figcaption></figure>\n\n第二段。`,
  );
  expect(article.body).toContain("<figcaption><strong>俯瞰</strong> 摄</figcaption></figure>");
  expect(article.text.split("\n")).toEqual(["第一段。", "俯瞰 摄", "第二段。"]);
});
