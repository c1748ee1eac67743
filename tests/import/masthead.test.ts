import { expect, test } from "vitest";
import { isSection, readMasthead } from "../../src/import/masthead.ts";

/** What a line names, without what only separates. */
function namedIn(text: string) {
  return readMasthead(text)
    ?.filter(({ part }) => part !== "rule")
    .map(({ part, value }) => `${part} ${value}`);
}

test.each([
  ["2022年10月13日 星期四", ["date 2022年10月13日", "weekday 星期四"]],
  ["２００３年５月１６日　星期五", ["date 2003年5月16日", "weekday 星期五"]],
  ["一九八九年十一月二日", ["date 一九八九年十一月二日"]],
  ["《洪泽日报》2018年10月刊", ["paper 洪泽日报", "date 2018年10月"]],
  ["编辑：苗 蕾 美编：顾小建", ["editor 苗 蕾", "staff 顾小建"]],
  ["编辑 孙一鸣 组版 周冬梅", ["editor 孙一鸣", "staff 周冬梅"]],
  ["(责任编辑：admin)", ["staff (责任编辑：admin)"]],
  ["来源丨港城印象", ["source 港城印象"]],
  ["钢城融媒 2023-03-08 07:40:12 浏览 1.6w", ["periodical 钢城融媒", "date 2023-03-08"]],
  ["A6", ["page A6"]],
  ["第02版 要闻", ["page 02", "section 要闻"]],
  ["第二版", ["page 二"]],
  ["B2 产经", ["page B2", "section 产经"]],
  ["赣南日报 7 图片新闻", ["paper 赣南日报", "page 7", "section 图片新闻"]],
  ["三湘商报 A12 市州动态", ["paper 三湘商报", "page A12"]],
  ["2024年4月26日 星期五 05 县域观察", ["date 2024年4月26日", "weekday 星期五", "page 05", "section 县域观察"]],
  ["一版编辑 王 丽 版式 小 宁", ["editor 王 丽", "staff 小 宁"]],
  ["第5126期 今日十二版", ["number 第5126期", "number 今日十二版"]],
  ["县域经济周刊", ["periodical 县域经济周刊"]],
  ["国内统一刊号：CN32-0099", ["number 国内统一刊号：CN32-0099"]],
  ["新闻热线：85118888", ["contact 新闻热线：85118888"]],
  [
    "发布时间：2022-06-14 09:26  来源：连云港日报  作者：李明之  浏览次数：1286",
    ["date 2022-06-14", "source 连云港日报", "author 李明之"],
  ],
])("%s is a line of a masthead", (text, named) => {
  expect(namedIn(text)).toEqual(named);
});

test.each([
  "2022年10月13日，南通开发区举行项目开工仪式。",
  "全市统计公报",
  "A6高速公路通车带动沿线乡镇发展",
  "本报记者 陈可",
  "编辑部故事",
  "要闻",
  "",
  `2022年10月13日${" ".repeat(50_000)}星期四${"中".repeat(300)}`,
])("%.30s is none", (text) => {
  expect(readMasthead(text)).toBeUndefined();
});

test.each([
  ["经济新闻", true],
  ["要闻", true],
  ["经济新闻部", false],
  ["", false],
])("%s names a section: %s", (text, is) => {
  expect(isSection(text)).toBe(is);
});
