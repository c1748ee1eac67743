import fc from "fast-check";
import { expect, test } from "vitest";
import { leftOut } from "../../src/serve/leftOut.ts";

const paragraph = "开发区把项目建设作为头号工程，一季度新开工项目十二个。";

/** What of each line is missing, with its number. */
function missing(body: string, published: string): readonly string[] {
  return leftOut(body, 7, published).map((line) => `${line.number}: ${line.missing}`);
}

test.each([
  ["the same text", `<p>${paragraph}</p>`, paragraph],
  ["mark-up and a class", `<p class="x">开发区<b>把项目</b>建设</p>`, "开发区把项目建设"],
  ["a comment over two lines", `<!-- 源文件\n002.txt -->\n<p>${paragraph}</p>`, paragraph],
  ["a tag over two lines", `<p\nclass="版面">${paragraph}</p>`, paragraph],
  ["entities", "<p>甲&amp;乙&#20013;丙&nbsp;丁</p>", "甲&乙中丙 丁"],
  ["the address of a Markdown link", "见[全文](https://a.example/x_(1).html)。", "见全文。"],
  ["Markdown's marks", "## 题目\n\n- **一**\n> 二", "题目\n一\n二"],
  ["other punctuation", "<p>“甲”，乙</p>", "「甲」, 乙"],
  [
    "something between two halves",
    `<p>${paragraph}${paragraph.slice(5)}</p>`,
    `${paragraph}查看图片${paragraph.slice(5)}`,
  ],
  ["lines in another order", "甲乙丙\n丁戊己", "丁戊己甲乙丙"],
  ["an empty body", "\n\n", ""],
])("nothing is missing for %s", (_, body, published) => {
  expect(missing(body, published)).toEqual([]);
});

test.each([
  ["a line", `<p>本报记者 陈可</p>\n<p>${paragraph}</p>`, paragraph, ["7: <p>本报记者 陈可</p>"]],
  ["the end of a line", `<p>${paragraph}（来源：南通日报）</p>`, paragraph, ["7: （来源：南通日报）</p>"]],
  ["the beginning of a line", `<p>（南通讯）${paragraph}</p>`, paragraph, ["7: <p>（南通讯）"]],
  ["a script", `<script>\ntrack()\n</script>\n<p>${paragraph}</p>`, paragraph, ["8: track()"]],
])("%s that is not on the page is found", (_, body, published, found) => {
  expect(missing(body, published)).toEqual(found);
});

test("of a line the middle may be missing", () => {
  const [above, below] = [paragraph, "下一步将围绕主导产业继续招商引资。"];
  expect(leftOut(`<p>${above}（见图）${below}</p>`, 1, above + below)).toEqual([
    { number: 1, before: `<p>${above}`, missing: "（见图）", after: `${below}</p>`, letters: "见图" },
  ]);
});

test("no more is told than anyone reads", () => {
  expect(leftOut(Array.from({ length: 1000 }, (_, at) => `第${at}行`).join("\n"), 1, "")).toHaveLength(200);
});

const letters = fc.string({ unit: fc.constantFrom(...Array.from("甲乙丙丁戊a1 ，。<>&\n")) });

test("the parts of a line are the line, and what is missing is not on the page just so", () => {
  fc.assert(
    fc.property(letters, letters, (body, published) => {
      const lines = body.split("\n");
      for (const { number, before, missing: gone, after, letters: own } of leftOut(body, 1, published)) {
        expect(before + gone + after).toBe(lines[number - 1]);
        expect(own).not.toBe("");
      }
    }),
  );
});

test("of a text that is published as it is, nothing is missing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const plain = text.replace(/[<&[\]()]/g, "");
      expect(leftOut(plain, 1, plain)).toEqual([]);
    }),
  );
});
