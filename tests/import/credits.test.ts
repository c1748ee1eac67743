import { expect, test } from "vitest";
import { creditsInBrackets, isRowOfNames, readCredits } from "../../src/import/credits.ts";

test.each([
  ["本报记者 陈可", { authors: ["陈可"] }],
  ["本报记者 刘 畅 文/图", { authors: ["刘畅"], photographers: ["刘畅"] }],
  ["文/图 本报记者 栾静", { authors: ["栾静"], photographers: ["栾静"] }],
  ["本报记者 赵永明 实习生 蒋晓雨", { authors: ["赵永明", "蒋晓雨"] }],
  ["記者 李志豪／綜合報導", { authors: ["李志豪"] }],
  ["（吴 刚 陈小平）", { authors: ["吴刚", "陈小平"] }],
  ["（市物价局供稿）", { authors: ["市物价局"] }],
  ["（执笔：孙云 刘璐）", { authors: ["孙云", "刘璐"] }],
  ["记者 柯善文 摄", { photographers: ["柯善文"] }],
  ["兴化日报记者 顾日升 摄", { photographers: ["顾日升"] }],
  ["（本报记者 整理）", { authors: [] }],
  ["·苗 蕾 顾小建·", { authors: ["苗蕾", "顾小建"] }],
  ["文：本报记者 佟立群 通讯员 于 航", { authors: ["佟立群", "于航"] }],
  ["（图片由苍溪县融媒体中心提供）", { photographers: ["苍溪县融媒体中心"] }],
  ["（待续）", undefined],
  ["（市统计局）", undefined],
  ["记者了解到，今年一季度开局良好", undefined],
  ["大美湿地 生态东台", undefined],
])("%s", (text, people) => {
  expect(readCredits(text)).toEqual(people);
});

test.each([
  ["记者申琳、通讯员钱国平", { authors: ["申琳", "钱国平"] }],
  ["记者 徐兢 实习生 单灵欣", { authors: ["徐兢", "单灵欣"] }],
  ["苏岩", { authors: ["苏岩"] }],
  ["佟春雨 记者 尚微", { authors: ["佟春雨", "尚微"] }],
  ["周铁男 文/摄", { authors: ["周铁男"], photographers: ["周铁男"] }],
  ["含外贸", undefined],
  ["综合", undefined],
])("in brackets: %s", (text, people) => {
  expect(creditsInBrackets(text)).toEqual(people);
});

test.each([
  ["庄妍 朱先明", true],
  ["钱 江", true],
  ["欧阳修文", true],
  ["生态东台", false],
  ["科技养蟹 底气更足", false],
])("%s is a row of names: %s", (text, is) => {
  expect(isRowOfNames(text)).toBe(is);
});
