import { expect, test } from "vitest";
import { isReprint, reprintStatements } from "../../../src/import/formats/reprint.ts";

test.each([
  [
    "本文来自微信公众号“边城商业笔记”（ID：bcsybj），作者：瞿一凡，编辑：虞山，36克经授权发布。",
    { source: "边城商业笔记", byline: "瞿一凡", editor: "虞山" },
  ],
  ["本文来自微信公众号：江海产业观察（ID:jhcy01），作者：陆婧", { source: "江海产业观察", byline: "陆婧" }],
  ["来源：微信公众号“滨江发布”", { source: "滨江发布" }],
])("%j says whose article it is", (text, said) => {
  const statements = reprintStatements(["标题", text]);
  expect(Object.fromEntries(statements.map(({ field, value }) => [field, value]))).toEqual(said);
});

test.each([
  "来自微信公众号的订单占了三成。",
  "来源：微信公众号“滨江发布”。昨天，签约仪式在滨江举行。",
  "本文来自一位读者。",
  "作者：陆婧",
])("%j does not", (text) => {
  expect(isReprint(text)).toBe(false);
  expect(reprintStatements([text])).toEqual([]);
});
