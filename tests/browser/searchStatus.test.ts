import { expect, test } from "vitest";
import { isExact, progressOf, statusOf, timeOf } from "../../src/browser/searchStatus.ts";
import type { Standing } from "../../src/search/session.ts";
import type { Span } from "../../src/search/span.ts";

const done: Standing = { found: 3, isCertain: true, unasked: [], failed: [], unread: 0 };
const [january, december, autumn, before] = ["2022-01", "2021-12", "2021-Q3", "2020"] as [Span, Span, Span, Span];

test.each<[string, Partial<Standing>, string]>([
  ["all", {}, "找到 3 篇"],
  ["many", { found: 1234567 }, "找到 1,234,567 篇"],
  ["perhaps fewer", { isCertain: false }, "找到约 3 篇"],
  ["nothing", { found: 0 }, "没有找到符合的文章"],
  ["nothing yet", { found: 0, unasked: [december] }, "还没有找到。已查到 2022年1月，更早的 1 个月还没有查"],
  ["some months", { unasked: [january, december] }, "找到 3 篇。已查到 2022年2月，更早的 2 个月还没有查"],
  ["years", { unasked: [autumn, before] }, "找到 3 篇。已查到 2021年10月，更早的 1 年 3 个月还没有查"],
  ["all but a month", { failed: [january] }, "找到 3 篇。2022年1月的索引没有取到，其余都已查"],
  [
    "not all, and less than that",
    { unasked: [before], failed: [january] },
    "找到 3 篇。已查到 2021年1月，更早的 1 年还没有查。2022年1月的索引没有取到",
  ],
  ["all but longer times", { failed: [autumn, before] }, "找到 3 篇。2021年第三季度、2020年的索引没有取到，其余都已查"],
  ["some not read", { unread: 1 }, "找到 2 篇。另有 1 篇可能符合，但没有取到，无法核对"],
  ["none read", { unread: 3 }, "有 3 篇可能符合，但没有取到，无法核对"],
])("when there is found %s, the page says so", (_, standing, words) => {
  expect(statusOf({ ...done, ...standing }, [], 1)).toBe(words);
});

test("when all that was read was in vain, the page does not say that something was found", () => {
  const standing = { ...done, found: 1400, isCertain: false, unasked: [december] };
  expect(statusOf(standing, [], 0)).toBe(
    "已核对的都不符合，还有约 1,400 篇可能符合。已查到 2022年1月，更早的 1 个月还没有查",
  );
});

test("parts that cannot be answered are named after the number", () => {
  expect(statusOf(done, [{ kind: "excluded day", text: "-year:2022" }], 3)).toBe(
    "找到 3 篇。-year:2022 未采用：减号不能用于日期，请用 from: 和 to: 限定起止",
  );
});

test.each<[Partial<Standing>, boolean]>([
  [{}, true],
  [{ isCertain: false }, false],
  [{ unasked: [january] }, false],
  [{ failed: [january] }, false],
  [{ unread: 1 }, false],
])("numbers of %j are exact: %s", (standing, exact) => {
  expect(isExact({ ...done, ...standing })).toBe(exact);
});

test("on the way the page says how far it is", () => {
  expect(progressOf({ ...done, unasked: [december] })).toBe("已找到 3 篇，还有 1 个月");
  expect(progressOf(done)).toBe("已找到 3 篇");
});

test.each<[readonly Span[], string]>([
  [[january], "1 个月"],
  [[autumn], "3 个月"],
  [[before], "1 年"],
  [[january, december, autumn, before], "1 年 5 个月"],
])("%j take %s", (spans, time) => {
  expect(timeOf(spans)).toBe(time);
});
