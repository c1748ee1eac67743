import fc from "fast-check";
import { expect, test } from "vitest";
import {
  beginsAtEnd,
  beginsInside,
  isBrokenEnd,
  isClosed,
  isCutNumber,
  joinAll,
  joinTexts,
  wordAcross,
} from "../../src/import/sentence.ts";

test.each([
  ["力争全年引进项目四十个。", true],
  ["“订单排到了六月。”", true],
  ["主要做法如下：", true],
  ["产值增长……", true],
  ["（记者 陈可）", true],
  ["建立高", false],
  ["其中百亿级项目2个以", false],
  ["锣鼓一敲响连天，", false],
  ["", false],
])("%s is closed: %s", (text, is) => {
  expect(isClosed(text)).toBe(is);
});

test.each([
  ["，精准对接", true],
  ["）举行", true],
  ["“白名单”制度", false],
  ["%以上", true],
])("%s begins inside a sentence: %s", (text, is) => {
  expect(beginsInside(text)).toBe(is);
});

test.each([
  ["奶罐。每一包奶都有身份证。", true],
  ["500人。", true],
  ["出工业用地5600亩，全部用于引进项目。", true],
  ["就没熄过火。", true],
  ["出口额增长两成。", false],
  ["就业形势稳定。", false],
  ["就像一位老工人说的那样。", false],
  ["如今，企业的缆绳已系泊在七十多个港口。", false],
])("%s is the end of a sentence: %s", (text, is) => {
  expect(beginsAtEnd(text)).toBe(is);
});

test.each([
  ["建立高", "速物流", "建立高速物流"],
  ["自主研发的supply", "chain管理系统", "自主研发的supply chain管理系统"],
  ["面积扩大到12", "000平方米", "面积扩大到12000平方米"],
  ["（记者 周娟", "通讯员 吴海兵）", "（记者 周娟 通讯员 吴海兵）"],
  ["well-", "known", "well-known"],
  ["", "开头", "开头"],
])("%s and %s make %s", (above, below, whole) => {
  expect(joinTexts(above, below)).toBe(whole);
  expect(joinAll([above, below])).toBe(whole);
});

test.each([
  ["及时出手，建立高", "速物流“白名单”制度", "高速"],
  ["最简审批流程快速推进。积极探", "索疫情压力下", "探索"],
  ["形成了完整的产业", "链条与配套", undefined],
  ["力争全年新签约", "今年上半年", undefined],
])("across %s and %s stands %s", (above, below, word) => {
  expect(wordAcross(above, below)).toBe(word);
});

test.each([
  ["建立高", "速物流“白名单”制度，组建专班。", true],
  ["光传感企业九十", "二家，形成了完整的链条。", true],
  ["去年销售收入达到", "九亿多元，同比增长近三成。", true],
  ["每亩达到45", "万元以上，创历史新高。", true],
  // A sentence may begin so.
  ["去年销售收入达到", "三家企业签约落户。", false],
  ["区长每月召开调度", "会议通报了进展。", false],
  ["建立高", "“白名单”制度", false],
])("%s goes on in %s: %s", (above, below, is) => {
  expect(isBrokenEnd(above, below)).toBe(is);
});

test.each([
  ["销售额达到3.", "8亿元。", true],
  ["销售额达到3.", "2022年起，", false],
  ["销售额达到3。", "8亿元。", false],
  ["如下：1.", "一是加强领导。", false],
])("%s and %s are one number: %s", (above, below, is) => {
  expect(isCutNumber(above, below)).toBe(is);
});

test("pieces are joined as two at a time are, and no character is lost", () => {
  const piece = fc.string({
    unit: fc.constantFrom("中", "a", "1", "记者", " ", "，", ".", "😀"),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.array(
        piece.map((said) => said.trim() || "中"),
        { minLength: 1, maxLength: 8 },
      ),
      (pieces) => {
        const whole = joinAll(pieces);
        expect(whole.replaceAll(" ", "")).toBe(pieces.join("").replaceAll(" ", ""));
      },
    ),
  );
});
