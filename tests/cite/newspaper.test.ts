import { expect, test } from "vitest";
import { isNewspaper } from "../../src/cite/newspaper.ts";

test.each([
  ["南通日报", true],
  ["21世纪经济报道", true],
  ["上海证券报", true],
  ["人民日报海外版", true],
  ["中国日报（国际版）", true],
  ["每日经济新闻", true],
  ["China Daily", true],
  ["South China Morning Post", true],
  ["财联社", false],
  ["券商中国", false],
  ["证券时报网", false],
  ["人民日报客户端", false],
  ["证券时报网移动版", false],
  ["江海电视台", false],
  ["财新周刊", false],
  ["Reuters", false],
  ["", false],
])("%s is a newspaper: %s", (name, expected) => {
  expect(isNewspaper(name)).toBe(expected);
});
