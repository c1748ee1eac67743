import { expect, test } from "vitest";
import { readCredits } from "../../src/import/credits.ts";

test.each([
  ["本报记者 张立/文 李明/图", { authors: ["张立"], photographers: ["李明"] }],
  ["记者 张立 文 李明 图", { authors: ["张立"], photographers: ["李明"] }],
  ["（张立 李明/文 王刚/图）", { authors: ["张立", "李明"], photographers: ["王刚"] }],
  ["撰文 张立 摄影 李明", { authors: ["张立"], photographers: ["李明"] }],
  ["统筹 王刚 记者 张立 摄影 李明", { authors: ["张立"], photographers: ["李明"] }],
  ["策划：王刚 执行：李明 采写：张立", { authors: ["张立"] }],
  ["文/图 本报记者 张立", { authors: ["张立"], photographers: ["张立"] }],
  ["（图片由本报记者 张立 拍摄）", { photographers: ["张立"] }],
  ["本版照片由张立、李明摄", { photographers: ["张立", "李明"] }],
  ["本报记者 张立 发自苏州", { authors: ["张立"] }],
  ["本报评论员", { authors: ["本报评论员"] }],
])("%s names people by what they did", (line, people) => {
  expect(readCredits(line)).toEqual(people);
});

test.each(["一季度 税收 文 化", "工业 图", "记者从统计局获悉 前三季度 出口 增长", "文化 旅游 图书"])(
  "%s is no row of people",
  (line) => {
    expect(readCredits(line)).toBeUndefined();
  },
);
