import { expect, test } from "vitest";
import { closeUp } from "../../src/import/closeUp.ts";

test.each([
  ["开 发 区  答 卷", "开发区  答卷"],
  ["2 0 0 8 年 5 月 2 0 日", "2008年5月20日"],
  ["1995 年 产 值 达 到 320 亿 元", "1995年产值达到320亿元"],
  ["能 者 上", "能者上"],
  ["·江 海 朱 蓓·", "·江海 朱蓓·"],
  ["记者 马 松 刘 洋", "记者 马松 刘洋"],
  ["开发区 答卷", "开发区 答卷"],
  ["2022年10月13日 星期四", "2022年10月13日 星期四"],
  ["1 2 3 4 5", "1 2 3 4 5"],
  ["", ""],
])("%j closes up to %j", (text, closed) => {
  expect(closeUp(text)).toBe(closed);
});
