import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLosses } from "../../src/import/account.ts";
import { readPlain } from "../../src/import/formats/plain.ts";
import { compose } from "../../src/import/importing.ts";
import { understand } from "../../src/import/understand.ts";
import { articleOf } from "../support/articles.ts";

/** Pieces of lines as pages have them, and as only an enemy would write them. */
const fragments = [
  "本报讯（记者 刘洋）",
  "本报记者 陈可 通讯员 李明",
  "2022年10月13日 星期四",
  "编辑：苗 蕾 美编：顾小建",
  "A6",
  "第二版",
  "南通日报",
  "（下转A3版）",
  "▲东旺村村民起捕螃蟹。",
  "开发区俯瞰 钱咸华摄",
  "记者 陈炳群 摄",
  "图①：滨海大道夜景。",
  "一、基本情况",
  "（一）品质为先",
  "1. 全民招商引龙头。",
  "为企业打通物流堵点，开发区及时出手，建立高",
  "速物流“白名单”制度，组建高速货运车辆伴行机关与企业双专班。",
  "打造专业化队伍,",
  "满腔激情抓招引",
  "锣鼓一敲响连天，",
  "记者：目前效果如何？",
  "【编者按】今起推出专栏。",
  "关键词：",
  "项目为王 招商引资",
  "——规模以上工业增加值同比增长8.2%",
  "地区生产总值　　亿元　　866.3",
  "讲文明 树新风",
  "开 发 区 答 卷",
  "此致",
  "简讯",
  "# ",
  "## ",
  "- ",
  "**",
  "■",
  "● ",
  "| a | b |",
  "---",
  "title: '\"x\\",
  "key: [a, {b: c}]",
  "{{ site.title }}",
  "{% raw %}",
  "-->",
  "--!>",
  "<!--",
  "<script>alert(1)</script>",
  "</p><iframe src=//x>",
  "&lt;b&gt;&amp;&#0;",
  "<img src=x onerror=alert(1)>",
  "![a](http://x/y.png)",
  "[点击](javascript:alert(1))",
  "😀",
  "𠮷野家",
  "👨‍👩‍👧",
  "\u202e倒\u202c",
  "\u0000",
  "\u0007",
  "\ufeff",
  "\ud800",
  "\udc00",
  "　",
  "\t",
  "\f",
  "\u2028",
  "\u00a0",
  "中".repeat(300),
  "a".repeat(500),
];
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...fragments) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 5 }).map((some) => some.join("")) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 4 }).map((some) => some.join(" ")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constant("") },
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));

describe.each(["text", "markdown"] as const)("any %s", (format) => {
  test("has one fate for each of its characters, and all of them stand in its articles", () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (said, isSingle, isFullWidth) => {
        const source = { name: "任意.txt", bytes: new TextEncoder().encode(said), text: readPlain(said, format) };
        const found = understand(source.text, isSingle);
        const files = compose(source, found, { isFullWidth });
        const losses = findLosses(
          source.text.lines,
          found.fates,
          files.map((file) => file.text),
        );
        expect(losses).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("becomes articles that the build reads, with their text and without anything that runs", () => {
    fc.assert(
      fc.property(text, (said) => {
        const source = { name: "a'\"<>.txt", bytes: new TextEncoder().encode(said), text: readPlain(said, format) };
        const found = understand(source.text);
        const given = { date: { date: "2022-10-13", precision: "day" }, source: "日报", category: "ribao" } as const;
        for (const [index, file] of compose(source, found, given).entries()) {
          if (file.missing.length > 0) continue;
          const { title, blocks } = found.articles[index]!;
          const article = articleOf(file.text, { path: file.name });
          expect(words(article.title)).toBe(words(title!));
          const tags = article.body.match(/<[^>]*>/g) ?? [];
          expect(tags.filter((tag) => !/^<\/?(?:p|h2|strong|figure|figcaption)(?: id="[\w-]+")?>$/.test(tag))).toEqual(
            [],
          );
          const published = words(article.body.replace(/<[^>]*>/g, ""));
          for (const block of blocks) expect(published).toContain(words(escaped(block.text)));
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** What is left of a text for comparing: letters and figures. */
function words(said: string): string {
  return said.replace(/[^\p{L}\p{N}]/gu, "");
}

function escaped(said: string): string {
  return said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
