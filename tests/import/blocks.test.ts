import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layBlocks } from "../../src/import/blocks.ts";
import { mendCaptions } from "../../src/import/captions.ts";
import { isParallel } from "../../src/import/displaced.ts";
import { findFurniture } from "../../src/import/furniture.ts";
import { splitItems } from "../../src/import/items.ts";
import { nameParts } from "../../src/import/parts.ts";
import { readPlain } from "../../src/import/formats/plain.ts";
import { widthOf, wrappingOf } from "../../src/import/wrap.ts";

function blocksOf(text: string) {
  const source = readPlain(text, "text");
  return mendCaptions(layBlocks(source, findFurniture(source)));
}

/** Kind and text of each part. */
function partsOf(text: string) {
  return nameParts(blocksOf(text)).map(({ kind, block }) => `${kind} ${block.text}`);
}

describe("wrapping", () => {
  const sentence = "清晨六点，园区里已经热闹起来，运送设备的货车鱼贯而入，工人们正在为投产做最后的准备。";
  const wrapped = (width: number) =>
    Array.from("天地玄黄宇宙", (name) => sentence.replaceAll("园区", `${name}园`))
      .join("")
      .match(new RegExp(`.{1,${width}}`, "gu"))!
      .join("\n");

  test.each([13, 18, 28, 38])("a text broken at %i characters is one paragraph", (width) => {
    expect(wrappingOf(readPlain(wrapped(width), "text").lines).width).toBe(width);
    expect(blocksOf(wrapped(width))).toHaveLength(1);
  });

  test("paragraphs of any length in lines of their own are not broken", () => {
    const lines = Array.from({ length: 12 }, (_, index) => sentence.repeat(1 + (index % 4)));
    expect(wrappingOf(readPlain(lines.join("\n"), "text").lines).width).toBe(0);
    expect(blocksOf(lines.join("\n"))).toHaveLength(12);
  });

  test.each([
    ["中文", 2],
    ["ab中", 2],
    ["１２", 2],
    ["", 0],
  ])("%s is %i characters wide", (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

test.each([
  ["全神聚焦项目建设", "全心提供高效服务", true],
  ["突出全局化视野,抬高站位抓招引", "打造专业化队伍,满腔激情抓招引", true],
  ["打好“通道牌”，拓展腹地", "打好“绿色牌”，守护碧海", true],
  ["全神聚焦项目建设", "科技养蟹，底气更足", false],
])("%s is built like %s: %s", (one, other, is) => {
  expect(isParallel(one, other)).toBe(is);
  expect(isParallel(other, one)).toBe(is);
});

describe("items", () => {
  const titlesOf = (text: string) => splitItems(blocksOf(text)).map(([first]) => first!.text);
  const report = "本报讯（记者 刘洋）昨日，全市项目观摩会举行，与会人员察看了十六个项目现场。";

  test.each([
    ["a dateline below a title", `一则标题\n\n${report}\n\n二则标题\n\n${report}`, ["一则标题", "二则标题"]],
    [
      "a credit above the next title",
      `一则标题\n\n区里建成了公共码头。\n\n本报记者 吴云\n\n二则标题\n\n白蒲黄酒的历史可以追溯到宋代。\n\n本报记者 陈健`,
      ["一则标题", "二则标题"],
    ],
    ["a rule between", `一则标题\n\n${report}\n\n-----\n\n二则标题\n\n白蒲黄酒历史悠久。`, ["一则标题", "二则标题"]],
    ["headings alone", `一则标题\n\n${report}\n\n小标题\n\n白蒲黄酒历史悠久。`, ["一则标题"]],
    ["nothing", "", []],
  ])("%s", (_, text, titles) => {
    expect(titlesOf(text)).toEqual(titles);
  });
});

describe("parts", () => {
  const text = "金秋时节，垛田稻浪翻滚，蟹肥稻香，村民们忙着收割，一派丰收的景象。";

  test.each([
    [
      "kicker, title, sub-title with a dash",
      `在共同富裕中展现担当\n\n小杨梅“串”起大产业\n\n——仙居的实践\n\n${text}`,
      ["kicker 在共同富裕中展现担当", "title 小杨梅“串”起大产业", "subtitle ——仙居的实践", `paragraph ${text}`],
    ],
    [
      "a column's name",
      `深一度\n\n“亩均论英雄”改革这一年\n\n${text}`,
      ["kicker 深一度", "title “亩均论英雄”改革这一年", `paragraph ${text}`],
    ],
    [
      "a title in two lines",
      `开发区聚力打造\n千亿级医药产业\n\n${text}`,
      ["title 开发区聚力打造千亿级医药产业", `paragraph ${text}`],
    ],
    [
      "an office below the title",
      `飞地经济调研报告\n\n市委政策研究室课题组\n\n${text}`,
      ["title 飞地经济调研报告", "credit 市委政策研究室课题组", `paragraph ${text}`],
    ],
    [
      "a caption and its credit",
      `标题一则\n\n${text}\n▲村民起捕螃蟹。\n兴化日报记者 顾日升 摄\n\n${text}`,
      ["title 标题一则", `paragraph ${text}`, "caption 村民起捕螃蟹。 兴化日报记者 顾日升 摄", `paragraph ${text}`],
    ],
    [
      "numbered headings and entries",
      `标题一则\n\n一、基本情况\n\n${text}\n\n二、八月二十日前申请。\n\n三、八月底公布。`,
      [
        "title 标题一则",
        "heading 一、基本情况",
        `paragraph ${text}`,
        "paragraph 二、八月二十日前申请。",
        "paragraph 三、八月底公布。",
      ],
    ],
    [
      "an editor's note above the title",
      `【编者按】今起推出专栏。\n\n标题一则\n\n${text}`,
      ["title 标题一则", "paragraph 【编者按】今起推出专栏。", `paragraph ${text}`],
    ],
    [
      "questions",
      `标题一则\n\n记者：效果如何？\n\n王明：很好。\n\n记者：今后呢？`,
      ["title 标题一则", "paragraph 记者：效果如何？", "paragraph 王明：很好。", "paragraph 记者：今后呢？"],
    ],
  ])("%s", (_, said, parts) => {
    expect(partsOf(said)).toEqual(parts);
  });

  test("every block is one part, in whatever order they come", () => {
    const line = fc.constantFrom(
      "标题一则",
      text,
      "本报记者 陈可",
      "▲村民起捕螃蟹。",
      "一、基本情况",
      "",
      "关键词：",
      "精准对接。",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const blocks = blocksOf(lines.join("\n"));
        const spans = nameParts(blocks).flatMap(({ block }) => block.spans.map((span) => span.line));
        expect(spans.toSorted((a, b) => a - b)).toEqual(
          blocks.flatMap((block) => block.spans.map((span) => span.line)),
        );
      }),
    );
  });
});
