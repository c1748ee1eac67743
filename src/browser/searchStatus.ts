import type { Fault } from "../search/query.ts";
import type { Standing } from "../search/session.ts";
import { lengthOf, monthsOf, type Span } from "../search/span.ts";

/** What is said of a query that cannot be answered as it is. */
const faultSentences: Readonly<Record<Fault["kind"], (text: string) => string>> = {
  day: (text) => `没有看懂 ${text}，日期请写成 2022、2022-03 或 2022-03-11`,
  "excluded day": (text) => `${text} 未采用：减号不能用于日期，请用 from: 和 to: 限定起止`,
  "no day": (text) => `起止日期颠倒或没有交集（${text}），请检查 from: 与 to:`,
  "nothing wanted": (text) => `“${text}”只说了不要什么，请再写一个要查的词`,
};

/**
 * What is said when a search has come to a stop.
 * @param standing - how it stands
 * @param faults - what of the query was not answered
 * @param shown - how many hits are shown
 * @returns sentences
 */
export function statusOf(standing: Standing, faults: readonly Fault[], shown: number): string {
  return [countOf(standing, shown), faultsIn(faults)].filter(Boolean).join("。");
}

/**
 * What is said of the parts of a query that cannot be answered.
 * @param faults - the parts
 * @returns sentences; empty without faults
 */
export function faultsIn(faults: readonly Fault[]): string {
  return faults.map(({ kind, text }) => faultSentences[kind](text)).join("。");
}

/**
 * How far a search has come that goes on.
 * @param standing - how it stands
 * @returns a sentence
 */
export function progressOf({ found, unasked }: Standing): string {
  return `已找到 ${grouped(found)} 篇${unasked.length > 0 ? `，还有 ${timeOf(unasked)}` : ""}`;
}

/**
 * Whether all is known of what was found, so that numbers are no less and no more.
 * @param standing - how a search stands
 * @returns whether they are
 */
export function isExact({ isCertain, unasked, failed, unread }: Standing): boolean {
  return isCertain && unasked.length + failed.length + unread === 0;
}

function countOf({ found, isCertain, unasked, failed, unread }: Standing, shown: number): string {
  const count = grouped(found - unread);
  const counted =
    shown > 0 ? `找到${isCertain ? " " : "约 "}${count} 篇` : `已核对的都不符合，还有约 ${count} 篇可能符合`;
  const sentences = [
    ...(found > unread ? [counted] : []),
    ...(found === 0 ? [unasked.length > 0 ? "还没有找到" : "没有找到符合的文章"] : []),
    ...(unasked.length > 0 ? [`已查到 ${monthAfter(unasked[0]!)}，更早的 ${timeOf(unasked)}还没有查`] : []),
    ...(failed.length > 0
      ? [`${failed.map(longSpan).join("、")}的索引没有取到${unasked.length > 0 ? "" : "，其余都已查"}`]
      : []),
    ...(unread > 0 ? [`${found > unread ? "另" : ""}有 ${grouped(unread)} 篇可能符合，但没有取到，无法核对`] : []),
  ];
  return sentences.join("。");
}

/**
 * How much time spans take together.
 * @param spans - years, quarters and months
 * @returns `5 年 4 个月`
 */
export function timeOf(spans: readonly Span[]): string {
  const months = spans.reduce((sum, span) => sum + lengthOf(span), 0);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [...(years > 0 ? [`${years} 年`] : []), ...(rest > 0 ? [`${rest} 个月`] : [])].join(" ");
}

const quarters = ["一", "二", "三", "四"];

function longSpan(span: Span): string {
  const [year, part = ""] = span.split("-");
  if (part === "") return `${year}年`;
  return part.startsWith("Q") ? `${year}年第${quarters[Number(part.slice(1)) - 1]}季度` : `${year}年${Number(part)}月`;
}

/** The oldest month that was asked comes after the newest that was not. */
function monthAfter(unasked: Span): string {
  const [year, month] = monthsOf(unasked)[1].split("-").map(Number) as [number, number];
  return month === 12 ? `${year + 1}年1月` : `${year}年${month + 1}月`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
