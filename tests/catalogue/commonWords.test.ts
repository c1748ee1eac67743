import * as fc from "fast-check";
import { expect, test } from "vitest";
import { commonWords } from "../../src/catalogue/commonWords.ts";

test.each([
  ["百亿级项目缘何落子南通开发区", "南通开发区：抓落实促发展", "南通开发区"],
  ["走近你的南通开发区的新项目", "我的南通开发区的企业", "南通开发区"],
  ["人民币兑美元升至2018年以来新高", "快讯：人民币兑美元升至2018基点", "人民币兑美元升至"],
  ["南通开发区抓落实，长江大桥通车", "南通开发区抓项目 长江大桥合龙", ""],
  ["南通开发区抓落实，长江大桥：通车", "南通开发区抓项目 长江大桥合龙", "长江大桥"],
  ["江海装备：净利润预增", "江海装备签约新厂", "江海装备"],
  ["ChatGPT 与制造业", "用 ChatGPT 写新闻", "ChatGPT"],
])("%s and %s have %s in common", (one, other, words) => {
  expect(commonWords(one, other)).toBe(words);
});

test.each([
  ["two characters", "南通一季度开门红", "南通举行签约仪式"],
  ["a number", "2023年报发布", "2023年开门红"],
  ["particles around one word", "的项目了", "新的项目了吗"],
  ["what punctuation parts", "新项目：落户", "新项目落户吗"],
  ["a part of a Latin word", "WTO 与 ChatGPT", "ChatGLM 发布"],
  ["a part of a number", "600160 涨停", "600161 涨停"],
  ["a word cut at its beginning", "在岸人民币兑美元升至2018年以来新高", "离岸人民币兑美元升至2018基点"],
  ["a word cut at its end", "南通市长调研", "南通市长江大桥通车"],
  ["what may be cut at its end", "南通开发区抓落实促发展", "南通开发区抓项目促增长"],
  ["a word cut by a preposition", "在岸人民币走强", "在岸人民币走弱"],
  ["nothing", "甲", ""],
])("%s is no reason", (_, one, other) => {
  expect(commonWords(one, other)).toBe(_ === "what punctuation parts" ? "新项目" : "");
});

test("what two titles have in common stands in both, whichever comes first", () => {
  const title = fc.string({ unit: fc.constantFrom(...Array.from("南通开发区的新项目年在，A1𠮷")), maxLength: 24 });
  fc.assert(
    fc.property(title, title, (one, other) => {
      const words = commonWords(one, other);
      expect(one).toContain(words);
      expect(other).toContain(words);
      expect(words === "" || words.length >= 3).toBe(true);
      expect(words.isWellFormed()).toBe(true);
    }),
  );
});
