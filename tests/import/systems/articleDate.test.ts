import { expect, test } from "vitest";
import { articleDate } from "../../../src/import/systems/articleDate.ts";

test.each<[text: string, date: string, local: string]>([
  ["2022-03-11", "2022-03-11", "2022-03-11T00:00:00+08:00"],
  ["2022-03-11 02:00", "2022-03-11 02:00:00 +0800", "2022-03-11T02:00:00+08:00"],
  ["2022-03-11T02:00:40Z", "2022-03-11 02:00:40 +0000", "2022-03-11T02:00:40+00:00"],
  ["2022-03-10T23:30:00-07:00", "2022-03-10 23:30:00 -0700", "2022-03-10T23:30:00-07:00"],
  ["2022-03-11T02:00:40.123+05:30", "2022-03-11 02:00:40 +0530", "2022-03-11T02:00:40+05:30"],
  ["2022/03/13 08:00:00", "2022-03-13 08:00:00 +0800", "2022-03-13T08:00:00+08:00"],
])("%s keeps its author's clock: %s", (text, date, local) => {
  expect(articleDate(text, "Asia/Shanghai")).toMatchObject({ date, published: { local, day: local.slice(0, 10) } });
});

test.each(["", "昨天", "2022-13-01", "2022-02-30"])("%j is no date", (text) => {
  expect(articleDate(text, "Asia/Shanghai")).toBeUndefined();
});
