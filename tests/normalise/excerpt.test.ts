import { expect, test } from "vitest";
import { articleOf, siteOf } from "../support/articles.ts";

const short = siteOf({ excerptLength: 20 });
const withKeys = (keys: string, body: string) => `---\ntitle: 标题\ndate: 2022-03-11\n${keys}\n---\n${body}`;

test("the excerpt is the beginning of the text", () => {
  expect(articleOf("<p>第一段。</p><p>第二段。</p>").excerpt).toBe("第一段。第二段。");
});

test("a long text is cut after as many characters as the site wants", () => {
  expect(articleOf(`<p>${"字".repeat(30)}</p>`, { site: short }).excerpt).toBe(`${"字".repeat(20)}…`);
});

test.each([["😀"], ["𠮷"], ["字"]])("it is cut between code points: %s", (character) => {
  const { excerpt } = articleOf(`<p>${character.repeat(30)}</p>`, { site: short });
  expect(excerpt).toBe(`${character.repeat(20)}…`);
});

test("headings, credits and the publisher's line are no part of it", () => {
  const body = '<p>正文。</p><h2>小标题</h2><p>续文。</p><p>文：陈可</p><p class="em_media">（文章来源：南通日报）</p>';
  expect(articleOf(body).excerpt).toBe("正文。续文。");
});

test("Latin words of two paragraphs do not run together", () => {
  expect(articleOf("One two\n\nthree four").excerpt).toBe("One two three four");
});

test("the front matter's excerpt goes first, as plain text", () => {
  expect(articleOf(withKeys("excerpt: <b>自选</b>的\\n摘要".replace("\\n", " "), "<p>正文。</p>")).excerpt).toBe(
    "自选的 摘要",
  );
});

test("entities in the front matter's excerpt are read, as in a title", () => {
  expect(articleOf(withKeys('excerpt: "研发 R&amp;D"', "<p>正文。</p>")).excerpt).toBe("研发 R&D");
});

test("an empty excerpt in front matter is none", () => {
  expect(articleOf(withKeys('excerpt: "  "', "<p>正文。</p>")).excerpt).toBe("正文。");
});

test("the text above excerpt_separator is the excerpt, beyond the usual length too", () => {
  const body = `${"字".repeat(30)}。\n\n<!--more-->\n\n其余。`;
  expect(articleOf(withKeys('excerpt_separator: "<!--more-->"', body), { site: short }).excerpt).toBe(
    `${"字".repeat(30)}。`,
  );
});

test("a separator that the body does not have changes nothing", () => {
  expect(articleOf(withKeys('excerpt_separator: "<!--more-->"', "正文。")).excerpt).toBe("正文。");
});

test("an excerpt that the author chose is bounded too", () => {
  const { excerpt } = articleOf(withKeys(`excerpt: ${"字".repeat(500)}`, "正文。"), { site: short });
  expect(excerpt).toBe(`${"字".repeat(80)}…`);
});

test("reading the text above the separator does not note anything twice", () => {
  const body = "<p>正文<script>1</script></p><!--more--><p>其余</p>";
  const { warnings } = articleOf(withKeys('excerpt_separator: "<!--more-->"', body));
  expect(warnings.map(({ rule }) => rule)).toEqual(["unsafe-markup"]);
});
